import { type Ladder, rankOf } from './ladder';

/** A user's way over the ladder; one object that is filled anew for each user. */
export interface Climb {
  /** Rows that are added up, in order of time. */
  rows: number;
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** The rank that a row and all before it give, and the sum. */
  readonly rank: Uint8Array;
  readonly sum: Float64Array;
  /** Stretches of one rank: the first begins with the user's first event. */
  stretches: number;
  readonly start: Float64Array;
  readonly at: Uint8Array;
}

/** Room for a user with up to so many rows: each may change the rank when it comes and when it stops counting. */
export function emptyClimb(rows: number): Climb {
  return {
    rows: 0,
    time: new Float64Array(rows),
    value: new Float64Array(rows),
    rank: new Uint8Array(rows),
    sum: new Float64Array(rows),
    stretches: 0,
    start: new Float64Array(2 * rows + 1),
    at: new Uint8Array(2 * rows + 1),
  };
}

/**
 * Walks over the rows of a user, adding each when it comes and taking it away when the window ends:
 * at t count rows in (t − window, t].
 *
 * @param first  time of the user's first event of any kind
 * @param end    of the data, exclusive
 */
export function follow(climb: Climb, ladder: Ladder, first: number, end: number): void {
  const { time, value, rows } = climb;
  climb.stretches = 0;
  enter(climb, first, rankOf(0, ladder));
  let sum = 0;
  let next = 0;
  let oldest = 0;
  for (;;) {
    const comes = next < rows ? time[next]! : Infinity;
    const goes = oldest < next ? time[oldest]! + ladder.windowMs : Infinity;
    const t = Math.min(comes, goes);
    if (t >= end) return;
    if (goes <= comes) {
      sum -= value[oldest++]!;
      // Nothing is left, not even what rounding left.
      if (oldest === next) sum = 0;
    } else {
      sum += value[next]!;
      climb.sum[next] = sum;
      climb.rank[next++] = rankOf(sum, ladder);
    }
    enter(climb, t, rankOf(sum, ladder));
  }
}

/** A stretch of no length never was. */
function enter(climb: Climb, t: number, rank: number): void {
  const { start, at } = climb;
  if (climb.stretches > 0 && start[climb.stretches - 1] === t) --climb.stretches;
  if (climb.stretches > 0 && at[climb.stretches - 1] === rank) return;
  start[climb.stretches] = t;
  at[climb.stretches++] = rank;
}
