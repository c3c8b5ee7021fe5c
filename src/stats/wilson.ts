import { validAlpha } from './alpha';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, failures, rate } from './proportion';

/**
 * A rate with Wilson's score interval, which stays inside [0, 1] and has a width when nobody or
 * everybody did it.
 *
 * @see Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
 *   JASA 22, 209–212.
 */
export function wilson(share: Proportion, alpha = 0.05): Interval {
  const z = normal.criticalValue(validAlpha(alpha));
  return {
    estimate: rate(share),
    low: lowerLimit(share, z),
    high: 1 - lowerLimit(failures(share), z),
  };
}

/** The smaller root from the product of both, because a difference would not be 0 when the rate is. */
function lowerLimit(share: Proportion, z: number): number {
  const p = rate(share);
  const noise = z ** 2 / (2 * share.n);
  return p ** 2 / (p + noise + Math.sqrt(noise * (2 * p * (1 - p) + noise)));
}
