import { difference, meanEstimate, type Estimate } from './estimate';
import { moments } from './moments';
import * as normal from './normal';
import { linearised } from './ratio';

/** What each user of an arm did after the exposure, idle users too. */
export interface Timing {
  readonly amounts: Float64Array;
  /** Each amount times the logarithm of its day, 1 being the first, summed over the user's days. */
  readonly timed: Float64Array;
}

/** Whether an effect changes with the days since the exposure. */
export interface Novelty {
  /**
   * The mean logarithm of the day of what the treatment did, less the control's. An effect that is the
   * same share of the control on every day leaves it at 0; one that fades brings it below.
   */
  readonly shift: Estimate;
  /** Two-sided; users are the units. */
  readonly p: number;
}

/**
 * Compares when the users of both arms did what they did. It is the score test of an effect that
 * multiplies the control's by a power of the day, and does not mind that users do less as days go by.
 *
 * @throws {Problem} `no-denominator` where an arm did nothing
 * @see Deng, A., Knoblich, U. & Lu, J. (2018). Applying the delta method in metric analytics. KDD.
 */
export function novelty(control: Timing, treatment: Timing): Novelty {
  const [c, t] = [control, treatment].map(({ amounts, timed }) =>
    meanEstimate(moments(linearised(timed, amounts))),
  );
  const shift = difference(c!, t!);
  return { shift, p: normal.twoSidedP(shift.value / shift.error) };
}
