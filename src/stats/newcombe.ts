import { differenceOfEstimates } from './difference-of-estimates';
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
  return differenceOfEstimates(wilson(control, alpha), wilson(treatment, alpha));
}
