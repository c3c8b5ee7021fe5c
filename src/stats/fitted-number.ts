import { Problem } from '../base/problem';
import type { Interval } from './interval';
import type { Maximum } from './maximum-likelihood';
import * as normal from './normal';

/** A number of a model, all of them above 0, as the data give it. */
export interface FittedNumber extends Interval {
  readonly name: string;
  /** Standard error, from the curvature of the likelihood. */
  readonly error: number;
}

/** With a larger standard error of its logarithm a number may as well be a hundred times as large. */
const OPEN = 2.5;

/**
 * The numbers of a model that was fitted by their logarithms, with intervals at 95 % that stay above 0.
 *
 * @throws {Problem} `model-leaves-open` when the data leave one of them open
 */
export function fittedNumbers(
  { at, covariance }: Maximum,
  names: readonly string[],
  model: string,
): FittedNumber[] {
  const z = normal.criticalValue(0.05);
  return names.map((name, i) => {
    const spread = Math.sqrt(covariance[i]![i]!);
    if (!(spread < OPEN)) throw new Problem('model-leaves-open', { model, parameter: name });
    const estimate = Math.exp(at[i]!);
    const reach = Math.exp(z * spread);
    return {
      name,
      estimate,
      ...{ low: estimate / reach, high: estimate * reach, error: estimate * spread },
    };
  });
}
