import type { Dataset } from './dataset';

type Cells = Float64Array | Int32Array | Int8Array;

/** How many rows equal an earlier row in every column. */
export function duplicateRowCount({ rows, columns }: Dataset): number {
  const cells = columns.map((column) => (column.kind === 'text' ? column.codes : column.values));
  const hashes = rowHashes(cells, rows);
  const size = 2 ** Math.max(4, Math.ceil(Math.log2(rows * 2 + 1)));
  /** Row + 1 of the first of its kind, in an open table. */
  const first = new Int32Array(size);
  let count = 0;
  for (let row = 0; row < rows; ++row) {
    let at = hashes[row]! & (size - 1);
    for (;;) {
      const other = first[at]! - 1;
      if (other < 0) {
        first[at] = row + 1;
        break;
      }
      if (hashes[other] === hashes[row] && equal(cells, other, row)) {
        ++count;
        break;
      }
      at = (at + 1) & (size - 1);
    }
  }
  return count;
}

/** Column by column, which is the order they lie in memory. */
function rowHashes(cells: readonly Cells[], rows: number): Int32Array {
  const hashes = new Int32Array(rows);
  for (const column of cells) {
    if (column instanceof Float64Array) {
      const halves = new Int32Array(column.buffer, column.byteOffset, rows * 2);
      for (let row = 0; row < rows; ++row) {
        hashes[row] = mixed(mixed(hashes[row]!, halves[2 * row]!), halves[2 * row + 1]!);
      }
    } else {
      for (let row = 0; row < rows; ++row) hashes[row] = mixed(hashes[row]!, column[row]!);
    }
  }
  return hashes;
}

function mixed(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x9e3779b1);
  return next ^ (next >>> 15);
}

function equal(cells: readonly Cells[], a: number, b: number): boolean {
  for (const column of cells) if (!Object.is(column[a], column[b])) return false;
  return true;
}
