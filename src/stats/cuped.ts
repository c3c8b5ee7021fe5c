import { noVariation, requireTwoUsers } from './comparable';
import { type Comparison, tComparison } from './comparison';
import type { Estimate } from './estimate';
import { type JointMoments, mergeJoint } from './joint-moments';
import { linearSolve } from './linear-solve';

/**
 * Which slope takes the covariates out: `within` weights the arms' own slopes crosswise, which is
 * the regression-adjusted difference of Lin (2013); `pooled` is fitted around the common mean, as in
 * the original paper and in GrowthBook.
 */
export type Slope = 'within' | 'pooled';

/** A comparison after what was known of the users before the test has been taken out. */
export interface Cuped {
  /** One slope for each covariate; 0 for a covariate that does not vary. */
  readonly theta: readonly number[];
  /** Share of the variance of the difference that went away; negative if it grew. */
  readonly varianceRemoved: number;
  readonly comparison: Comparison;
  /**
   * For the lift, which is on the unadjusted control mean: that mean; it plus the adjusted
   * difference; and their covariance. `fiellerLift` of the three agrees with `comparison`.
   */
  readonly control: Estimate;
  readonly treatment: Estimate;
  readonly covariance: number;
}

/**
 * CUPED: Welch's test of the outcome less `theta` times the covariates. Columns of both arms are the
 * outcome, then the covariates: the same measure before exposure and, where some users have none, an
 * indicator of those (their covariate being 0).
 *
 * The pooled slope does not depend on which arm a user is in, so the test keeps its error rate. The
 * slopes within arms, weighted across, are Lin's adjustment: smaller variance in large samples. With
 * `fit` (`ownRegression`) its error is that of slopes that were estimated, each user's residual taken
 * without the user; where it is less than that of known slopes, that one stands.
 *
 * @throws {Problem} `too-few-users` when an arm has fewer than 2
 * @throws {Problem} `constant-arms` or `same-value` when nothing is left that varies
 * @see Deng, A., Xu, Y., Kohavi, R. & Walker, T. (2013). Improving the sensitivity of online
 *   controlled experiments by utilizing pre-experiment data. WSDM.
 * @see Lin, W. (2013). Agnostic notes on regression adjustments to experimental data. Annals of
 *   Applied Statistics 7(1), 295–318.
 */
export function cuped(
  control: JointMoments,
  treatment: JointMoments,
  alpha = 0.05,
  slope: Slope = 'pooled',
): Cuped {
  requireTwoUsers(control, treatment);
  const theta =
    slope === 'pooled' ? slopes(mergeJoint(control, treatment)) : within(control, treatment);
  const c = adjusted(control, theta);
  const t = adjusted(treatment, theta);
  const plain = { value: t.value - c.value, error: Math.hypot(t.error, c.error) };
  const fitted = slope === 'within' ? fittedError(control, treatment) : 0;
  const gap = { value: plain.value, error: Math.max(plain.error, fitted) };
  if (plain.error === 0) throw noVariation(control.means[0]!, treatment.means[0]!);

  const base = adjusted(control, []);
  const raw = Math.hypot(base.error, adjusted(treatment, []).error);
  const df = plain.error ** 4 / (c.error ** 4 / (control.n - 1) + t.error ** 4 / (treatment.n - 1));
  return {
    theta,
    varianceRemoved: raw > 0 ? 1 - (gap.error / raw) ** 2 : 0,
    comparison: tComparison(gap, df, alpha),
    control: base,
    treatment: {
      value: base.value + gap.value,
      error: Math.sqrt(
        t.error ** 2 + explainedError(control, theta) ** 2 + (gap.error ** 2 - plain.error ** 2),
      ),
    },
    covariance: theta.reduce((sum, b, i) => sum + b * meanCovariance(control, 0, i + 1), 0),
  };
}

/** Least-squares slopes of the first column on the others. */
function slopes({ products }: JointMoments): number[] {
  const covariates = products.slice(1).map((row) => row.slice(1));
  return linearSolve(covariates, products[0]!.slice(1));
}

/** Each arm's slopes carry the other's size: the smaller arm has the noisier mean to mend. */
function within(control: JointMoments, treatment: JointMoments): number[] {
  const n = control.n + treatment.n;
  const t = slopes(treatment);
  return slopes(control).map((b, i) => (treatment.n * b + control.n * t[i]!) / n);
}

/**
 * The error of Lin's difference with estimated slopes: of both arms' own lines at the common mean of
 * the covariates, and of that mean where the slopes differ. 0 without the fits.
 */
function fittedError(control: JointMoments, treatment: JointMoments): number {
  if (!control.fit || !treatment.fit) return 0;
  const both = mergeJoint(control, treatment);
  const [c, t] = [slopes(control), slopes(treatment)];
  const gaps = c.map((b, i) => t[i]! - b);
  const ofArm = ({ means, fit }: JointMoments): number => {
    const at = [1, ...c.map((_, i) => both.means[i + 1]! - means[i + 1]!)];
    return quadratic(fit!, at);
  };
  const ofMean = quadratic(
    gaps.map((_, i) => gaps.map((__, j) => meanCovariance(both, i + 1, j + 1))),
    gaps,
  );
  return Math.sqrt(ofArm(control) + ofArm(treatment) + Math.max(0, ofMean));
}

function quadratic(matrix: readonly (readonly number[])[], at: readonly number[]): number {
  let sum = 0;
  for (const [i, row] of matrix.entries()) {
    for (const [j, each] of row.entries()) sum += at[i]! * each * at[j]!;
  }
  return sum;
}

/** The mean of outcome − theta·covariates, up to a constant that both arms share. */
function adjusted(arm: JointMoments, theta: readonly number[]): Estimate {
  const weights = [1, ...theta.map((b) => -b)];
  let value = 0;
  let variance = 0;
  for (const [i, w] of weights.entries()) {
    value += w * arm.means[i]!;
    for (const [j, v] of weights.entries()) variance += w * v * meanCovariance(arm, i, j);
  }
  return { value, error: Math.sqrt(Math.max(0, variance)) };
}

/** The standard error of theta·covariate means. */
function explainedError(arm: JointMoments, theta: readonly number[]): number {
  let variance = 0;
  for (const [i, a] of theta.entries()) {
    for (const [j, b] of theta.entries()) variance += a * b * meanCovariance(arm, i + 1, j + 1);
  }
  return Math.sqrt(Math.max(0, variance));
}

/** The covariance of two columns' means. */
function meanCovariance({ n, products }: JointMoments, i: number, j: number): number {
  return products[i]![j]! / (n - 1) / n;
}
