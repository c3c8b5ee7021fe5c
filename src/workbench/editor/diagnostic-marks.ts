import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Diagnostic } from './diagnostic';

/** Replaces what is underlined. */
export const showDiagnostics = StateEffect.define<readonly Diagnostic[]>();

/** Underlines what is wrong, with its sentence on hover; the marks move along with edits until new ones come. */
export const diagnosticMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showDiagnostics)) next = marksOf(effect.value, transaction.newDoc);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(diagnostics: readonly Diagnostic[], text: Text): DecorationSet {
  const ranges = diagnostics.flatMap(({ line, column, message }) => {
    if (line < 1 || line > text.lines) return [];
    const { from, to, text: content } = text.line(line);
    const start = Math.min(column === undefined ? from + indent(content) : from + column - 1, to);
    const end = column === undefined ? to : start + wordLength(content.slice(start - from));
    // A mark needs a length: at the end of a line it takes the letter before.
    const [low, high] = start < end ? [start, end] : [Math.max(from, start - 1), start];
    if (low === high) return [];
    const mark = Decoration.mark({ class: 'cm-wrong', attributes: { title: message } });
    return [mark.range(low, high)];
  });
  return Decoration.set(ranges, true);
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

function wordLength(text: string): number {
  return /^("[^"]*"?|[\p{L}\p{N}_.-]+|.)/u.exec(text)?.[0].length ?? 0;
}
