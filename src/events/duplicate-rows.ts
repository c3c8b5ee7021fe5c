import type { ColumnValues } from '../data/dataset';

/** Up to this many rows are compared each with each. */
const FEW = 16;

type Cells = Float64Array | Int32Array | Int8Array;

/**
 * Counts the rows of `order[from, to)` that are equal in every column to an earlier one among them.
 */
export function duplicateRows(
  columns: readonly ColumnValues[],
  order: Uint32Array,
  from: number,
  to: number,
): number {
  const cells = columns.map((column) => (column.kind === 'text' ? column.codes : column.values));
  return to - from > FEW ? amongMany(cells, order, from, to) : amongFew(cells, order, from, to);
}

function amongFew(cells: readonly Cells[], order: Uint32Array, from: number, to: number): number {
  let count = 0;
  for (let i = from + 1; i < to; ++i) {
    for (let j = from; j < i; ++j) {
      if (equal(cells, order[i]!, order[j]!)) {
        ++count;
        break;
      }
    }
  }
  return count;
}

function amongMany(cells: readonly Cells[], order: Uint32Array, from: number, to: number): number {
  const seen = new Map<number, number[]>();
  let count = 0;
  for (let i = from; i < to; ++i) {
    const row = order[i]!;
    const key = hash(cells, row);
    const alike = seen.get(key);
    if (!alike) seen.set(key, [row]);
    else if (alike.some((other) => equal(cells, row, other))) ++count;
    else alike.push(row);
  }
  return count;
}

function equal(cells: readonly Cells[], a: number, b: number): boolean {
  for (const column of cells) if (!Object.is(column[a], column[b])) return false;
  return true;
}

function hash(cells: readonly Cells[], row: number): number {
  let key = 0;
  for (const column of cells) {
    const value = column[row]!;
    // The fraction counts too: 10.25 and 10.75 are different amounts.
    key = Math.imul(key ^ value, 0x01000193) ^ Math.imul(value * 1024, 0x9e3779b1);
  }
  return key;
}
