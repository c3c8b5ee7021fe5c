import * as normal from './normal';

/** Up to this mean the chances are added up one by one. */
const FEW = 64;

/**
 * The least k with P(X ≤ k) ≥ `p` for a Poisson count of the given mean ≥ 0, 0 ≤ `p` < 1: with a `p`
 * drawn evenly it is a drawn count. Above a mean of 64 by Cornish and Fisher's expansion, rounded:
 * off by one in at most five cases of a thousand.
 *
 * @see Cornish, E. A. & Fisher, R. A. (1938). Moments and cumulants in the specification of
 *   distributions. Revue de l'Institut International de Statistique 5(4), 307–320.
 */
export function poissonQuantile(mean: number, p: number): number {
  if (mean > FEW) {
    const z = normal.quantile(Math.min(1 - 2 ** -33, Math.max(2 ** -33, p)));
    const error = Math.sqrt(mean);
    const shifted = mean + error * z + (z * z - 1) / 6 - (z * z * z - z) / (72 * error);
    return Math.max(0, Math.round(shifted));
  }
  let k = 0;
  let term = Math.exp(-mean);
  for (let sum = term; sum < p && term > 0; sum += term) {
    ++k;
    term *= mean / k;
  }
  return k;
}
