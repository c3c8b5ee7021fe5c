import type { EventIndex } from '../../events/event-index';
import type { Clock } from './clock';

/** Which rows are returns, from the block's first row on, and what of them is summed. */
export interface Returns {
  readonly mask: Uint8Array;
  readonly values: Float64Array | null;
}

/** The returns of one user in order of time, those at one position of the clock as one run. */
export interface Runs {
  count: number;
  readonly position: Float64Array;
  /** Returns in each run, and the sum of their amounts. */
  readonly returns: Float64Array;
  readonly amount: Float64Array;
  /** For each start of the user the first run that is not before it. */
  readonly firstOf: Uint32Array;
  /** Returns without an amount. */
  missing: number;
}

/** Room for the runs of any user of the block. */
export function roomForRuns({ users, offsets }: EventIndex): Runs {
  let most = 0;
  for (let user = 0; user < users; ++user) {
    most = Math.max(most, offsets[user + 1]! - offsets[user]!);
  }
  return {
    count: 0,
    position: new Float64Array(most),
    returns: new Float64Array(most),
    amount: new Float64Array(most),
    firstOf: new Uint32Array(most),
    missing: 0,
  };
}

/**
 * Puts the returns of a user into `runs`, from the time of the first start on. At the time of each
 * start a new run begins, so that what came before it in its period is kept apart.
 *
 * @param starts  rows of starts, ascending; those of the user are `[from, to)`
 */
export function readRuns(
  runs: Runs,
  { offsets, time }: EventIndex,
  { mask, values }: Returns,
  clock: Clock,
  user: number,
  starts: { readonly row: Uint32Array; readonly from: number; readonly to: number },
): void {
  const { position, returns, amount, firstOf } = runs;
  const base = offsets[0]!;
  const end = offsets[user + 1]!;
  const count = starts.to - starts.from;
  let run = -1;
  let missing = 0;
  let next = 0;
  let until = -Infinity;
  for (let row = firstAtTime(time, starts.row[starts.from]!, offsets[user]!); row < end; ++row) {
    const ms = time[row]!;
    while (next < count && ms >= time[starts.row[starts.from + next]!]!) {
      firstOf[next++] = run + 1;
      until = -Infinity;
    }
    if (mask[row - base] === 0) continue;
    if (ms >= until) {
      const here = clock.position(ms);
      until = clock.until(here);
      position[++run] = here;
      returns[run] = 0;
      amount[run] = 0;
    }
    ++returns[run]!;
    if (values === null) continue;
    const value = values[row]!;
    if (Number.isNaN(value)) ++missing;
    else amount[run]! += value;
  }
  runs.count = run + 1;
  runs.missing = missing;
}

/** Rows at one time have no order: the first of those at the time of `row`. */
function firstAtTime(time: Float64Array, row: number, start: number): number {
  let first = row;
  while (first > start && time[first - 1] === time[row]) --first;
  return first;
}
