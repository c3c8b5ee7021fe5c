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
 * @param starts  rows of the user's starts, ascending
 */
export function readRuns(
  runs: Runs,
  { offsets, time }: EventIndex,
  { mask, values }: Returns,
  clock: Clock,
  user: number,
  starts: Uint32Array,
): void {
  const base = offsets[0]!;
  const end = offsets[user + 1]!;
  runs.count = 0;
  runs.missing = 0;
  let next = 0;
  let current = NaN;
  for (let row = firstAtTime(time, starts[0]!, offsets[user]!); row < end; ++row) {
    const ms = time[row]!;
    while (next < starts.length && ms >= time[starts[next]!]!) {
      runs.firstOf[next++] = runs.count;
      current = NaN;
    }
    if (mask[row - base] === 0) continue;
    const position = clock.position(ms);
    if (position !== current) {
      current = position;
      runs.position[runs.count] = position;
      runs.returns[runs.count] = 0;
      runs.amount[runs.count++] = 0;
    }
    ++runs.returns[runs.count - 1]!;
    if (values === null) continue;
    if (Number.isNaN(values[row]!)) ++runs.missing;
    else runs.amount[runs.count - 1]! += values[row]!;
  }
}

/** Rows at one time have no order: the first of those at the time of `row`. */
function firstAtTime(time: Float64Array, row: number, start: number): number {
  let first = row;
  while (first > start && time[first - 1] === time[row]) --first;
  return first;
}
