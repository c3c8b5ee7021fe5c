import { type CompletionContext, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { markdown } from '@codemirror/lang-markdown';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { Complete, Completion } from './completion';
import { diagnosticMarks, showDiagnostics } from './diagnostic-marks';
import type { Diagnostic } from './diagnostic';
import { editorTheme } from './editor-theme';

export type CodeLanguage = 'json' | 'markdown' | 'javascript';

export interface CodeEditorOptions {
  readonly value: string;
  readonly language: CodeLanguage;
  /** Read out as the name of the text field. */
  readonly label: string;
  /** Stands there while the text is empty. */
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly lineNumbers: boolean;
  /** What can be written at the cursor. */
  readonly complete: Complete;
  readonly onchange: (value: string) => void;
}

/** A CodeMirror on the page. */
export interface CodeEditor {
  /** Takes over a text from outside; the cursor stays where it can. Not reported by `onchange`. */
  setValue(value: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  setReadOnly(readOnly: boolean): void;
  focus(): void;
  destroy(): void;
}

export function codeEditor(parent: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const access = new Compartment();
  let fromOutside = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        history(),
        // Cursor and selection are the browser's own: to draw them makes it lay out the page at each key.
        indentOnInput(),
        bracketMatching(),
        options.lineNumbers ? [lineNumbers(), highlightActiveLine()] : [],
        EditorView.lineWrapping,
        options.placeholder ? placeholder(options.placeholder) : [],
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !fromOutside) options.onchange(state.doc.toString());
        }),
        completion(options.complete),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        languageOf(options.language),
        access.of(accessOf(options.readOnly)),
        diagnosticMarks,
        editorTheme,
      ],
    }),
  });
  return {
    setValue(value) {
      const before = view.state.doc.toString();
      if (value === before) return;
      fromOutside = true;
      view.dispatch({ changes: difference(before, value) });
      fromOutside = false;
    },
    setDiagnostics(diagnostics) {
      view.dispatch({ effects: showDiagnostics.of(diagnostics) });
    },
    setReadOnly(readOnly) {
      view.dispatch({ effects: access.reconfigure(accessOf(readOnly)) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** CodeMirror's list of completions, filled from ours. */
function completion(complete: Complete): Extension {
  const source = (context: CompletionContext) => {
    const { state, pos, explicit } = context;
    const found = complete(state.doc.toString(), pos);
    // A list that nobody asked for comes with the first letter, or behind a dot or a quote.
    if (!explicit && !context.matchBefore(/[\p{L}\p{N}_$.'"]$/u)) return null;
    if (!found || found.options.length === 0) return null;
    const options = found.options.map(({ label, kind, detail, insert }, at) => ({
      // Of equally good ones the first of ours stays the first.
      ...{ label, type: TYPES[kind], boost: -Math.min(at, 99) },
      ...(detail !== undefined && { detail }),
      ...(insert !== undefined && { apply: insert }),
    }));
    return { ...found, options, validFor: /^"?[\p{L}\p{N}_$.-]*$/u };
  };
  return autocompletion({ override: [source], icons: false });
}

const TYPES: Readonly<Record<Completion['kind'], string>> = {
  cell: 'variable',
  column: 'property',
  verb: 'method',
  function: 'function',
  key: 'property',
  value: 'constant',
};

function accessOf(readOnly: boolean): Extension {
  return EditorState.readOnly.of(readOnly);
}

function languageOf(language: CodeLanguage): Extension {
  if (language === 'json') return json();
  return language === 'javascript' ? javascript() : markdown();
}

/** The one stretch in which two texts differ, so that a cursor outside of it does not move. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) ++from;
  let tail = 0;
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) ++tail;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
