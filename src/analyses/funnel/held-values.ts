import { textColumn } from '../../events/column-of';
import type { EventIndex } from '../../events/event-index';

/** What rows hold in the columns that must stay equal along a chain. */
export interface HeldValues {
  /** A number for each row of the block that is the same where all columns are; −1 where one is missing. */
  readonly codes: Int32Array;
  /** Whether the values of two rows of the index do not contradict: a missing value contradicts none. */
  isAlike(row: number, other: number): boolean;
}

/** @throws {Problem} `not-in-data` */
export function heldValues(events: EventIndex, names: readonly string[]): HeldValues {
  const base = events.offsets[0]!;
  const end = events.offsets[events.users]!;
  const columns = names.map((name, i) => textColumn(events.columns, name, `hold[${i}]`).codes);
  const codes = Int32Array.from(columns[0]!.subarray(base, end));
  for (const column of columns.slice(1)) combine(codes, column.subarray(base, end));
  return {
    codes,
    isAlike: (row, other) =>
      columns.every((column) => {
        return column[row]! < 0 || column[other]! < 0 || column[row] === column[other];
      }),
  };
}

/** Numbers the pairs of `codes` and `others`, into `codes`. */
function combine(codes: Int32Array, others: Int32Array): void {
  const known = new Map<number, Map<number, number>>();
  let count = 0;
  for (let row = 0; row < codes.length; ++row) {
    const [code, other] = [codes[row]!, others[row]!];
    if (code < 0 || other < 0) {
      codes[row] = -1;
      continue;
    }
    const pairs = known.get(code) ?? new Map<number, number>();
    if (pairs.size === 0) known.set(code, pairs);
    const pair = pairs.get(other) ?? count++;
    pairs.set(other, pair);
    codes[row] = pair;
  }
}
