import { Problem } from '../../base/problem';
import { around } from '../../stats/comparison';
import { difference } from '../../stats/estimate';
import * as normal from '../../stats/normal';
import { LEVELS, type Spread } from './distribution';
import type { Distribution, QuantilePoint } from './result-details';

/** How values are spread, with the effect on each quantile at level 1 − `alpha`. */
export function distributionResult(
  spread: Spread | null,
  names: readonly string[],
  alpha: number,
): { distribution?: Distribution } {
  if (spread === null) return {};
  const { edges, isLog, arms } = spread;
  return {
    distribution: {
      edges,
      isLog,
      arms: arms.map(({ n, zeros, counts, top }, i) => ({
        name: names[i]!,
        values: n,
        zeros,
        counts,
        ...(top === null ? {} : { top }),
      })),
      quantiles: LEVELS.flatMap((_, at) =>
        arms.map((__, arm) => quantilePoint(spread, names, at, arm, alpha)),
      ),
    },
  };
}

function quantilePoint(
  { arms }: Spread,
  names: readonly string[],
  at: number,
  arm: number,
  alpha: number,
): QuantilePoint {
  const [own, control] = [arms[arm]!.quantiles[at]!, arms[0]!.quantiles[at]!];
  const base = { level: LEVELS[at]!, arm: names[arm]! };
  if (own instanceof Problem) return { ...base, value: null, problem: own.toJSON() };
  if (arm === 0 || control instanceof Problem) return { ...base, value: own.value };
  const gap = around(difference(control, own), normal.criticalValue(alpha));
  return { ...base, value: own.value, difference: gap };
}
