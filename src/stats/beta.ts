import betainc from '@stdlib/math-base-special-betainc';
import jStat from 'jstat';
import { binomialDensity } from './binomial-density';
import { quantileOf } from './quantile-of';

/** The density at 0 < `x` < 1 of the beta distribution with parameters `a`, `b` > 0. */
export function density(x: number, a: number, b: number): number {
  return (((a * b) / (a + b)) * binomialDensity(a, a + b, x)) / (x * (1 - x));
}

/**
 * P(B ≤ x) for the beta distribution with parameters `a`, `b` > 0; relative error below 1e-11 down
 * to 1e-300.
 */
export function lowerTail(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x >= 0.5) return betainc(1 - x, b, a, true, true);
  return betainc(x, a, b, true, false) || farLowerTail(x, a, b);
}

/** P(B > x). From x = ½ through the mirror image, because the library gives 0 near x = 1. */
export function upperTail(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  return x < 0.5 ? betainc(x, a, b, true, true) : lowerTail(1 - x, b, a);
}

/**
 * The x with P(B ≤ x) = `p`, for 0 < `p` < 1.
 *
 * @public held against the reference with the other quantiles
 */
export function quantile(p: number, a: number, b: number): number {
  const odds = quantileOf(
    p,
    (r) => lowerTail(r / (1 + r), a, b),
    (r) => lowerTail(1 / (1 + r), b, a),
    a / b,
  );
  return odds / (1 + odds);
}

/** The lower tail where the library's power of x underflows, through logarithms (error below 1e-9). */
function farLowerTail(x: number, a: number, b: number): number {
  const scale = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - jStat.betaln(a, b)) / a;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * Number.EPSILON; ++k) {
    term *= (x * (a + b + k - 1)) / (a + k);
    sum += term;
  }
  return scale * sum;
}
