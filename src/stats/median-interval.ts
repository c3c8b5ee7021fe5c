import { Problem } from '../base/problem';
import { validAlpha } from './alpha';
import * as binomial from './binomial';
import type { Interval } from './interval';
import * as normal from './normal';
import { sortedQuantile } from './sample-quantile';

/** As many values give an interval of 95 %. */
const NEEDED = 6;

/**
 * The median with the narrowest interval between two of the values themselves, as many of them to
 * each side, that covers the median of any continuous distribution at level 1 − `alpha` or more.
 *
 * @param sorted  ascending
 * @throws {Problem} `few-durations` when there are too few values for such an interval
 * @see Thompson, W. R. (1936). On confidence ranges for the median and other expectation
 *   distributions for populations of unknown distribution form. Annals of Mathematical Statistics 7.
 */
export function medianInterval(sorted: ArrayLike<number>, alpha = 0.05): Interval {
  const n = sorted.length;
  const outside = outsideRank(n, validAlpha(alpha) / 2);
  if (outside < 0) throw new Problem('few-durations', { values: n, needed: NEEDED });
  return {
    estimate: sortedQuantile(sorted, 0.5),
    low: sorted[outside]!,
    high: sorted[n - 1 - outside]!,
  };
}

/** The greatest k with P(K ≤ k) ≤ `tail` for K from n fair coins; −1 when there is none. */
function outsideRank(n: number, tail: number): number {
  const isOutside = (k: number) => binomial.lowerTail(k, n, 0.5) <= tail;
  let k = Math.max(-1, Math.floor(n / 2 + (normal.quantile(tail) * Math.sqrt(n)) / 2));
  while (k >= 0 && !isOutside(k)) --k;
  while (k + 1 < n / 2 && isOutside(k + 1)) ++k;
  return k;
}
