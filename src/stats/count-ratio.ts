import type { Interval } from './interval';
import type { Proportion } from './proportion';
import { wilson } from './wilson';

/**
 * The ratio of two counts of different users, above / below: the odds of being one of the first.
 * Its ends are the odds of Wilson's limits, so it excludes 1 exactly when the score test of an even
 * share rejects. With many users it is the interval that resampling them leads to.
 *
 * @param below  at least 1
 * @see Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
 *   JASA 22, 209–212.
 */
export function countRatio(above: number, below: number, alpha = 0.05): Interval {
  if (!(above >= 0 && below >= 1)) throw new RangeError(`countRatio: ${above} over ${below}`);
  const n = above + below;
  const lowestShare = (share: Proportion): number => wilson(share, alpha).low;
  const low = lowestShare({ n, successes: above });
  // The share of the others keeps its digits where that of the first is near 1.
  const rest = lowestShare({ n, successes: below });
  return { estimate: above / below, low: low / (1 - low), high: (1 - rest) / rest };
}
