import { Problem } from '../../base/problem';
import { around } from '../../stats/comparison';
import { difference } from '../../stats/estimate';
import * as normal from '../../stats/normal';
import type { AgeCounts } from './ages';
import type { AgePoint, Novelty } from './result-details';

/** The difference of every day after the exposure, and whether it changes with the days. */
export function agesResult(
  ages: AgeCounts | null,
  arms: readonly string[],
  alpha: number,
): { sinceExposure?: readonly AgePoint[]; novelty?: readonly Novelty[] } {
  if (ages === null || ages.days.length < 2) return {};
  const reach = normal.criticalValue(alpha);
  const sinceExposure = ages.days.flatMap(([control, ...treatments], i) =>
    treatments.flatMap((treatment, t): AgePoint[] => {
      const gap = difference(control!.estimate, treatment.estimate);
      if (!(gap.error > 0)) return [];
      const users = Math.min(control!.n, treatment.n);
      return [{ day: i + 1, arm: arms[t + 1]!, users, ...around(gap, reach) }];
    }),
  );
  return {
    sinceExposure,
    novelty: ages.trends.map((trend, t) => noveltyOf(trend, arms[t + 1]!, reach)),
  };
}

function noveltyOf(trend: AgeCounts['trends'][number], arm: string, reach: number): Novelty {
  if (trend instanceof Problem) {
    const problem = trend.toJSON();
    const slope = { estimate: null, low: null, high: null, problem };
    return { arm, daysSeen: 0, slope, p: null, first: null, last: null, problem };
  }
  const { slope, first, last, days } = trend;
  const p = normal.twoSidedP(slope.value / slope.error);
  return { arm, daysSeen: days, slope: around(slope, reach), p, first, last };
}
