import { deviance, stirlingError } from './poisson';

/**
 * The probability of `k` successes in `n` trials of chance `p`; 0 ≤ `k` ≤ `n`, which
 * need not be whole (the beta density is made of it).
 *
 * @see Loader, C. (2000). Fast and accurate computation of binomial probabilities.
 */
export function binomialDensity(k: number, n: number, p: number): number {
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return p ** n;
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}
