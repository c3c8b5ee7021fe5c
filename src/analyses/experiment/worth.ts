import { durationMs } from '../../base/duration';
import { arrivalsWithin } from '../../stats/duration';
import { FEWEST_ARRIVAL_DAYS } from './arrivals';
import { DAY } from './local-day';
import type { ExperimentParams, Metric } from './params';
import type { Comparison } from './result';
import type { Eligible, Worth } from './result-details';

/**
 * How many users will come in the period of the parameter `worth`: as many as it says, else as many as
 * came in the test, fewer as the same people come back. Null where neither is known.
 */
export function eligibleOf(
  { worth }: ExperimentParams,
  arrivals: readonly number[],
): Eligible | null {
  const periodDays = durationMs(worth.per) / DAY;
  if (worth.users !== undefined) return { users: worth.users, periodDays, isGiven: true };
  const days = arrivals.length;
  const seen = arrivals.reduce((sum, users) => sum + users, 0);
  if (days < FEWEST_ARRIVAL_DAYS || seen === 0) return null;
  const users = Math.round(arrivalsWithin(days + periodDays, arrivals) - seen);
  return users > 0 ? { users, periodDays, isGiven: false } : null;
}

/** The difference per user times the eligible users; absent for metrics that are no total over users. */
export function worthOf(
  { type }: Metric,
  { difference, shrunkenLift }: Comparison,
  control: number | null,
  eligible: Eligible | null,
): { worth?: Worth } {
  if (eligible === null || type === 'ratio' || type === 'quantile') return {};
  if (difference.estimate === null) return {};
  const { users } = eligible;
  const { estimate, low, high } = difference;
  const shrunken = shrunkenLift?.estimate ?? null;
  return {
    worth: {
      estimate: users * estimate,
      low: users * low,
      high: users * high,
      ...(shrunken === null || control === null
        ? {}
        : { shrunken: users * shrunken * Math.abs(control) }),
    },
  };
}
