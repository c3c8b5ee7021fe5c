import { validAlpha } from './alpha';
import { hashRandom } from './hash-random';
import * as normal from './normal';
import { sortedQuantile } from './sample-quantile';

/** How many curves are drawn: the critical value is then right to about 0.02. */
const DRAWS = 10_000;

/**
 * How many standard errors a band must reach to hold a whole curve at once: the 1 − alpha quantile of
 * the largest |z| of estimates that are normal with this covariance. Between the critical value of
 * one estimate and Bonferroni's for all; estimates without an error (a covariance of 0 with
 * themselves) are certain and do not count.
 *
 * @param covariance  symmetric, by rows
 * @see Hothorn, T., Bretz, F. & Westfall, P. (2008). Simultaneous inference in general parametric
 *   models. Biometrical Journal 50(3), 346–363.
 */
export function bandMultiplier(
  covariance: readonly (readonly number[])[],
  alpha: number,
  seed: number,
): number {
  const least = normal.criticalValue(validAlpha(alpha));
  const noisy = covariance.flatMap((row, i) => (row[i]! > 0 ? [i] : []));
  if (noisy.length < 2) return least;
  const factor = choleskyFactor(correlation(covariance, noisy));
  const draws = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; ++draw) draws[draw] = largest(factor, seed, draw);
  const most = normal.criticalValue(alpha / noisy.length);
  return Math.min(most, Math.max(least, sortedQuantile(draws.sort(), 1 - alpha)));
}

function correlation(covariance: readonly (readonly number[])[], kept: readonly number[]) {
  return kept.map((i) =>
    kept.map((j) => covariance[i]![j]! / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!)),
  );
}

/** The lower triangle L with L·Lᵀ = `matrix`; estimates that follow from earlier ones get no noise of their own. */
function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; ++i) {
    for (let j = 0; j <= i; ++j) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; ++k) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i === j) factor[i]![i] = rest > 1e-12 ? Math.sqrt(rest) : 0;
      else factor[i]![j] = factor[j]![j]! > 0 ? rest / factor[j]![j]! : 0;
    }
  }
  return factor;
}

/** The largest |z| of one curve, drawn by Box and Muller's method. */
function largest(factor: readonly (readonly number[])[], seed: number, draw: number): number {
  const noise = factor.map((_, i) => {
    const pair = i >> 1;
    const radius = Math.sqrt(-2 * Math.log(1 - hashRandom(seed, draw, 2 * pair)));
    const angle = 2 * Math.PI * hashRandom(seed, draw, 2 * pair + 1);
    return radius * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
  let greatest = 0;
  for (let i = 0; i < factor.length; ++i) {
    let z = 0;
    for (let j = 0; j <= i; ++j) z += factor[i]![j]! * noise[j]!;
    greatest = Math.max(greatest, Math.abs(z));
  }
  return greatest;
}
