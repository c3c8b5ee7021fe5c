import { checked } from './comparison';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, rate } from './proportion';
import { root } from './root';

/**
 * The difference of two rates, treatment − control, with the interval of all differences that the
 * score test does not reject. It excludes 0 exactly when the pooled z-test rejects.
 *
 * @see Mee, R. W. (1984). Confidence bounds for the difference between two probabilities.
 *   Biometrics 40(4), 1175–1176.
 */
export function meeInterval(control: Proportion, treatment: Proportion, alpha = 0.05): Interval {
  return scoreInterval(control, treatment, normal.criticalValue(checked(alpha)));
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
  const excess = rate(treatment) - rate(control) - shift;
  const p = restrictedControlRate(control, treatment, shift);
  const t = p + shift;
  const variance = (t * (1 - t)) / treatment.n + (p * (1 - p)) / control.n;
  if (excess === 0) return 0;
  return variance > 0 ? excess / Math.sqrt(variance) : excess * Infinity;
}

/**
 * The likeliest rate of the control given that the treatment's is `shift` higher: the middle root
 * of the cubic to which the likelihood equation reduces.
 *
 * @see Miettinen, O. & Nurminen, M. (1985). Comparative analysis of two rates. Statistics in
 *   Medicine 4(2), 213–226, appendix I.
 */
function restrictedControlRate(control: Proportion, treatment: Proportion, shift: number): number {
  const n = control.n + treatment.n;
  const sum = control.successes + treatment.successes;
  const low = Math.max(0, -shift);
  const high = Math.min(1, 1 - shift);
  if (shift === 0) return sum / n;
  const c = control.successes;
  const l2 = (treatment.n + 2 * control.n) * shift - n - sum;
  const l1 = (control.n * shift - n - 2 * c) * shift + sum;
  const l0 = c * shift * (1 - shift);
  const third = l2 / (3 * n);
  const q = third ** 3 - (l1 * l2) / (6 * n * n) + l0 / (2 * n);
  const r = Math.sign(q || 1) * Math.sqrt(Math.max(0, third ** 2 - l1 / (3 * n)));
  const cosine = r === 0 ? 0 : Math.min(1, Math.max(-1, q / r ** 3));
  const p = 2 * r * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
  return Math.min(high, Math.max(low, p));
}
