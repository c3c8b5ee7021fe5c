/** The logarithm of a likelihood with its slopes, at one place. */
export interface Likelihood {
  readonly value: number;
  readonly gradient: readonly number[];
  /** Symmetric, by rows. */
  readonly hessian: readonly (readonly number[])[];
}

/** Where a likelihood is greatest. */
export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
  /** Of the estimates: the inverse of the curvature. */
  readonly covariance: readonly (readonly number[])[];
}

const MOST_STEPS = 300;
/** A step changes no parameter by more than this: of a logarithm, a factor of 4.5. */
const LONGEST = 1.5;
/** What is left to gain, relative to the value, when it is enough. */
const ENOUGH = 1e-13;
/** So far from 0 the logarithm of a parameter goes on for ever. */
const FAR = 10;

/**
 * The maximum near `start` by Newton's method, damped where the likelihood is not concave; null when it
 * has none that is found. Where it goes on rising with a parameter, that one has no covariance (NaN).
 *
 * @see Marquardt, D. W. (1963). An algorithm for least-squares estimation of nonlinear parameters.
 *   SIAM Journal 11(2), 431–441.
 */
export function maximumLikelihood(
  likelihood: (at: readonly number[]) => Likelihood,
  start: readonly number[],
): Maximum | null {
  let at = start;
  let here = likelihood(at);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; ++step) {
    const move = dampedStep(here, damping);
    if (move === null) {
      damping *= 8;
      continue;
    }
    if (at.some(isFar)) return withoutBound(at, here);
    const gain = dot(move, here.gradient) / 2;
    if (gain <= ENOUGH * Math.max(1, Math.abs(here.value)) && damping < 1) {
      return maximumAt(at, here);
    }
    const scale = Math.min(1, LONGEST / Math.max(...move.map(Math.abs)));
    const next = at.map((value, i) => value + scale * move[i]!);
    const there = likelihood(next);
    if (there.value > here.value || (there.value === here.value && gain < 1e-9)) {
      [at, here] = [next, there];
      damping /= 10;
    } else {
      damping *= 8;
    }
    if (damping > 1e12) return gain < 1e-6 ? maximumAt(at, here) : null;
  }
  return null;
}

/** The one with the greatest value; null where there is none. */
export function highest(found: readonly (Maximum | null)[]): Maximum | null {
  return found.reduce((a, b) => (b && (!a || b.value > a.value) ? b : a), null);
}

function isFar(value: number): boolean {
  return Math.abs(value) > FAR;
}

/** Where the search was given up, because some parameters grow without bound. */
function withoutBound(at: readonly number[], { value }: Likelihood): Maximum {
  const covariance = at.map((each, i) => at.map((_, j) => (i === j && isFar(each) ? NaN : 0)));
  return { at, value, covariance };
}

function maximumAt(at: readonly number[], { value, hessian }: Likelihood): Maximum | null {
  const curvature = hessian.map((row) => row.map((each) => -each));
  const unit = at.map((_, i) => at.map((_, j) => (i === j ? 1 : 0)));
  const columns = unit.map((right) => positiveSolve(curvature, right));
  if (columns.some((column) => column === null)) return null;
  return { at, value, covariance: columns as number[][] };
}

/** (−H + λ·1)⁻¹·g; null where that matrix is not positive definite. */
function dampedStep({ gradient, hessian }: Likelihood, damping: number): number[] | null {
  const size = Math.max(1e-8, ...hessian.map((row, i) => Math.abs(row[i]!)));
  const matrix = hessian.map((row, i) =>
    row.map((each, j) => -each + (i === j ? damping * Math.max(size * 1e-6, Math.abs(each)) : 0)),
  );
  return positiveSolve(matrix, gradient);
}

/** The x with `matrix`·x = `right` by Cholesky; null where the matrix is not positive definite. */
function positiveSolve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const n = matrix.length;
  const factor = matrix.map(() => new Float64Array(n));
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j <= i; ++j) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; ++k) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i !== j) factor[i]![j] = rest / factor[j]![j]!;
      else if (rest > 1e-12 * Math.abs(matrix[i]![i]!)) factor[i]![i] = Math.sqrt(rest);
      else return null;
    }
  }
  const x = [...right];
  for (let i = 0; i < n; ++i) {
    for (let k = 0; k < i; ++k) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = n - 1; i >= 0; --i) {
    for (let k = i + 1; k < n; ++k) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
