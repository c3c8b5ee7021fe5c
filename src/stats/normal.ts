import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/** The density of the standard normal distribution at `z`. */
export function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** P(Z ≤ z); relative error below 1e-12 down to 1e-300. */
export function lowerTail(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(Z > z), computed as itself: `1 − lowerTail(z)` is 0 from z = 8.3. */
export function upperTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** P(|Z| ≥ |z|), the p-value of a two-sided test. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/**
 * The z with P(Z ≤ z) = `p`, for 0 < `p` < 1. Through the inverse of erfc, which keeps its digits
 * far into the tail (1e-300), where the library's own normal quantile gives NaN.
 */
export function quantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}

/** The z ≥ 0 with P(|Z| ≥ z) = `alpha`: how many standard errors an interval reaches. */
export function criticalValue(alpha: number): number {
  return Math.SQRT2 * erfcinv(alpha);
}
