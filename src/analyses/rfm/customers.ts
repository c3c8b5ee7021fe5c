import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Input, Scope } from '../analysis';
import { type Purchases, dateOfDay, localDay, purchasesOf } from '../purchases';
import type { RfmParams } from './params';

/** The customers of a block, and what they were at the earlier date. */
export interface RfmCounts {
  /** Users of the block, customers or not. */
  readonly users: number;
  readonly now: Customers;
  /** Null where no earlier date is given. */
  readonly before: Customers | null;
  /** Purchases without a value: they add 0. */
  readonly missing: number;
}

/** Everybody with a purchase in the look-back of a date, one entry each. */
export interface Customers {
  /** Positions in the index, ascending. */
  readonly user: Uint32Array;
  /** Days from the last purchase to the day after the last that counts: at least 1. */
  readonly recency: Float64Array;
  /** Days with a purchase. */
  readonly frequency: Float64Array;
  /** Sum or mean of the values. */
  readonly monetary: Float64Array;
  readonly purchases: number;
  /** Rows of less than 0: they lower the value and are no purchases. */
  readonly refunds: number;
}

/** The stretch of purchases that count at a date. */
interface Stretch {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Local day after the last that counts. */
  readonly endDay: number;
}

/**
 * Counts a block of users.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`, `not-a-time`, `previous-not-before`,
 *   `window-is-zero`
 */
export function countsOf(input: Input, params: RfmParams): RfmCounts {
  const purchases = purchasesOf(input, params.purchase, 'rfm');
  const { now, before } = stretches(input.scope, params);
  const { missing } = purchases;
  return {
    users: input.events.users,
    now: customersIn(purchases, now, params),
    before: before && customersIn(purchases, before, params),
    missing,
  };
}

/** The last days that count at both dates. */
export function referenceDates(scope: Scope, params: RfmParams) {
  const { now, before } = stretches(scope, params);
  return {
    reference: dateOfDay(now.endDay - 1),
    previous: before && dateOfDay(before.endDay - 1),
  };
}

function stretches(
  { range, completeThrough, timezone }: Scope,
  { lookback, previous }: RfmParams,
): { readonly now: Stretch; readonly before: Stretch | null } {
  const end = Math.min(completeThrough, range?.to ?? Infinity);
  const dayOf = localDay(timezone);
  const lookbackMs = lookback === undefined ? Infinity : durationMs(lookback);
  if (lookbackMs === 0)
    throw new Problem('window-is-zero', { found: lookback! }, { path: 'lookback' });
  const stretch = (to: number): Stretch => {
    return {
      from: Math.max(range?.from ?? -Infinity, to - lookbackMs),
      to,
      endDay: dayOf(to - 1) + 1,
    };
  };
  const now = stretch(end);
  if (previous === undefined) return { now, before: null };
  const earlier = instantOf(previous, timezone);
  if (earlier < end) return { now, before: stretch(earlier) };
  const args = { previous, reference: dateOfDay(now.endDay - 1) };
  throw new Problem('previous-not-before', args, { path: 'previous' });
}

function instantOf(date: string, timezone: string): number {
  try {
    return calendar(timezone).instant(date, 'end');
  } catch (error) {
    throw error instanceof Problem ? error.within({ path: 'previous' }) : error;
  }
}

function customersIn(
  { offsets, time, day, value }: Purchases,
  { from, to, endDay }: Stretch,
  { monetary: how }: RfmParams,
): Customers {
  const users = offsets.length - 1;
  const user = new Uint32Array(users);
  const [recency, frequency, monetary] = [0, 1, 2].map(() => new Float64Array(users));
  let [count, purchases, refunds] = [0, 0, 0];
  for (let u = 0; u < users; ++u) {
    let [last, days, rows, sum] = [-Infinity, 0, 0, 0];
    for (let i = offsets[u]!; i < offsets[u + 1]!; ++i) {
      if (time[i]! < from || time[i]! >= to) continue;
      sum += value[i]!;
      if (value[i]! < 0) {
        ++refunds;
        continue;
      }
      ++rows;
      if (day[i]! !== last) ++days;
      last = day[i]!;
    }
    if (rows === 0) continue;
    user[count] = u;
    recency![count] = endDay - last;
    frequency![count] = days;
    monetary![count++] = how === 'sum' ? sum : sum / rows;
    purchases += rows;
  }
  return {
    user: user.slice(0, count),
    recency: recency!.slice(0, count),
    frequency: frequency!.slice(0, count),
    monetary: monetary!.slice(0, count),
    ...{ purchases, refunds },
  };
}
