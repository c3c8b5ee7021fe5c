import type { Interval } from './interval';
import { wilson } from './wilson';

/** A rate of trials of which each person may have several. */
export interface ClusteredShare {
  /** From 0 to 1. */
  readonly rate: number;
  readonly trials: number;
  /** Standard error of the rate with persons as the units. */
  readonly error: number;
  /** What the trials are worth when all trials of a person agree: (Σ n)²/Σ n² over persons with n trials. */
  readonly persons: number;
}

/**
 * Wilson's interval with the number of independent trials that would have the same error. Where each
 * person has one trial it is Wilson's interval itself. Never narrower than trials that are all
 * independent would make it; where nobody or everybody did it the trials of a person count as one.
 *
 * @see Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions with small expected
 *   number of positive counts estimated from survey data. Survey Methodology 24(2), 193–201.
 */
export function effectiveRate(share: ClusteredShare, alpha = 0.05): Interval {
  const n = effectiveTrials(share);
  return { ...wilson({ n, successes: share.rate * n }, alpha), estimate: share.rate };
}

/** How many independent trials would have the same error; at least 1. */
export function effectiveTrials({ rate, trials, error, persons }: ClusteredShare): number {
  const n = error > 0 ? (rate * (1 - rate)) / error ** 2 : persons;
  return Math.max(1, Math.min(trials, n));
}
