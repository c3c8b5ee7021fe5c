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
 * slopes within arms, weighted across, are Lin's adjustment: smaller variance in large samples, but
 * its error is taken as if the slopes were known, and on few heavy values it is too small.
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
  const gap = { value: t.value - c.value, error: Math.hypot(t.error, c.error) };
  if (gap.error === 0) throw noVariation(control.means[0]!, treatment.means[0]!);

  const base = adjusted(control, []);
  const raw = Math.hypot(base.error, adjusted(treatment, []).error);
  const df = gap.error ** 4 / (c.error ** 4 / (control.n - 1) + t.error ** 4 / (treatment.n - 1));
  return {
    theta,
    varianceRemoved: raw > 0 ? 1 - (gap.error / raw) ** 2 : 0,
    comparison: tComparison(gap, df, alpha),
    control: base,
    treatment: {
      value: base.value + gap.value,
      error: Math.hypot(t.error, explainedError(control, theta)),
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
