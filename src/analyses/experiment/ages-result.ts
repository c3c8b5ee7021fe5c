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
      if (!control!.estimate || !treatment.estimate) return [];
      const gap = difference(control!.estimate, treatment.estimate);
      if (!(gap.error > 0)) return [];
      const users = Math.min(control!.n, treatment.n);
      return [{ day: i + 1, arm: arms[t + 1]!, users, ...around(gap, reach) }];
    }),
  );
  return {
    sinceExposure,
    ...(ages.trends.length === 0
      ? {}
      : {
          novelty: ages.trends.map((trend, t) =>
            noveltyOf(trend, arms[t + 1]!, ages.days.length, reach),
          ),
        }),
  };
}

function noveltyOf(
  trend: AgeCounts['trends'][number],
  arm: string,
  daysSeen: number,
  reach: number,
): Novelty {
  if (trend instanceof Problem) {
    const problem = trend.toJSON();
    const shift = { estimate: null, low: null, high: null, problem };
    return { arm, daysSeen, shift, p: null, problem };
  }
  const { shift, p, split, early, late } = trend;
  const lifts = early === null || late === null ? {} : { early, late };
  return { arm, daysSeen, shift: around(shift, reach), p, split, ...lifts };
}
