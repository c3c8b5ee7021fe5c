import jStat from 'jstat';

/**
 * P(Q > q) for Tukey's studentised range of `means` means with `df` degrees of freedom.
 *
 * This is jStat's port of Copenhaver & Holland (1988), absolute error below 1e-9. Above df = 25,000
 * it takes the variance as known, which makes a p-value of 1e-4 at most 0.2 % too small.
 */
export function upperTail(q: number, means: number, df: number): number {
  return Math.max(0, 1 - jStat.tukey.cdf(q, means, df));
}
