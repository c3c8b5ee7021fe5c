import { Problem } from '../base/problem';
import type { Estimate } from './estimate';

/**
 * The lift (treatment − control)/|control| with its error by the delta method. Only for agreement
 * with tools that decide on it: in skewed metrics it rejects far more often than it should, and it
 * can contradict the test of the difference. `fiellerLift` is the one to use.
 *
 * @throws {Problem} `control-is-zero`
 * @see Deng, A., Knoblich, U. & Lu, J. (2018). Applying the delta method in metric analytics. KDD.
 */
export function deltaLift(control: Estimate, treatment: Estimate): Estimate {
  const base = Math.abs(control.value);
  if (base === 0) throw new Problem('control-is-zero');
  return {
    value: (treatment.value - control.value) / base,
    error: Math.hypot(treatment.error / base, (control.error * treatment.value) / base ** 2),
  };
}
