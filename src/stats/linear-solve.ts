/**
 * The x with `matrix`·x = `right`, for a symmetric matrix without negative eigenvalues (variances and
 * covariances). Directions in which the matrix has no extent, such as a constant covariate, get 0.
 */
export function linearSolve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  const isFlat = rows.map(() => false);
  for (let k = 0; k < size; ++k) {
    const pivot = rows[k]![k]!;
    isFlat[k] = !(pivot > 1e-12 * matrix[k]![k]!);
    if (isFlat[k]) continue;
    for (let i = k + 1; i < size; ++i) {
      const factor = rows[i]![k]! / pivot;
      for (let j = k; j <= size; ++j) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; --k) {
    if (isFlat[k]) continue;
    let rest = rows[k]![size]!;
    for (let j = k + 1; j < size; ++j) rest -= rows[k]![j]! * x[j]!;
    x[k] = rest / rows[k]![k]!;
  }
  return x;
}
