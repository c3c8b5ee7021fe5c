import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the workbench's tokens: light, dark and high contrast follow by themselves. */
export const editorTheme: Extension = [
  EditorView.theme({
    '&': { color: 'var(--ink)', backgroundColor: 'transparent', height: '100%' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { font: '12.5px/1.6 var(--mono)', overflow: 'auto' },
    '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
    '.cm-line': { padding: '0 16px' },
    '.cm-gutters': {
      backgroundColor: 'transparent',
      border: '0',
      color: 'var(--ink-3)',
      paddingLeft: '8px',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '&.cm-focused .cm-activeLine': {
      backgroundColor: 'color-mix(in srgb, var(--chrome) 70%, transparent)',
    },
    '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
    '.cm-line::selection, .cm-line ::selection': { backgroundColor: 'var(--accent-soft)' },
    '&.cm-focused .cm-matchingBracket': {
      backgroundColor: 'transparent',
      outline: '1px solid var(--line-strong)',
    },
    '.cm-tooltip': {
      color: 'var(--ink)',
      backgroundColor: 'var(--paper)',
      border: '1px solid var(--line-strong)',
      borderRadius: 'var(--radius)',
      boxShadow: 'var(--shadow-float)',
      overflow: 'hidden',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: '12.5px/1.6 var(--mono)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '1px 10px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'var(--ink)',
      backgroundColor: 'var(--accent-soft)',
    },
    '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)' },
    '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal', marginLeft: '12px' },
    '.cm-wrong': {
      textDecoration: 'underline wavy var(--bad)',
      textDecorationSkipInk: 'none',
      textUnderlineOffset: '3px',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.comment, tags.meta], color: 'var(--ink-3)' },
      { tag: [tags.string, tags.regexp], color: 'var(--good)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
      {
        tag: [tags.keyword, tags.function(tags.variableName), tags.function(tags.propertyName)],
        color: 'var(--accent)',
      },
      { tag: [tags.propertyName, tags.link, tags.url], color: 'var(--accent)' },
      { tag: tags.heading, fontWeight: '600' },
      { tag: tags.strong, fontWeight: '600' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: [tags.processingInstruction, tags.labelName], color: 'var(--ink-3)' },
    ]),
  ),
];
