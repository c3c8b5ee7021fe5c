import * as beta from './beta';
import { quantileOf } from './quantile-of';

/** P(F ≤ x) for the F distribution with `df1` and `df2` > 0 degrees of freedom. */
export function lowerTail(x: number, df1: number, df2: number): number {
  const scaled = df1 * x;
  return scaled < df2
    ? beta.lowerTail(scaled / (scaled + df2), df1 / 2, df2 / 2)
    : beta.upperTail(df2 / (scaled + df2), df2 / 2, df1 / 2);
}

/** P(F > x), the p-value of an analysis of variance. */
export function upperTail(x: number, df1: number, df2: number): number {
  return lowerTail(1 / x, df2, df1);
}

/**
 * The x with P(F ≤ x) = `p`, for 0 < `p` < 1.
 *
 * @public held against the reference with the other quantiles
 */
export function quantile(p: number, df1: number, df2: number): number {
  return quantileOf(
    p,
    (x) => lowerTail(x, df1, df2),
    (x) => upperTail(x, df1, df2),
    1,
  );
}
