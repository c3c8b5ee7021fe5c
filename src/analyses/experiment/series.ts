import { Problem } from '../../base/problem';
import type { Design } from './design';
import type { DayCounts } from './day-counts';
import { orProblem } from '../or-problem';
import type { ExperimentParams, Metric } from './params';
import { alwaysValidReading, pairOf } from './reading';
import { FEWEST_USERS } from './readings';
import type { SeriesPoint } from './result';
import { thetaOf } from './theta';

/**
 * The lift as it stood at the end of each day, with the interval that is valid however often one
 * looks. Days with fewer than 100 users in an arm, or without a lift, are left out.
 */
export function seriesOf(
  growth: readonly DayCounts[],
  arms: readonly string[],
  metric: Metric,
  { alpha, scale }: Design,
  { lift: method }: ExperimentParams,
): SeriesPoint[] {
  return growth.flatMap(({ through, arms: [control, ...treatments] }) =>
    treatments.flatMap((treatment, i) => {
      if (Math.min(control!.n, treatment.n) < FEWEST_USERS) return [];
      const lift = orProblem(() => {
        const pair = pairOf(control!, treatment, thetaOf(metric));
        return alwaysValidReading(pair, scale, method).lift(alpha);
      });
      return lift instanceof Problem ? [] : [{ through, arm: arms[i + 1]!, ...lift }];
    }),
  );
}
