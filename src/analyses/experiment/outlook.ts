import { Problem } from '../../base/problem';
import { duration } from '../../stats/duration';
import type { Interval } from '../../stats/interval';
import { FEWEST_ARRIVAL_DAYS } from './arrivals';
import { DAY } from './local-day';
import { maybeInterval } from './maybe-interval';
import type { Pace } from './pace';
import type { Metric } from './params';
import type { MetricResult } from './result';
import type { Outlook } from './result-details';

/**
 * How long it takes until a change of the size of the metric's target would be seen: the smallest
 * visible change falls with the root of the users whose window has passed. Absent without a target.
 */
export function outlookOf(
  { target }: Metric,
  result: MetricResult,
  pace: Pace,
): { outlook?: Outlook } {
  const { mde, arms } = result;
  if (target === undefined || mde === null || mde === 0) return {};
  const growth = (mde / target) ** 2;
  const matured = arms.reduce((sum, arm) => sum + arm.matured, 0);
  const usersNeeded = Math.ceil(matured * growth);
  const daysLeft = maybeInterval(() => {
    return growth <= 1 ? { estimate: 0, low: 0, high: 0 } : daysUntil(usersNeeded, result, pace);
  });
  return { outlook: { target, progress: Math.min(1, 1 / growth), usersNeeded, daysLeft } };
}

/** @throws {Problem} `arrivals-unknown`, `history-too-short`, and why the test has `ended` */
function daysUntil(
  needed: number,
  { arms, windowMs }: MetricResult,
  { days, arrivals, entered, ended }: Pace,
): Interval {
  if (days === null) throw new Problem('arrivals-unknown');
  if (ended !== null) throw ended;
  if (arrivals.length < FEWEST_ARRIVAL_DAYS || arrivals.every((users) => users === 0)) {
    const args = { days: arrivals.length, needed: FEWEST_ARRIVAL_DAYS };
    throw new Problem('history-too-short', args);
  }
  // Some of those who come never count; those who do are waited for until their window has passed.
  const counted = arms.reduce((sum, { users }) => sum + users, 0);
  const whole = duration((needed * entered) / counted, arrivals);
  const left = (total: number): number =>
    Math.max(0, Math.ceil(total + (windowMs ?? 0) / DAY - days));
  return { estimate: left(whole.days), low: left(whole.low), high: left(whole.high) };
}
