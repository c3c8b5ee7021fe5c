import * as beta from './beta';

/** P(K ≤ k). */
export function lowerTail(k: number, n: number, p: number): number {
  return k >= n ? 1 : beta.upperTail(p, k + 1, n - k);
}

/**
 * P(K > k).
 *
 * @public the other half of the distribution, held to the golden points beside the first
 */
export function upperTail(k: number, n: number, p: number): number {
  return k >= n ? 0 : beta.lowerTail(p, k + 1, n - k);
}
