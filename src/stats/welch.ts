import { noVariation, requireTwoUsers } from './comparable';
import { type Comparison, tComparison } from './comparison';
import { difference, meanEstimate } from './estimate';
import type { Moments } from './moments';

/**
 * Welch's t-test: do two independent samples share a mean, without assuming that
 * they share a variance?
 *
 * @param alpha  error rate of the interval, 0 < `alpha` < 1
 * @throws {Problem} `too-few-users` when a sample has fewer than 2 values
 * @throws {Problem} `same-value` or `constant-arms` when neither sample varies
 * @see Welch, B. L. (1947). The generalization of "Student's" problem when several
 *   different population variances are involved. Biometrika 34(1–2), 28–35.
 */
export function welch(control: Moments, treatment: Moments, alpha = 0.05): Comparison {
  requireTwoUsers(control, treatment);
  const estimate = difference(meanEstimate(control), meanEstimate(treatment));
  if (estimate.error === 0) throw noVariation(control.mean, treatment.mean);
  return tComparison(estimate, welchDf(control, treatment), alpha);
}

/**
 * The degrees of freedom of a difference of two means whose variances are estimated apart. Needs
 * `n ≥ 2` in both and variation in one.
 *
 * @see Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance
 *   components. Biometrics Bulletin 2(6), 110–114.
 */
export function welchDf(control: Moments, treatment: Moments): number {
  const a = meanEstimate(control).error ** 2;
  const b = meanEstimate(treatment).error ** 2;
  return (a + b) ** 2 / (a ** 2 / (control.n - 1) + b ** 2 / (treatment.n - 1));
}
