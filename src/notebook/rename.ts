import { arranged, cellsFrom, placedCells } from './arrange';
import { cellText } from './cell-text';
import { refuseNewer } from './edit';
import { type Span, memberOf } from './json-node';
import { nameProblem, takenNames } from './names';
import { type Cell, type Notebook, cellAt } from './notebook';
import { type ReadsOfCode, references } from './references';

/** A piece of a body, `[start, end)`, and what takes its place. */
interface Substitution extends Span {
  readonly text: string;
}

/**
 * The cell `id` under the name `to`, in its own first line, in every cell that names it, and in the
 * snapshot. Nothing else in those cells changes. Prose without a name gets one.
 *
 * @throws {Problem} `bad-id`, `reserved-id` or `name-taken` for `to`; `newer-version`
 */
export function renameCell(
  notebook: Notebook,
  id: string,
  to: string,
  readsOfCode: ReadsOfCode,
): Notebook {
  refuseNewer(notebook);
  const renamed = cellAt(notebook, id);
  if (to === id && renamed.written === to) return notebook;
  const taken = new Set(takenNames(notebook));
  taken.delete(id);
  const problem = nameProblem(to, taken);
  if (problem) throw problem;
  const isNamed = renamed.written === id;
  const placed = placedCells(notebook).map((old) => {
    const found = isNamed ? substitutions(old.cell, renamed, to, readsOfCode) : [];
    if (found.length === 0 && old.cell !== renamed) return old;
    const change = { body: substituted(old.cell.body, found) };
    const named = old.cell === renamed ? { ...change, written: to } : change;
    const [cell] = cellsFrom(cellText(old.cell, named), old.cell.id, notebook);
    return { cell: { ...cell!, after: old.cell.after }, was: old.was };
  });
  return arranged(notebook, placed);
}

function substitutions(
  cell: Cell,
  { id, type }: Cell,
  to: string,
  readsOfCode: ReadsOfCode,
): readonly Substitution[] {
  if (cell.type === 'results') return snapshotKeys(cell, id, to);
  return references(cell, readsOfCode)
    .references.filter(({ name, by }) => name === id && (by !== 'segment' || type === 'segment'))
    .map(({ start, end, shorthand }) => {
      const old = cell.body.slice(start, end);
      if (shorthand) return { start, end, text: `${id}: ${to}` };
      if (!old.startsWith('"')) return { start, end, text: to };
      const path = JSON.parse(old) as string;
      return { start, end, text: JSON.stringify(to + path.slice(id.length)) };
    });
}

function snapshotKeys(cell: Cell, id: string, to: string): readonly Substitution[] {
  if (!('json' in cell) || !cell.json) return [];
  const { root } = cell.json;
  return ['sources', 'cells'].flatMap((part) => {
    const list = memberOf(root, part)?.value;
    const member = list && memberOf(list, id);
    return member ? [{ ...member.keySpan, text: JSON.stringify(to) }] : [];
  });
}

function substituted(body: string, substitutions: readonly Substitution[]): string {
  let text = '';
  let from = 0;
  for (const { start, end, text: put } of [...substitutions].sort((a, b) => a.start - b.start)) {
    text += body.slice(from, start) + put;
    from = end;
  }
  return text + body.slice(from);
}
