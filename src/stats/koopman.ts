import { Problem } from '../base/problem';
import { validAlpha } from './alpha';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, pooled, rate } from './proportion';
import { root } from './root';

/**
 * The lift treatment/control − 1 of two rates with the interval of all lifts that the score test
 * does not reject. It excludes 0 exactly when the pooled z-test rejects.
 *
 * @throws {Problem} `control-is-zero` when the control has no successes
 * @see Koopman, P. A. R. (1984). Confidence intervals for the ratio of two binomial proportions.
 *   Biometrics 40(2), 513–517.
 */
export function koopmanLift(control: Proportion, treatment: Proportion, alpha = 0.05): Interval {
  const q = normal.criticalValue(validAlpha(alpha));
  if (rate(control) === 0) throw new Problem('control-is-zero');
  const estimate = rate(treatment) / rate(control) - 1;
  const z = (lift: number) => koopmanZ(control, treatment, lift);
  let far = 2 * estimate + 3;
  while (z(far) > -q) far *= 2;
  return {
    estimate,
    low: root((lift) => z(lift) - q, -1, estimate),
    high: root((lift) => z(lift) + q, estimate, far),
  };
}

/**
 * The score statistic of "treatment = (1 + `lift`)·control"; at lift 0 it is the pooled z.
 * ±Infinity where the lift is impossible.
 */
export function koopmanZ(control: Proportion, treatment: Proportion, lift: number): number {
  const ratio = 1 + lift;
  const excess = rate(treatment) - ratio * rate(control);
  if (excess === 0) return 0;
  const { p, q, missed } = likeliestRate(control, treatment, lift);
  const variance = (ratio * p * missed) / treatment.n + (ratio ** 2 * p * q) / control.n;
  return variance > 0 ? excess / Math.sqrt(variance) : excess * Infinity;
}

/**
 * The likeliest rate `p` of the control given the lift, `q` = 1 − p, and `missed` = 1 − the
 * treatment's rate. Up to ½ from the smaller root of a quadratic in p, beyond from the larger root
 * of the same quadratic in q, so that whatever is near 0 keeps its digits.
 */
function likeliestRate(control: Proportion, treatment: Proportion, lift: number) {
  const ratio = 1 + lift;
  const { n, successes } = pooled(control, treatment);
  const b = (treatment.n + control.successes) * ratio + treatment.successes + control.n;
  const p = (2 * successes) / (b + Math.sqrt(Math.max(0, b ** 2 - 4 * n * ratio * successes)));
  if (p <= 0.5) return { p, q: 1 - p, missed: Math.max(0, 1 - ratio * p) };
  const c = lift * (control.n - control.successes);
  const half = (c + lift * n + n - successes) / 2;
  const spread = Math.sqrt(Math.max(0, half ** 2 - n * ratio * c));
  const q = half > 0 ? (half + spread) / (n * ratio) : c / (half - spread);
  return { p: 1 - q, q, missed: Math.max(0, ratio * q - lift) };
}
