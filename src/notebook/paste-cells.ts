import { arranged, cellsFrom, placedCells } from './arrange';
import { refuseNewer } from './edit';
import { freeIdentifier } from './identifier';
import { withLf } from './lines';
import { takenNames } from './names';
import type { Cell, Notebook } from './notebook';
import { parseNotebook } from './parse';
import type { ReadsOfCode } from './references';
import { renameCell } from './rename';
import { writeNotebook } from './write';

/** The text of some cells, in the order of the file, as a notebook that has no others; `\n` between lines. */
export function cellsText(notebook: Notebook, ids: ReadonlySet<string>): string {
  const placed = placedCells(notebook).filter(({ cell }) => ids.has(cell.id));
  return withLf(writeNotebook(arranged({ ...notebook, bom: false, lead: '' }, placed)));
}

/**
 * `notebook` with the cells that `text` holds in front of the cell at `index`, but without a header
 * and a snapshot. Names that are taken are made free ones; where the cells name each other they
 * follow. Text without a fence is prose.
 *
 * @throws {Problem} `newer-version`, of the notebook or of the text
 */
export function pasteCells(
  notebook: Notebook,
  index: number,
  text: string,
  readsOfCode: ReadsOfCode,
): Notebook {
  refuseNewer(notebook);
  const there = takenNames(notebook);
  const pasted = withFreeNames(parseNotebook(text, notebook.file), there, readsOfCode);
  const left = new Set(pasted.cells.filter(isPasted).map(({ id }) => id));
  const taken = new Set([...there, ...takenNames(pasted)]);
  const made = cellsFrom(cellsText(pasted, left), 'text1', notebook).map((cell) => {
    // A name in memory only: a cell that has it already keeps it.
    const id = cell.written === null ? freeIdentifier(cell.id, taken) : cell.id;
    taken.add(id);
    return { cell: { ...cell, id }, was: null };
  });
  if (made.length === 0) return notebook;
  const placed = placedCells(notebook);
  const behind = notebook.cells.at(-1)?.type === 'results' ? 1 : 0;
  placed.splice(Math.max(0, Math.min(index, placed.length - behind)), 0, ...made);
  return arranged(notebook, placed);
}

function isPasted({ type }: Cell): boolean {
  return type !== 'header' && type !== 'results';
}

function withFreeNames(
  pasted: Notebook,
  there: ReadonlySet<string>,
  readsOfCode: ReadsOfCode,
): Notebook {
  const taken = new Set([...there, ...takenNames(pasted)]);
  let renamed = pasted;
  for (const { id, written, type } of pasted.cells) {
    if (written !== id || !there.has(id) || type === 'header' || type === 'results') continue;
    const free = freeIdentifier(id, taken);
    taken.add(free);
    renamed = renameCell(renamed, id, free, readsOfCode);
  }
  return renamed;
}
