import type { Memberships } from './memberships';
import type { Span } from './spans';

/** The cells of all groups and cohorts: that of group `g`, row `r` and column `s` is at `(g · rows + r) · columns + s`. */
export interface Tally {
  readonly rows: number;
  readonly columns: number;
  /** Start of each row's cohort, ascending. */
  readonly cohorts: Float64Array;
  /** Row of each membership. */
  readonly row: Uint32Array;
  /** Users by group and row: `g · rows + r`. */
  readonly users: Float64Array;
  /** Users of each cell whose periods are over, and those of them who returned. */
  readonly of: Float64Array;
  readonly returned: Float64Array;
  /** Sum of the amounts, and of their squared distances to the cell's mean; empty where users are counted. */
  readonly total: Float64Array;
  readonly squares: Float64Array;
}

/**
 * Counts every cell.
 *
 * @param group  of each membership
 */
export function tallied(
  members: Memberships,
  group: Uint8Array,
  groups: number,
  spans: readonly Span[],
): Tally {
  const { cohort, known, amount } = members;
  const { cohorts, row } = ranked(cohort);
  const rows = cohorts.length;
  const columns = spans.length;
  const cells = groups * rows * columns;
  const users = new Float64Array(groups * rows);
  const of = new Float64Array(cells);
  const returned = new Float64Array(cells);
  const total = new Float64Array(amount ? cells : 0);
  const squares = new Float64Array(total.length);
  const needs = Uint32Array.from(spans, (span) => span.needs);
  for (let i = 0; i < cohort.length; ++i) {
    const place = group[i]! * rows + row[i]!;
    ++users[place]!;
    const over = known[i]!;
    for (let s = 0; s < columns; ++s) if (needs[s]! <= over) ++of[place * columns + s]!;
  }
  eachReturn(members, needs, (i, s, at) => {
    const cell = (group[i]! * rows + row[i]!) * columns + s;
    ++returned[cell]!;
    if (amount) total[cell]! += amount[at]!;
  });
  if (amount) {
    // Those who brought nothing are as far from the mean as 0 is.
    for (let c = 0; c < cells; ++c)
      squares[c] = (of[c]! - returned[c]!) * (total[c]! / (of[c]! || 1)) ** 2;
    eachReturn(members, needs, (i, s, at) => {
      const cell = (group[i]! * rows + row[i]!) * columns + s;
      squares[cell]! += (amount[at]! - total[cell]! / of[cell]!) ** 2;
    });
  }
  return { rows, columns, cohorts, row, users, of, returned, total, squares };
}

/** Every membership with each column it returned in, as far as that is known. */
function eachReturn(
  { known, ends, column }: Memberships,
  needs: Uint32Array,
  act: (member: number, column: number, at: number) => void,
): void {
  let at = 0;
  for (let i = 0; i < known.length; ++i) {
    for (; at < ends[i]!; ++at) {
      const s = column[at]!;
      if (needs[s]! <= known[i]!) act(i, s, at);
    }
  }
}

/** The distinct values, ascending, and which of them each entry is. */
function ranked(values: Float64Array): { cohorts: Float64Array; row: Uint32Array } {
  const cohorts = Float64Array.from(new Set(values)).sort();
  const places = new Map(Array.from(cohorts, (start, i) => [start, i]));
  const row = new Uint32Array(values.length);
  let last = NaN;
  let place = 0;
  for (let i = 0; i < values.length; ++i) {
    if (values[i] !== last) {
      last = values[i]!;
      place = places.get(last)!;
    }
    row[i] = place;
  }
  return { cohorts, row };
}
