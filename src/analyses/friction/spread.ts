import { medianInterval } from '../../stats/median-interval';
import { sortedQuantile } from '../../stats/sample-quantile';
import { orProblem } from '../or-problem';
import { Problem } from '../../base/problem';
import type { Spread } from './result';

/** How durations are spread; null where there are none. */
export function spreadOf(durations: Float64Array): Spread | null {
  if (durations.length === 0) return null;
  const sorted = durations.slice().sort();
  const at = (p: number) => sortedQuantile(sorted, p);
  const interval = orProblem(() => medianInterval(sorted));
  return {
    count: sorted.length,
    medianMs: at(0.5),
    ...(interval instanceof Problem
      ? { low: null, high: null, problem: interval.toJSON() }
      : { low: interval.low, high: interval.high }),
    p75Ms: at(0.75),
    p90Ms: at(0.9),
    p99Ms: at(0.99),
  };
}
