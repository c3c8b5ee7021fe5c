import { Problem, type ProblemCode } from '../../base/problem';
import { clusteredRate, clusteredVariance } from '../../stats/clustered-rate';
import type { Interval } from '../../stats/interval';
import * as normal from '../../stats/normal';
import type { Missing } from '../analysis';
import { type Clusters, sumsOf } from './clusters';
import type { Rate } from './result';

/** How often an outcome came of a kind of trial; the problem where there was no such trial. */
export function rateOf(
  clusters: Clusters,
  kind: number,
  outcome: number,
  alpha: number,
  none: ProblemCode,
): Rate {
  const sums = sumsOf(clusters, kind, outcome);
  const counted = { count: sums.successes, of: sums.n, users: sums.clusters };
  if (sums.n === 0) {
    const problem = new Problem(none).toJSON();
    return { ...counted, rate: null, low: null, high: null, problem };
  }
  const { estimate, low, high } = clusteredRate(sums, alpha);
  return { ...counted, rate: estimate, low, high };
}

/** Fewer users on a side say nothing about a threshold. */
const FEWEST_USERS = 10;

/** The difference of two kinds of trials, the second less the first; users as units. */
export function differenceOf(
  clusters: Clusters,
  [first, second]: readonly [number, number],
  alpha: number,
): Interval | Missing<Interval> {
  const [a, b] = [sumsOf(clusters, first), sumsOf(clusters, second)];
  const users = Math.min(a.clusters, b.clusters);
  if (users < FEWEST_USERS) {
    const problem = new Problem('too-few-near', { users, needed: FEWEST_USERS }).toJSON();
    return { estimate: null, low: null, high: null, problem };
  }
  const estimate = b.successes / b.n - a.successes / a.n;
  const error = Math.sqrt(clusteredVariance(a) + clusteredVariance(b));
  const reach = normal.criticalValue(alpha) * error;
  return { estimate, low: estimate - reach, high: estimate + reach };
}
