import { formatMarker } from './info';
import { linesOf, withLf } from './lines';
import type { Cell, Notebook } from './notebook';
import { parseNotebook } from './parse';

/** A cell on its way into a new document; `was` is its index in the old one, null when it is new. */
export interface Placed {
  readonly cell: Cell;
  readonly was: number | null;
}

export function placedCells({ cells }: Notebook): Placed[] {
  return cells.map((cell, was) => ({ cell, was }));
}

/** The cells that `text` makes when it stands in `notebook`. The first has the id `id` where the text gives it none. */
export function cellsFrom(text: string, id: string, { file, lineEnd }: Notebook): readonly Cell[] {
  const inked = withLf(text).replace(/^(?:[ \t]*\n)+/, '');
  return parseNotebook(inked.replaceAll('\n', lineEnd), file, {
    ids: new Map([[1, id]]),
    cells: [],
  }).cells;
}

/**
 * The document of `placed` in their order. Between cells that stood together nothing changes; others
 * are parted by a blank line, prose that now follows prose gets a marker, and a code fence that was
 * open to the end of the file is closed when something comes behind it.
 */
export function arranged(notebook: Notebook, placed: readonly Placed[]): Notebook {
  const { bom, lead, lineEnd, file, cells } = notebook;
  const ids = new Map<number, string>();
  const chunks = [cells.length === 0 ? '' : lead];
  let line = linesOf(chunks[0]!).length + 1;
  for (const [index, { cell, was }] of placed.entries()) {
    const before = placed[index - 1]?.cell;
    const next = placed[index + 1];
    const stays = was !== null && (next ? next.was === was + 1 : was === cells.length - 1);
    const isOld = stays && cells[was] === cell;
    const chunk =
      (before && needsMarker(before, cell) ? formatMarker(cell.id, {}) + lineEnd : '') +
      cell.raw +
      (next && !isOld && cell.open !== null ? lineEnd + cell.open : '') +
      (stays ? cell.after : next ? lineEnd + lineEnd : lineEnd);
    ids.set(line, cell.id);
    line += linesOf(chunk).length;
    chunks.push(chunk);
  }
  return parseNotebook((bom ? '\uFEFF' : '') + chunks.join(''), file, { ids, cells });
}

/** `notebook` with the cells that `text` makes in place of the one called `id`. */
export function replaced(notebook: Notebook, id: string, text: string): Notebook {
  const placed = placedCells(notebook).flatMap((old): Placed[] => {
    if (old.cell.id !== id) return [old];
    const made = cellsFrom(text, id, notebook);
    return made.map((cell, index) => {
      if (made.length > 1 || index > 0) return { cell, was: null };
      return { cell: { ...cell, after: old.cell.after }, was: old.was };
    });
  });
  return arranged(notebook, placed);
}

/** Prose behind prose would run into it. */
function needsMarker(before: Cell, cell: Cell): boolean {
  if (before.type !== 'prose' || cell.type !== 'prose') return false;
  return cell.written === null && cell.bodyLine === cell.line;
}
