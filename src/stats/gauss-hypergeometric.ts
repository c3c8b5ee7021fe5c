/** More terms than this only a z next to 1 needs. */
const MOST_TERMS = 100_000;

/**
 * ₂F₁(a, b; c; z), Gauss's series, for `a`, `b`, `c` > 0 and 0 ≤ `z` < 1: all terms are positive, so
 * no digits are lost.
 */
export function gaussHypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < MOST_TERMS && term > sum * Number.EPSILON * (1 - z); ++k) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
  }
  return sum;
}
