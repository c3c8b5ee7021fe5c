import { pieces } from './gauss-legendre';
import * as normal from './normal';

/** How a cumulative sum watches standardised values. */
export interface CusumRule {
  /** What each value may lie beyond its centre without counting, in standard deviations. */
  readonly slack: number;
  /** The sum from which on it signals, in standard deviations. */
  readonly limit: number;
}

/**
 * The cumulative sum of how far values lie below their centre, restarted whenever nothing is left of
 * it: S = max(0, S − z − slack), 0 before the first value. A missing value leaves it as it was.
 *
 * @param scores  in standard deviations from the centre; give −z to watch for rises
 * @see Page, E. S. (1954). Continuous inspection schemes. Biometrika 41(1–2), 100–115.
 */
export function lowerCusum(scores: readonly (number | null)[], slack: number): number[] {
  let sum = 0;
  return scores.map((z) => (z === null ? sum : (sum = Math.max(0, sum - z - slack))));
}

/**
 * The mean number of values until the sum passes the limit, when independent normal values lie
 * `shift` standard deviations on the watched side of their centre. Solves the integral equation of
 * the run length on 64 points of Gauss and Legendre.
 *
 * @see Brook, D. & Evans, D. A. (1972). An approach to the probability distribution of CUSUM run
 *   length. Biometrika 59(3), 539–549.
 */
export function cusumRunLength({ slack, limit }: CusumRule, shift = 0): number {
  const { nodes, weights } = pieces(0, limit, 4);
  const starts = [0, ...nodes];
  const drift = shift - slack;
  // L(s) = 1 + L(0)·P(next sum is 0) + ∫ L(x)·density of moving from s to x.
  const matrix = starts.map((s, i) => [
    Number(i === 0) - normal.lowerTail(-s - drift),
    ...Array.from(
      nodes,
      (x, j) => Number(i === j + 1) - weights[j]! * normal.density(x - s - drift),
    ),
  ]);
  return firstUnknown(
    matrix,
    starts.map(() => 1),
  );
}

/** The first unknown of `matrix`·x = `right`; needs no pivots, since chances to go on add up to less than 1. */
function firstUnknown(matrix: readonly (readonly number[])[], right: readonly number[]): number {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let k = size - 1; k > 0; --k) {
    const pivot = rows[k]!;
    for (let i = 0; i < k; ++i) {
      const row = rows[i]!;
      const factor = row[k]! / pivot[k]!;
      for (let j = 0; j < k; ++j) row[j]! -= factor * pivot[j]!;
      row[size]! -= factor * pivot[size]!;
    }
  }
  return rows[0]![size]! / rows[0]![0]!;
}
