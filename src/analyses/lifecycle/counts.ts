import { Problem } from '../../base/problem';
import type { Buckets } from '../../events/buckets';
import { type EventFilter, eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { EARLIER, eachActiveBucket } from './active-buckets';
import { MONTH_DAYS, gridsOf } from './grids';
import type { LifecycleParams } from './params';

/** Days in which a user counts as active of the week. */
export const WEEK_DAYS = 7;

/** Users of each period by what they are in it. */
export interface PeriodCounts {
  /** Period `i` is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  readonly active: Float64Array;
  /** Active for the first time ever. */
  readonly new: Float64Array;
  /** Active in the period before, too. */
  readonly returning: Float64Array;
  /** Active before, but not in the period before. */
  readonly resurrected: Float64Array;
  /** Active in the period before, but not in this one. */
  readonly dormant: Float64Array;
}

/** Users of each whole day. */
export interface DayCounts {
  readonly edges: Float64Array;
  readonly active: Float64Array;
  /** Active on this day or one of the six before it; as changes from day to day. */
  readonly weekChange: Float64Array;
  /** Active on this day or one of the 27 before it; as changes from day to day. */
  readonly monthChange: Float64Array;
  /** Users by on how many of the last 28 days they were active; entry 0 is one day. */
  readonly byDays: Float64Array;
}

export interface Counts {
  /** Time of the earliest event of any name; Infinity where there is none. */
  readonly first: number;
  readonly periods: PeriodCounts;
  readonly days: DayCounts;
}

/**
 * Counts the users of a block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `too-many-periods`
 */
export function countsOf(input: Input, params: LifecycleParams): Counts {
  const mask = activeRows(input, params);
  const first = earliest(input);
  const grids = gridsOf(input.scope, params.period, first);
  return {
    first,
    periods: periodCounts(input, mask, grids.periods),
    days: dayCounts(input, mask, grids.days),
  };
}

/** 1 for each row of the block that makes its user active. @throws {Problem} `needs-events`, `not-in-data` */
export function activeRows({ events, scope }: Input, { event }: LifecycleParams): Uint8Array {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'lifecycle' }, { path: 'source' });
  }
  const isFilter = typeof event === 'object' && !Array.isArray(event);
  return isFilter
    ? eventMask(events, event as EventFilter, scope.timezone, 'event')
    : eventMask(events, { event }, scope.timezone, '');
}

/** Time of the first row of any user. */
export function earliest({ events: { users, offsets, time } }: Input): number {
  let first = Infinity;
  for (let user = 0; user < users; ++user) {
    const row = offsets[user]!;
    if (row < offsets[user + 1]! && time[row]! < first) first = time[row]!;
  }
  return first;
}

const NONE = -3;

function periodCounts({ events }: Input, mask: Uint8Array, periods: Buckets): PeriodCounts {
  const list = () => new Float64Array(periods.count);
  const counts = { active: list(), new: list(), returning: list(), resurrected: list() };
  const dormant = list();
  for (let user = 0; user < events.users; ++user) {
    let last = NONE;
    eachActiveBucket(events, mask, user, periods, (period) => {
      if (period !== EARLIER) {
        ++counts.active[period]!;
        if (last === NONE) ++counts.new[period]!;
        else if (last === period - 1) ++counts.returning[period]!;
        else ++counts.resurrected[period]!;
        if (last >= 0 && last < period - 1) ++dormant[last + 1]!;
      }
      last = period;
    });
    if (last >= 0 && last < periods.count - 1) ++dormant[last + 1]!;
  }
  return { edges: periods.edges, ...counts, dormant };
}

function dayCounts({ events }: Input, mask: Uint8Array, days: Buckets): DayCounts {
  const { count } = days;
  const active = new Float64Array(count);
  const weekChange = new Float64Array(count);
  const monthChange = new Float64Array(count);
  const byDays = new Float64Array(MONTH_DAYS);
  for (let user = 0; user < events.users; ++user) {
    let before = -Infinity;
    let lately = 0;
    eachActiveBucket(events, mask, user, days, (day) => {
      if (day === EARLIER) return;
      ++active[day]!;
      cover(weekChange, day, WEEK_DAYS, before);
      cover(monthChange, day, MONTH_DAYS, before);
      if (day >= count - MONTH_DAYS) ++lately;
      before = day;
    });
    if (lately > 0) ++byDays[lately - 1]!;
  }
  return { edges: days.edges, active, weekChange, monthChange, byDays };
}

/** A user active on `day` counts for `length` days from it, as far as the active day `before` has not seen to it. */
function cover(change: Float64Array, day: number, length: number, before: number): void {
  const from = Math.max(day, before + length);
  if (from < change.length) ++change[from]!;
  if (day + length < change.length) --change[day + length]!;
}
