import { type Estimate, difference } from './estimate';
import { koopmanZ } from './koopman';
import type { Proportion } from './proportion';
import * as studentsT from './students-t';

/**
 * The one-sided p of "treatment is lower than control by more than `margin`" against "it is not":
 * small p shows that treatment is not inferior. It is the test which Fieller's interval inverts, so
 * at level 1 − alpha that interval lies above −margin exactly when p < alpha/2.
 *
 * @param margin      the loss that would be accepted, relative to the control, ≥ 0
 * @param direction   which way is good; for `down` the margin is a rise
 * @param df          degrees of freedom of the difference; Infinity for a normal one
 * @param covariance  of the two estimates, after an adjustment
 */
export function nonInferiorityP(
  control: Estimate,
  treatment: Estimate,
  margin: number,
  direction: 'up' | 'down' = 'up',
  df = Infinity,
  covariance = 0,
): number {
  const bound = direction === 'up' ? -margin : margin;
  const t = liftStatistic(control, treatment, bound, covariance);
  return direction === 'up' ? studentsT.upperTail(t, df) : studentsT.lowerTail(t, df);
}

/** The same for two rates, by the score test which Koopman's interval inverts. */
export function proportionNonInferiorityP(
  control: Proportion,
  treatment: Proportion,
  margin: number,
  direction: 'up' | 'down' = 'up',
): number {
  const z = koopmanZ(control, treatment, direction === 'up' ? -margin : margin);
  return direction === 'up' ? studentsT.upperTail(z, Infinity) : studentsT.lowerTail(z, Infinity);
}

/**
 * The p of "the change is at least `margin` up or down" against "it is smaller": two one-sided
 * tests, of which the worse counts. Small p shows that there is no meaningful change.
 *
 * @see Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure … . Journal of
 *   Pharmacokinetics and Biopharmaceutics 15(6), 657–680.
 */
export function equivalenceP(
  control: Estimate,
  treatment: Estimate,
  margin: number,
  df = Infinity,
  covariance = 0,
): number {
  return Math.max(
    nonInferiorityP(control, treatment, margin, 'up', df, covariance),
    nonInferiorityP(control, treatment, margin, 'down', df, covariance),
  );
}

/** How many standard errors treatment lies above (1 + `lift`)·control (|control| below zero). */
function liftStatistic(
  control: Estimate,
  treatment: Estimate,
  lift: number,
  covariance: number,
): number {
  const factor = 1 + lift * Math.sign(control.value);
  const scaled = { value: factor * control.value, error: Math.abs(factor) * control.error };
  const { value, error } = difference(scaled, treatment, factor * covariance);
  return value / error;
}
