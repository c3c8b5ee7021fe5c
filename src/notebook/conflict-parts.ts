import type { DiffLine } from './line-diff';
import type { Cell, ConflictCell } from './notebook';
import { notebookDiff } from './notebook-diff';
import { parseNotebook } from './parse';

/** What is kept of a conflict: one side, or both, ours first. */
export type Keep = 'ours' | 'theirs' | 'both';

/** A cell that a conflict holds, on one side or on both. */
export interface ConflictPart {
  readonly id: string;
  readonly ours: string;
  readonly theirs: string;
  /** The lines of both; `added` ones are ours alone, `removed` ones theirs alone. */
  readonly lines: readonly DiffLine[];
}

/**
 * The cells of a conflict: ours in their order, theirs where they stood. Sides that cannot be taken
 * apart safely (a block that is never closed, a line that looks like a marker) are one part.
 */
export function conflictParts({ id, ours, theirs }: ConflictCell): readonly ConflictPart[] {
  const [before, after] = [parseNotebook(theirs.text, id), parseNotebook(ours.text, id)];
  const isWhole = [...before.cells, ...after.cells].every(isSafe);
  if (!isWhole) return [{ id, ours: ours.text, theirs: theirs.text, lines: [] }];
  return notebookDiff(before, after).map(({ cell, lines }) => ({
    id: cell.id,
    ours: lines.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('\n'), // prettier-ignore
    theirs: lines.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('\n'), // prettier-ignore
    lines,
  }));
}

/** The conflict with its cell `at` decided: what is undecided stays a conflict, one for each cell. */
export function partlyResolved(cell: ConflictCell, at: number, keep: Keep): string {
  return conflictParts(cell)
    .map((part, k) => {
      if (part.ours === part.theirs) return part.ours;
      return k === at ? kept(part, keep) : region(cell, part);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function kept({ ours, theirs }: ConflictPart, keep: Keep): string {
  if (keep !== 'both') return keep === 'ours' ? ours : theirs;
  return [ours, theirs].filter((text) => text !== '').join('\n\n');
}

function region({ ours, theirs }: ConflictCell, part: ConflictPart): string {
  return [
    `<<<<<<< ${ours.label}`.trimEnd(),
    ...(part.ours === '' ? [] : [part.ours]),
    '=======',
    ...(part.theirs === '' ? [] : [part.theirs]),
    `>>>>>>> ${theirs.label}`.trimEnd(),
  ].join('\n');
}

function isSafe({ raw, open, problems }: Cell): boolean {
  if (open !== null || problems.some(({ code }) => code === 'unclosed-fence')) return false;
  return !/^(?:<{7}|={7}|>{7}|\|{7})/m.test(raw);
}
