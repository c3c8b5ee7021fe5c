import { Problem } from '../base/problem';
import { type Estimate, difference } from './estimate';
import type { Interval } from './interval';

/**
 * The lift (treatment − control)/|control| with Fieller's interval, which takes the noise of the
 * control into account. It excludes 0 exactly when the difference is more than `q` of its standard
 * errors from 0, so with the `q` of a test it never contradicts that test.
 *
 * The limits are the roots L of (c² − q²·V(c))·L² − 2·(c·d − q²·Cov(c, d))·L + d² − q²·V(d) = 0 for
 * control c and difference d.
 *
 * @param q           critical value of the test that decides, for example Welch's t
 * @param covariance  of the two estimates; 0 for separate users, not 0 after an adjustment
 * @throws {Problem} `control-is-zero`
 * @throws {Problem} `control-too-uncertain` when the control is within `q` errors of 0: every lift
 *   is then possible
 * @see Fieller, E. C. (1954). Some problems in interval estimation. JRSS B 16(2), 175–185.
 */
export function fiellerLift(
  control: Estimate,
  treatment: Estimate,
  q: number,
  covariance = 0,
): Interval {
  const base = Math.abs(control.value);
  if (base === 0) throw new Problem('control-is-zero');
  const { value, error } = difference(control, treatment, covariance);
  const a = base ** 2 - (q * control.error) ** 2;
  if (a <= 0) throw new Problem('control-too-uncertain');
  // A negative control changes the sign of the lift's denominator, hence of the covariance.
  const shared = Math.sign(control.value) * (covariance - control.error ** 2);
  const [low, high] = roots(a, base * value - q ** 2 * shared, value ** 2 - (q * error) ** 2);
  return { estimate: value / base, low, high };
}

/** The roots of a·x² − 2·b·x + c for `a` > 0, the smaller in size from the larger to keep its digits. */
function roots(a: number, b: number, c: number): [number, number] {
  const far = b + (b < 0 ? -1 : 1) * Math.sqrt(Math.max(0, b * b - a * c));
  if (far === 0) return [0, 0];
  // Where both are the same but for rounding, either may come out as the larger one.
  return [Math.min(far / a, c / far), Math.max(far / a, c / far)];
}
