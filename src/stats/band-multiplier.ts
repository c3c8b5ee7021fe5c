import { validAlpha } from './alpha';
import { hashRandom } from './hash-random';
import * as normal from './normal';
import { sortedQuantile } from './sample-quantile';

/** How many curves are drawn: the critical value is then right to about 0.03. */
const DRAWS = 4_000;

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
  const noise = normals(seed);
  const draws = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; ++draw) draws[draw] = largest(factor, noise);
  const most = normal.criticalValue(alpha / noisy.length);
  return Math.min(most, Math.max(least, sortedQuantile(draws.sort(), 1 - alpha)));
}

function correlation(covariance: readonly (readonly number[])[], kept: readonly number[]) {
  return kept.map((i) =>
    kept.map((j) => covariance[i]![j]! / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!)),
  );
}

/** The lower triangle L with L·Lᵀ = `matrix`; estimates that follow from earlier ones get no noise of their own. */
function choleskyFactor(matrix: readonly (readonly number[])[]): Float64Array[] {
  const factor = matrix.map((row) => new Float64Array(row.length));
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

/** The largest |z| of one curve. */
function largest(factor: readonly Float64Array[], noise: () => number): number {
  const drawn = new Float64Array(factor.length);
  let greatest = 0;
  for (let i = 0; i < factor.length; ++i) {
    const row = factor[i]!;
    drawn[i] = noise();
    let z = 0;
    for (let j = 0; j <= i; ++j) z += row[j]! * drawn[j]!;
    greatest = Math.max(greatest, Math.abs(z));
  }
  return greatest;
}

/**
 * Standard normal numbers, the same ones for the same seed: the polar method on a 32-bit xorshift.
 *
 * @see Marsaglia, G. (2003). Xorshift RNGs. Journal of Statistical Software 8(14).
 */
function normals(seed: number): () => number {
  let state = Math.floor(hashRandom(seed) * 2 ** 32) || 1;
  let spare = NaN;
  const symmetric = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
  return () => {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = NaN;
      return value;
    }
    for (;;) {
      const [x, y] = [symmetric(), symmetric()];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
}
