import { bucketsOf } from '../../events/buckets';
import { activityRows } from '../activity';
import type { Input } from '../analysis';
import { concat } from '../joined-arrays';
import type { ChurnParams } from './params';

/** Every silence of every user: what follows each day on which the user was active. */
export interface Silences {
  /** Local days of the data: day `i` is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  /** Whole days of the data. */
  readonly days: number;
  /** User `u` owns silences `offsets[u]` up to but excluding `offsets[u + 1]`, in order; the last one is open. */
  readonly offsets: Uint32Array;
  /** The active day before each. */
  readonly from: Int32Array;
  /**
   * Days to the next active day, 1 where that is the next day; of an open one the whole days without
   * activity so far.
   */
  readonly length: Int32Array;
}

/**
 * The silences of a block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `too-many-periods`
 */
export function silencesOf(input: Input, { event }: ChurnParams): Silences {
  const { events, scope } = input;
  const mask = activityRows(input, event, 'churn');
  const calendar = bucketsOf(events, scope, 'day');
  const days = wholeDays(calendar.edges, scope.completeThrough);
  const base = events.offsets[0]!;
  const rows = events.offsets[events.users]! - base;
  const offsets = new Uint32Array(events.users + 1);
  const from = new Int32Array(rows);
  const length = new Int32Array(rows);
  let count = 0;
  for (let user = 0; user < events.users; ++user) {
    let last = -1;
    let next = -Infinity;
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      const t = events.time[row]!;
      if (t < next || mask[row - base] === 0) continue;
      const day = calendar.of(t);
      next = calendar.edges[day + 1]!;
      if (last >= 0) length[count++] = day - last;
      from[count] = last = day;
    }
    if (last >= 0) length[count++] = Math.max(0, days - 1 - last);
    offsets[user + 1] = count;
  }
  const { edges } = calendar;
  return { edges, days, offsets, from: from.slice(0, count), length: length.slice(0, count) };
}

/** How many days are over when the data end. */
function wholeDays(edges: Float64Array, end: number): number {
  let days = edges.length - 1;
  while (days > 0 && edges[days]! > end) --days;
  return days;
}

/** The silences of the users of both. */
export function joinedSilences(a: Silences, b: Silences): Silences {
  const shift = a.from.length;
  return {
    ...a,
    offsets: concat([a.offsets, b.offsets.subarray(1).map((end) => end + shift)]),
    from: concat([a.from, b.from]),
    length: concat([a.length, b.length]),
  };
}
