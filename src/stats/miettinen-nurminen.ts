import { validAlpha } from './alpha';
import type { Interval } from './interval';
import { scoreInterval } from './mee';
import * as normal from './normal';
import type { Proportion } from './proportion';

/**
 * The difference of two rates with the score interval whose variance carries the factor N/(N − 1).
 * A little wider than Mee's, so it can contradict the pooled z-test.
 *
 * @see Miettinen, O. & Nurminen, M. (1985). Comparative analysis of two rates. Statistics in
 *   Medicine 4(2), 213–226.
 */
export function miettinenNurminen(
  control: Proportion,
  treatment: Proportion,
  alpha = 0.05,
): Interval {
  const n = control.n + treatment.n;
  const q = normal.criticalValue(validAlpha(alpha));
  return scoreInterval(control, treatment, q * Math.sqrt(n / (n - 1)));
}
