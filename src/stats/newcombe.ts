import type { Interval } from './interval';
import type { Proportion } from './proportion';
import { wilson } from './wilson';

/**
 * The difference of two rates with the hybrid score interval, made of the Wilson interval of each.
 *
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent
 *   proportions. Statistics in Medicine 17(8), 873–890, method 10.
 */
export function newcombe(control: Proportion, treatment: Proportion, alpha = 0.05): Interval {
  const c = wilson(control, alpha);
  const t = wilson(treatment, alpha);
  const estimate = t.estimate - c.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(t.estimate - t.low, c.high - c.estimate),
    high: estimate + Math.hypot(t.high - t.estimate, c.estimate - c.low),
  };
}
