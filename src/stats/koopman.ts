import { Problem } from '../base/problem';
import { checked } from './comparison';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, rate } from './proportion';
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
  const q = normal.criticalValue(checked(alpha));
  if (rate(control) === 0) throw new Problem('control-is-zero');
  const estimate = rate(treatment) / rate(control) - 1;
  const z = (lift: number) => ratioScoreZ(control, treatment, lift);
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
function ratioScoreZ(control: Proportion, treatment: Proportion, lift: number): number {
  const ratio = 1 + lift;
  const excess = rate(treatment) - ratio * rate(control);
  if (excess === 0) return 0;
  const p = restrictedControlRate(control, treatment, ratio);
  const t = Math.min(1, ratio * p);
  const variance = (t * (1 - t)) / treatment.n + (ratio ** 2 * p * (1 - p)) / control.n;
  return variance > 0 ? excess / Math.sqrt(variance) : excess * Infinity;
}

/** The likeliest rate of the control given the ratio: the smaller root of a quadratic. */
function restrictedControlRate(control: Proportion, treatment: Proportion, ratio: number): number {
  const a = (control.n + treatment.n) * ratio;
  const b = (treatment.n + control.successes) * ratio + treatment.successes + control.n;
  const c = treatment.successes + control.successes;
  // Not (b − √…)/2a, which cancels for small rates.
  return (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
}
