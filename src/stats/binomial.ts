import * as beta from './beta';

/** P(K ≤ k). */
export function lowerTail(k: number, n: number, p: number): number {
  return k >= n ? 1 : beta.upperTail(p, k + 1, n - k);
}
