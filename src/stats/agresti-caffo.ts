import { validAlpha } from './alpha';
import { around } from './comparison';
import { difference, rateEstimate } from './estimate';
import type { Interval } from './interval';
import * as normal from './normal';
import { type Proportion, rate } from './proportion';

/**
 * The difference of two rates with the plain interval after one success and one failure were added
 * to each arm. The estimate is the observed difference, which is not the centre.
 *
 * @see Agresti, A. & Caffo, B. (2000). Simple and effective confidence intervals for proportions
 *   and differences of proportions … . The American Statistician 54(4), 280–288.
 */
export function agrestiCaffo(control: Proportion, treatment: Proportion, alpha = 0.05): Interval {
  const added = difference(
    rateEstimate(withOneEach(control)),
    rateEstimate(withOneEach(treatment)),
  );
  return {
    ...around(added, normal.criticalValue(validAlpha(alpha))),
    estimate: rate(treatment) - rate(control),
  };
}

function withOneEach({ n, successes }: Proportion): Proportion {
  return { n: n + 2, successes: successes + 1 };
}
