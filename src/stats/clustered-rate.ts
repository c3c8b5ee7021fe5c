import type { Interval } from './interval';
import { wilson } from './wilson';

/** Trials that come in clusters (attempts of users): their sums over the clusters. */
export interface ClusteredSums {
  readonly clusters: number;
  /** Sums of trials and of successes. */
  readonly n: number;
  readonly successes: number;
  /** Sums of squares, and of products. */
  readonly nn: number;
  readonly xx: number;
  readonly xn: number;
}

/**
 * The squared standard error of successes over trials when trials of a cluster go together; 0 where
 * all or none succeed.
 *
 * @see Deng, A., Knoblich, U. & Lu, J. (2018). Applying the delta method in metric analytics. KDD.
 */
export function clusteredVariance({ clusters, n, successes, nn, xx, xn }: ClusteredSums): number {
  if (clusters < 2) return Infinity;
  const rate = successes / n;
  const squares = Math.max(0, xx - 2 * rate * xn + rate ** 2 * nn);
  return (squares / n ** 2) * (clusters / (clusters - 1));
}

/**
 * A rate of clustered trials with Wilson's interval for as many independent trials as would be as
 * uncertain: never more than there are, and where all or none succeed as many as there are clusters.
 *
 * @see Dean, N. & Pagano, M. (2015). Evaluating confidence interval methods for binomial proportions
 *   in clustered surveys. Journal of Survey Statistics and Methodology 3(4), 484–503.
 */
export function clusteredRate(sums: ClusteredSums, alpha = 0.05): Interval {
  const rate = sums.successes / sums.n;
  const spread = rate * (1 - rate);
  const alike = spread === 0 ? sums.clusters : spread / clusteredVariance(sums);
  const n = Math.max(1, Math.min(sums.n, alike));
  return { ...wilson({ n, successes: Math.min(n, rate * n) }, alpha), estimate: rate };
}
