import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { CellType, Notebook } from '../notebook/notebook';

/** The types of cells whose file `--source` may name. */
export const READ_FILES: readonly CellType[] = ['source', 'definitions'];

/** @throws {Problem} `no-such-cell` when the notebook has no cell of that type, or of one of them, and name */
export function requireCell(
  { cells }: Notebook,
  type: CellType | readonly CellType[],
  name: string,
): void {
  const types: readonly string[] = [type].flat();
  const known = cells.filter((cell) => types.includes(cell.type)).map(({ id }) => id);
  if (known.includes(name)) return;
  throw new Problem('no-such-cell', { name, known, near: nearest(name, known) });
}
