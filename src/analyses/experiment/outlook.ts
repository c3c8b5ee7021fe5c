import { duration } from '../../stats/duration';
import { FEWEST_ARRIVAL_DAYS } from './arrivals';
import type { Metric } from './params';
import type { Outlook } from './result-details';

/**
 * How long it takes until a change of the size of the metric's target would be seen: the smallest
 * visible change falls with the root of the users. Absent without a target.
 *
 * @param mde    null where it is not known
 * @param users  so far, of all arms
 * @param days   of the test so far
 */
export function outlookOf(
  { target }: Metric,
  mde: number | null,
  users: number,
  days: number | null,
  arrivals: readonly number[],
): { outlook?: Outlook } {
  if (target === undefined || mde === null || mde === 0) return {};
  const growth = (mde / target) ** 2;
  const usersNeeded = Math.ceil(users * growth);
  const outlook = { target, progress: Math.min(1, 1 / growth), usersNeeded };
  const seen = arrivals.reduce((sum, count) => sum + count, 0);
  if (days === null || arrivals.length < FEWEST_ARRIVAL_DAYS || seen === 0) return { outlook };
  if (growth <= 1) return { outlook: { ...outlook, daysLeft: { estimate: 0, low: 0, high: 0 } } };
  const whole = duration(seen * growth, arrivals);
  const left = (total: number): number => Math.max(0, Math.ceil(total - days));
  const daysLeft = { estimate: left(whole.days), low: left(whole.low), high: left(whole.high) };
  return { outlook: { ...outlook, daysLeft } };
}
