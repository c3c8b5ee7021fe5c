import type { Moments } from './moments';

/** What several columns of one sample leave behind: enough for ratios and regressions. */
export interface JointMoments {
  /** Number of observations. */
  readonly n: number;
  /** A mean for each column; 0 when `n` is 0. */
  readonly means: readonly number[];
  /** `products[i][j]` is the sum over observations of the product of both columns' deviations. */
  readonly products: readonly (readonly number[])[];
}

/** Summarises columns of one length in one pass by Welford's update. Non-finite values are an error. */
export function jointMoments(columns: readonly ArrayLike<number>[]): JointMoments {
  const n = columns[0]?.length ?? 0;
  const size = columns.length;
  const means = new Float64Array(size);
  // Row by row, the lower triangle filled.
  const products = new Float64Array(size * size);
  const before = new Float64Array(size);
  const after = new Float64Array(size);
  for (let row = 0; row < n; ++row) {
    for (let i = 0; i < size; ++i) {
      const value = columns[i]![row]!;
      if (!Number.isFinite(value)) throw new RangeError(`jointMoments: value ${row} is ${value}`);
      before[i] = value - means[i]!;
      means[i]! += before[i]! / (row + 1);
      after[i] = value - means[i]!;
    }
    for (let i = 0; i < size; ++i) {
      for (let j = 0; j <= i; ++j) products[i * size + j]! += before[i]! * after[j]!;
    }
  }
  return {
    n,
    means: Array.from(means),
    products: columns.map((_, i) =>
      columns.map((_, j) => products[Math.max(i, j) * size + Math.min(i, j)]!),
    ),
  };
}

/** Combines two disjoint samples of the same columns (Chan, Golub & LeVeque 1979). */
export function mergeJoint(a: JointMoments, b: JointMoments): JointMoments {
  const n = a.n + b.n;
  if (n === 0) return a;
  const delta = b.means.map((mean, i) => mean - a.means[i]!);
  return {
    n,
    means: a.means.map((mean, i) => mean + (delta[i]! * b.n) / n),
    products: a.products.map((row, i) =>
      row.map((sum, j) => sum + b.products[i]![j]! + (delta[i]! * delta[j]! * a.n * b.n) / n),
    ),
  };
}

/** The moments of one column. */
export function columnMoments({ n, means, products }: JointMoments, column: number): Moments {
  return { n, mean: means[column]!, m2: products[column]![column]! };
}

/** Unbiased covariance of two columns (divisor `n − 1`). Needs `n ≥ 2`. */
export function covariance({ n, products }: JointMoments, i: number, j: number): number {
  if (n < 2) throw new RangeError(`covariance: needs 2 values, got ${n}`);
  return products[i]![j]! / (n - 1);
}
