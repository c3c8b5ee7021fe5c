import * as gamma from './gamma';

/** P(X ≤ x) for chi-square with `df` > 0 degrees of freedom. */
export function lowerTail(x: number, df: number): number {
  return gamma.lowerTail(x / 2, df / 2);
}

/** P(X > x), the p-value of a chi-square test; relative error below 1e-10 down to 1e-300. */
export function upperTail(x: number, df: number): number {
  return gamma.upperTail(x / 2, df / 2);
}

/** The x with P(X ≤ x) = `p`, for 0 < `p` < 1. */
export function quantile(p: number, df: number): number {
  return 2 * gamma.quantile(p, df / 2);
}
