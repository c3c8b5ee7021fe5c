import { type Buckets, bucketsBetween } from '../../events/buckets';
import { type Calendar, type Period, calendar } from '../../events/calendar';
import type { Scope } from '../analysis';

/** Days of a month: four weeks, so that every month has the same weekdays. */
export const MONTH_DAYS = 28;

const DAY = 86_400_000;

/** The calendar that users are counted in. */
export interface Grids {
  /** To the one in which the last instant asked for lies, finished or not. */
  readonly periods: Buckets;
  /** Whole days only. */
  readonly days: Buckets;
}

/**
 * The periods and days of users whose first event is at `first`. With a `range` they begin as long
 * before it as its first rows look back. All grids of one scope end together, so that counts of
 * several blocks can be laid on one another from the right.
 *
 * @throws {Problem} `too-many-periods`
 */
export function gridsOf(scope: Scope, period: Period, first: number): Grids {
  const { range, completeThrough } = scope;
  const days = calendar(scope.timezone, scope.weekStart);
  const end = Math.min(completeThrough, range?.to ?? Infinity);
  const from = range?.from ?? -Infinity;
  return {
    periods: grid(days, period, Math.max(first, lookBack(days, period, from)), end),
    days: grid(days, 'day', Math.max(first, from - MONTH_DAYS * DAY), days.start('day', end)),
  };
}

/** An instant in the period before the first one that begins at `from` or later. */
function lookBack(days: Calendar, period: Period, from: number): number {
  if (from === -Infinity) return from;
  const start = days.start(period, from);
  return start === from ? start - 1 : start;
}

/** The periods from the one that holds `from` to the one in which `end`, exclusive, lies. */
function grid(days: Calendar, period: Period, from: number, end: number): Buckets {
  if (from < end) return bucketsBetween(days, period, from, end - 1);
  const start = days.start(period, end);
  const edge = start === end ? end : days.end(period, end);
  return { count: 0, edges: Float64Array.of(edge), of: () => 0 };
}
