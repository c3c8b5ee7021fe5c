import cdf from '@stdlib/stats-base-dists-t-cdf';
import inverse from '@stdlib/stats-base-dists-t-quantile';
import * as normal from './normal';

/** From here the normal distribution agrees to the last digit, and the library's quantile begins to fail. */
const NORMAL_FROM = 1e14;

/**
 * P(T ≤ t) for Student's t with `df` degrees of freedom, `df` > 0, possibly fractional or infinite;
 * relative error below 1e-12 down to 1e-300.
 */
export function lowerTail(t: number, df: number): number {
  return df < NORMAL_FROM ? cdf(t, df) : normal.lowerTail(t);
}

/** P(T > t). */
export function upperTail(t: number, df: number): number {
  return lowerTail(-t, df);
}

/**
 * P(|T| ≥ |t|), the p-value of a two-sided test.
 *
 * Taken from the lower tail at −|t|: `2 × (1 − cdf(t))` rounds to 0 once p falls below
 * about 1e-16, and p-values there are what a large test produces.
 */
export function twoSidedP(t: number, df: number): number {
  return 2 * lowerTail(-Math.abs(t), df);
}

/** The t with P(T ≤ t) = `p`, for 0 < `p` < 1. */
export function quantile(p: number, df: number): number {
  return df < NORMAL_FROM ? inverse(p, df) : normal.quantile(p);
}

/** The t ≥ 0 with P(|T| ≥ t) = `alpha`: how many standard errors an interval reaches. */
export function criticalValue(alpha: number, df: number): number {
  return -quantile(alpha / 2, df);
}
