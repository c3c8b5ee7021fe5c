import type { Buckets } from '../../events/buckets';

/** What is counted of each period and each group of users: that of group `g` in period `p` is at `g · periods + p`. */
export interface Tally {
  /** Whole numbers. */
  readonly counts: Float64Array;
  /** Amounts one by one, in the order of users, so that their sums do not depend on how users were cut. */
  readonly cells: Uint32Array;
  readonly amounts: Float64Array;
}

/** Writes a tally row by row. */
export interface TallyWriter {
  count(cell: number, times: number): void;
  add(cell: number, amount: number): void;
  written(): Tally;
}

/** The periods and groups that are counted in. */
export interface Grid {
  readonly periods: Buckets;
  /** The group of a row. */
  readonly groupOf: (row: number, user: number) => number;
}

/** The cell of a row that lies in a period. */
export function cellOf({ periods, groupOf }: Grid, period: number, row: number, user: number) {
  return groupOf(row, user) * periods.count + period;
}

/** A tally of so many cells, empty; `rows` is the most amounts it can take. */
export function tallyWriter(cells: number, rows: number): TallyWriter {
  const counts = new Float64Array(cells);
  const at = new Uint32Array(rows);
  const amounts = new Float64Array(rows);
  let next = 0;
  return {
    count(cell, times) {
      counts[cell]! += times;
    },
    add(cell, amount) {
      at[next] = cell;
      amounts[next++] = amount;
    },
    written: () => ({ counts, cells: at.slice(0, next), amounts: amounts.slice(0, next) }),
  };
}

/** The number of each cell. */
export function totals({ counts, cells, amounts }: Tally): Float64Array {
  const sums = counts.slice();
  for (let i = 0; i < cells.length; ++i) sums[cells[i]!]! += amounts[i]!;
  return sums;
}
