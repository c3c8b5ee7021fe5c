import { type JointMoments, jointMoments } from './joint-moments';
import { linearSolve } from './linear-solve';

/** Below this a user alone decides a slope: without that user there is none. */
const ALONE = 1e-9;

/**
 * Joint moments of an arm with the covariance of its own fit: the outcome, then the covariates. Each
 * user's residual is that of the regression without them (HC3), so that few heavy users, through whom
 * the line runs, do not pass for a good fit; and the errors of the slopes come with that of the mean.
 *
 * @see MacKinnon, J. G. & White, H. (1985). Some heteroskedasticity-consistent covariance matrix
 *   estimators with improved finite sample properties. Journal of Econometrics 29(3), 305–325.
 */
export function ownRegression(columns: readonly ArrayLike<number>[]): JointMoments {
  const joint = jointMoments(columns);
  const inverse = inverseOf(joint.products.slice(1).map((row) => row.slice(1)));
  const slopes = timesVector(inverse, joint.products[0]!.slice(1));
  const size = columns.length;
  const meat = Array.from({ length: size }, () => new Float64Array(size));
  const z = new Float64Array(size).fill(1);
  for (let user = 0; user < joint.n; ++user) {
    for (let j = 1; j < size; ++j) z[j] = columns[j]![user]! - joint.means[j]!;
    const square = leftOutResidual(columns[0]![user]! - joint.means[0]!, z, slopes, inverse, joint.n) ** 2; // prettier-ignore
    for (let i = 0; i < size; ++i) {
      for (let j = 0; j <= i; ++j) meat[i]![j]! += square * z[i]! * z[j]!;
    }
  }
  const full = meat.map((row, i) => Array.from(row, (_, j) => (j <= i ? row[j]! : meat[j]![i]!)));
  const bread = [[1 / joint.n, ...slopes.map(() => 0)], ...inverse.map((row) => [0, ...row])];
  return { ...joint, fit: product(product(bread, full), bread) };
}

/** What the regression of all others misses of a user, `z` being 1 and the user's deviations. */
function leftOutResidual(
  outcome: number,
  z: Float64Array,
  slopes: readonly number[],
  inverse: readonly (readonly number[])[],
  n: number,
): number {
  let residual = outcome;
  let leverage = 1 / n;
  for (const [i, slope] of slopes.entries()) {
    residual -= slope * z[i + 1]!;
    for (const [j, each] of inverse[i]!.entries()) leverage += z[i + 1]! * each * z[j + 1]!;
  }
  if (1 - leverage < ALONE) return (outcome * n) / (n - 1);
  return residual / (1 - leverage);
}

/** Directions in which the matrix has no extent get 0. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const columns = matrix.map((_, i) =>
    linearSolve(
      matrix,
      matrix.map((_, j) => (i === j ? 1 : 0)),
    ),
  );
  return matrix.map((_, i) => columns.map((column) => column[i]!));
}

function timesVector(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, each, i) => sum + each * vector[i]!, 0));
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) =>
    b[0]!.map((_, j) => row.reduce((sum, each, k) => sum + each * b[k]![j]!, 0)),
  );
}
