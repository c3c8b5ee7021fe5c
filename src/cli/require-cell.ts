import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { CellType, Notebook } from '../notebook/notebook';

/** @throws {Problem} `no-such-cell` when the notebook has no cell of that type and name */
export function requireCell({ cells }: Notebook, type: CellType, name: string): void {
  const known = cells.filter((cell) => cell.type === type).map(({ id }) => id);
  if (known.includes(name)) return;
  throw new Problem('no-such-cell', { name, known, near: nearest(name, known) });
}
