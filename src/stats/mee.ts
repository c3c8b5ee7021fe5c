import { validAlpha } from './alpha';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, failures, pooled, rate } from './proportion';
import { root } from './root';

/**
 * The difference of two rates, treatment − control, with the interval of all differences that the
 * score test does not reject. It excludes 0 exactly when the pooled z-test rejects.
 *
 * @see Mee, R. W. (1984). Confidence bounds for the difference between two probabilities.
 *   Biometrics 40(4), 1175–1176.
 */
export function meeInterval(control: Proportion, treatment: Proportion, alpha = 0.05): Interval {
  return scoreInterval(control, treatment, normal.criticalValue(validAlpha(alpha)));
}

/** The differences whose score statistic lies within ±`q`. */
export function scoreInterval(control: Proportion, treatment: Proportion, q: number): Interval {
  const estimate = rate(treatment) - rate(control);
  const z = (shift: number) => scoreZ(control, treatment, shift);
  return {
    estimate,
    low: root((shift) => z(shift) - q, -1, estimate),
    high: root((shift) => z(shift) + q, estimate, 1),
  };
}

/**
 * The score statistic of "treatment − control = `shift`": how many standard errors the difference
 * lies above the shift, the error being that of the likeliest rates which differ by the shift. At
 * shift 0 it is the pooled z. ±Infinity where the shift is impossible.
 */
export function scoreZ(control: Proportion, treatment: Proportion, shift: number): number {
  const all = pooled(control, treatment);
  // Of the four mirror images, the one whose numbers are small keeps its digits.
  if (rate(all) > 0.5) return scoreZ(failures(treatment), failures(control), shift);
  if (shift < 0) return -scoreZ(treatment, control, -shift);
  const excess = rate(treatment) - rate(control) - shift;
  if (excess === 0) return 0;
  const c = shift === 0 ? rate(all) : likeliestRate(control, treatment, shift);
  const t = c + shift;
  const variance = (t * (1 - t)) / treatment.n + (c * (1 - c)) / control.n;
  return variance > 0 ? excess / Math.sqrt(variance) : excess * Infinity;
}

/**
 * The likeliest rate of the control given that the treatment's is `shift` ≥ 0 higher. It lies
 * between what each arm alone would say.
 */
function likeliestRate(control: Proportion, treatment: Proportion, shift: number): number {
  const slope = (p: number) => likelihoodSlope(control, p) + likelihoodSlope(treatment, p + shift);
  const other = Math.min(1 - shift, Math.max(0, rate(treatment) - shift));
  return root(slope, Math.min(rate(control), 1 - shift), other);
}

/** The derivative of the log-likelihood of a rate; it falls from +∞ to −∞ unless a count is 0. */
function likelihoodSlope({ n, successes }: Proportion, p: number): number {
  const up = successes > 0 ? successes / p : 0;
  const down = n > successes ? (n - successes) / (1 - p) : 0;
  return up - down;
}
