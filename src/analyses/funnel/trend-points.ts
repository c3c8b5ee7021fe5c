import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { wilson } from '../../stats/wilson';
import { periodStart } from '../../events/period-start';
import type { Setting } from './conversion';
import type { TrendCounts } from './entry-trend';
import type { TrendPoint } from './result';

/** One point for each period from the first entry to the last; a period in which nobody entered has no rate. */
export function trendPoints(
  { starts, entered, converted }: TrendCounts,
  { rules, params, scope }: Setting,
): TrendPoint[] {
  const days = calendar(scope.timezone, scope.weekStart);
  const { period, alpha, steps } = params;
  const event = [steps[0]!.event].flat().join(', ');
  const points: TrendPoint[] = [];
  const last = starts.at(-1) ?? -Infinity;
  for (let start = starts[0] ?? Infinity, next = 0; start <= last;) {
    const end = days.end(period, start);
    const isThere = starts[next] === start;
    const n = isThere ? entered[next]! : 0;
    const successes = isThere ? converted[next]! : 0;
    if (isThere) ++next;
    const about = { start: periodStart(days, period, start), entered: n, converted: successes };
    const windowMs = rules.windowMs === Infinity ? 0 : rules.windowMs;
    const complete = end + windowMs <= scope.completeThrough;
    points.push({ ...about, ...rateOf(n, successes, alpha, event), complete });
    start = end;
  }
  return points;
}

function rateOf(n: number, successes: number, alpha: number, event: string) {
  if (n === 0) {
    const problem = new Problem('nobody-entered', { event }).toJSON();
    return { rate: null, low: null, high: null, problem };
  }
  const { estimate, low, high } = wilson({ n, successes }, alpha);
  return { rate: estimate, low, high };
}
