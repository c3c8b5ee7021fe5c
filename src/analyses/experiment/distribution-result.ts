import { Problem } from '../../base/problem';
import { around } from '../../stats/comparison';
import { type Estimate, difference as gapOf } from '../../stats/estimate';
import * as normal from '../../stats/normal';
import { LEVELS, type Spread } from './distribution';
import { maybeInterval } from './maybe-interval';
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
  const value = valueOf(own);
  if (value === null) return { ...base, value, problem: (own as Problem).toJSON() };
  if (arm === 0) return { ...base, value };
  const problem = own instanceof Problem ? own : control instanceof Problem ? control : null;
  const difference = maybeInterval(() => {
    if (problem) throw problem;
    const gap = gapOf(control as Estimate, own as Estimate);
    return around(gap, normal.criticalValue(alpha));
  });
  return { ...base, value, difference };
}

/** Where many values are equal the quantile is known, and only its error is not. */
function valueOf(quantile: Estimate | Problem): number | null {
  if (!(quantile instanceof Problem)) return quantile.value;
  return quantile.code === 'tied-quantile' ? Number(quantile.args['value']) : null;
}
