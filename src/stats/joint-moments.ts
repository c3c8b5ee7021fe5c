import type { Moments } from './moments';

/** What several columns of one sample leave behind: enough for ratios and regressions. */
export interface JointMoments {
  /** Number of observations. */
  readonly n: number;
  /** A mean for each column; 0 when `n` is 0. */
  readonly means: readonly number[];
  /** `products[i][j]` is the sum over observations of the product of both columns' deviations. */
  readonly products: readonly (readonly number[])[];
  /** Covariance of the mean of the first column and of its slopes on the others, where it was asked for. */
  readonly fit?: readonly (readonly number[])[];
}

/** Summarises columns of one length in two passes. Non-finite values are an error. */
export function jointMoments(columns: readonly ArrayLike<number>[]): JointMoments {
  const n = columns[0]?.length ?? 0;
  const typed = columns.map((column) =>
    column instanceof Float64Array ? column : Float64Array.from(column),
  );
  const centres = typed.map((column) => (n === 0 ? 0 : sum(column) / n));
  // What rounding left of the sum of deviations corrects both means and products.
  const rests = typed.map((column, i) => (n === 0 ? 0 : deviation(column, centres[i]!) / n));
  const products = typed.map((a, i) =>
    typed.slice(0, i + 1).map((b, j) => {
      return codeviation(a, centres[i]!, b, centres[j]!) - n * rests[i]! * rests[j]!;
    }),
  );
  return {
    n,
    means: centres.map((centre, i) => centre + rests[i]!),
    products: products.map((row, i) =>
      products.map((_, j) => (j <= i ? row[j]! : products[j]![i]!)),
    ),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]!;
  if (Number.isFinite(total)) return total;
  const at = values.findIndex((value) => !Number.isFinite(value));
  throw new RangeError(`jointMoments: value ${at} is ${values[at]}`);
}

function deviation(values: Float64Array, centre: number): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]! - centre;
  return total;
}

function codeviation(a: Float64Array, centreA: number, b: Float64Array, centreB: number): number {
  let total = 0;
  for (let i = 0; i < a.length; ++i) total += (a[i]! - centreA) * (b[i]! - centreB);
  return total;
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
