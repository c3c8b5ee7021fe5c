import { type DiffLine, lineDiff } from './line-diff';
import { withLf } from './lines';
import type { Cell, Notebook } from './notebook';

/** A cell of one or both of two notebooks. */
export interface CellChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** It stands elsewhere among the cells that both have. */
  readonly isMoved: boolean;
  /** As it is now; where it was removed, as it was. */
  readonly cell: Cell;
  /** The lines of its text, those of before and of now. */
  readonly lines: readonly DiffLine[];
}

/** What became of the cells: those of `after` in their order, removed ones where they stood. */
export function notebookDiff(before: Notebook, after: Notebook): readonly CellChange[] {
  const olds = pairs(before.cells, after.cells);
  const stay = longestRising(after.cells.map((cell) => placeOf(olds.get(cell), before)));
  const kept = new Set(olds.values());
  const found: CellChange[] = [];
  let next = 0;
  /** Those that are gone, up to the cell `old` of before. */
  const removedBefore = (end: number): void => {
    for (; next < end; ++next) {
      const cell = before.cells[next]!;
      if (!kept.has(cell)) found.push(change('removed', false, cell, textOf(cell), ''));
    }
  };
  for (const [index, cell] of after.cells.entries()) {
    const old = olds.get(cell);
    if (!old) {
      found.push(change('added', false, cell, '', textOf(cell)));
      continue;
    }
    const isMoved = !stay.has(index);
    if (!isMoved) removedBefore(before.cells.indexOf(old));
    const kind = textOf(old) === textOf(cell) ? 'same' : 'changed';
    found.push(change(kind, isMoved, cell, textOf(old), textOf(cell)));
  }
  removedBefore(before.cells.length);
  return found;
}

function change(
  kind: CellChange['kind'],
  isMoved: boolean,
  cell: Cell,
  before: string,
  after: string,
): CellChange {
  const diff = lineDiff(before, after);
  const lines =
    kind === 'added' || kind === 'removed' ? diff.filter((line) => line.kind === kind) : diff;
  return { kind, isMoved, cell, lines };
}

/** By each cell of now the one it was: of the same name, else of the same text, else of the same place among the nameless. */
function pairs(before: readonly Cell[], after: readonly Cell[]): ReadonlyMap<Cell, Cell> {
  const found = new Map<Cell, Cell>();
  const free = new Set(before);
  const match = (fits: (now: Cell, old: Cell) => boolean): void => {
    for (const now of after) {
      if (found.has(now)) continue;
      for (const old of free) {
        if (!fits(now, old)) continue;
        found.set(now, old);
        free.delete(old);
        break;
      }
    }
  };
  const isNamed = ({ written, type }: Cell): boolean =>
    written !== null || type === 'header' || type === 'results';
  match((now, old) => isNamed(now) && isNamed(old) && now.id === old.id);
  match((now, old) => !isNamed(now) && !isNamed(old) && textOf(now) === textOf(old));
  match((now, old) => !isNamed(now) && !isNamed(old) && now.id === old.id);
  return found;
}

function textOf({ raw }: Cell): string {
  return withLf(raw);
}

function placeOf(old: Cell | undefined, { cells }: Notebook): number | null {
  return old ? cells.indexOf(old) : null;
}

/** The indices of a longest part of `places` that rises. */
function longestRising(places: readonly (number | null)[]): ReadonlySet<number> {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [index, place] of places.entries()) {
    best.push({ length: 1, previous: -1 });
    if (place === null) continue;
    for (let earlier = 0; earlier < index; ++earlier) {
      const other = places[earlier];
      if (other === null || other! >= place || best[earlier]!.length < best[index]!.length)
        continue;
      best[index] = { length: best[earlier]!.length + 1, previous: earlier };
    }
    if (last < 0 || best[index]!.length > best[last]!.length) last = index;
  }
  const found = new Set<number>();
  for (let index = last; index >= 0; index = best[index]!.previous) found.add(index);
  return found;
}
