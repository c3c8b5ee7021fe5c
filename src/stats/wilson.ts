import { checked } from './comparison';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, rate } from './proportion';

/**
 * A rate with Wilson's score interval, which stays inside [0, 1] and has a width when nobody or
 * everybody did it.
 *
 * @see Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
 *   JASA 22, 209–212.
 */
export function wilson(share: Proportion, alpha = 0.05): Interval {
  const p = rate(share);
  const z2 = normal.criticalValue(checked(alpha)) ** 2;
  const shrink = 1 + z2 / share.n;
  const centre = p + z2 / (2 * share.n);
  const margin = Math.sqrt((z2 / share.n) * (p * (1 - p) + z2 / (4 * share.n)));
  const high = Math.min(1, (centre + margin) / shrink);
  // The lower limit from the product of the roots: the difference would not be 0 when p is 0.
  return { estimate: p, low: p ** 2 / (centre + margin), high };
}
