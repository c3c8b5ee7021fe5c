import { Problem } from '../base/problem';
import { requireTwoUsers } from './comparable';
import type { Comparison } from './comparison';
import { difference, rateEstimate } from './estimate';
import { meeInterval, scoreZ } from './mee';
import * as normal from './normal';
import type { Proportion } from './proportion';

/**
 * The pooled score test of two rates: Pearson's chi-square without correction, as a signed z. Its
 * interval is Mee's, and `koopmanLift` is the interval of the lift: one test with three faces, which
 * say "no difference" together or not at all.
 *
 * `error` is the ordinary unpooled standard error, for power and chance to win; `statistic` is not
 * the difference over it but over the pooled one.
 *
 * @throws {Problem} `too-few-users` when a sample has fewer than 2
 * @throws {Problem} `same-value` when nobody did it or everybody did
 * @see Pearson, K. (1900). On the criterion … . Philosophical Magazine 50(302), 157–175.
 */
export function scoreTest(control: Proportion, treatment: Proportion, alpha = 0.05): Comparison {
  requireTwoUsers(control, treatment);
  const successes = control.successes + treatment.successes;
  if (successes === 0) throw new Problem('same-value', { value: 0 });
  if (successes === control.n + treatment.n) throw new Problem('same-value', { value: 1 });
  const z = scoreZ(control, treatment, 0);
  return {
    difference: meeInterval(control, treatment, alpha),
    error: difference(rateEstimate(control), rateEstimate(treatment)).error,
    statistic: z,
    df: null,
    p: normal.twoSidedP(z),
  };
}

/** The smallest expected count of the two-by-two table: below 5 the test is not to be trusted. */
export function leastExpected(control: Proportion, treatment: Proportion): number {
  const total = control.n + treatment.n;
  const successes = control.successes + treatment.successes;
  return (Math.min(control.n, treatment.n) * Math.min(successes, total - successes)) / total;
}
