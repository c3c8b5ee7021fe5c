import jStat from 'jstat';

/**
 * P(Q > q) for Tukey's studentised range of `means` means with `df` degrees of freedom: jStat's port
 * of Copenhaver & Holland (1988). Absolute error below 2e-8 up to df 5,000 and 2e-5 beyond, where
 * from 25,000 it takes the variance as known. p-values below that are not to be read.
 */
export function upperTail(q: number, means: number, df: number): number {
  return Math.max(0, 1 - jStat.tukey.cdf(q, means, df));
}
