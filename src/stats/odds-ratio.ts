import { validAlpha } from './alpha';
import type { Interval } from './interval';
import * as normal from './normal';

/** Members of two sides, with and without a trait. */
export interface TwoByTwo {
  readonly with: readonly [number, number];
  readonly without: readonly [number, number];
}

/** How many times the odds of side 0 are those with the trait, against those without it. */
export interface OddsRatio {
  readonly odds: Interval;
  /** Two-sided, of "the odds are the same"; below alpha exactly when the interval excludes 1. */
  readonly p: number;
}

/**
 * The odds ratio with one added to each of the four counts, which keeps it finite and draws ratios
 * of few members towards 1. Interval and p by Woolf's error on the log scale.
 *
 * @see Woolf, B. (1955). On estimating the relation between blood group and disease. Annals of Human
 *   Genetics 19(4), 251–253.
 */
export function oddsRatio(table: TwoByTwo, alpha = 0.05): OddsRatio {
  const [a, b, c, d] = [...table.with, ...table.without].map((count) => count + 1);
  const log = Math.log((a! * d!) / (b! * c!));
  const error = Math.sqrt(1 / a! + 1 / b! + 1 / c! + 1 / d!);
  const reach = normal.criticalValue(validAlpha(alpha)) * error;
  return {
    odds: { estimate: Math.exp(log), low: Math.exp(log - reach), high: Math.exp(log + reach) },
    p: normal.twoSidedP(log / error),
  };
}
