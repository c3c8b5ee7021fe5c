import type { Cell } from './result';

/** The share or the amount of a cell; null where it is not known. */
export function cellValue(cell: Cell): number | null {
  return 'rate' in cell ? cell.rate : cell.value;
}
