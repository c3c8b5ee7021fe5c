import { validAlpha } from './alpha';
import type { Estimate } from './estimate';
import type { Interval } from './interval';
import * as normal from './normal';
import * as studentsT from './students-t';

/** A two-sided test of "no difference" with the interval that it inverts: 0 is outside when p < alpha. */
export interface Comparison {
  /** Treatment minus control in the unit of the metric, at level 1 − alpha. */
  readonly difference: Interval;
  /** Standard error of `difference.estimate`. */
  readonly error: number;
  /** z, or t where `df` is given. */
  readonly statistic: number;
  /** Degrees of freedom, usually not whole; null for a z. */
  readonly df: number | null;
  /** In [0, 1]. */
  readonly p: number;
}

/** The comparison of a difference that is normally distributed. Needs `error > 0`. */
export function zComparison(difference: Estimate, alpha: number): Comparison {
  const z = difference.value / difference.error;
  return {
    difference: around(difference, normal.criticalValue(validAlpha(alpha))),
    error: difference.error,
    statistic: z,
    df: null,
    p: normal.twoSidedP(z),
  };
}

/** The comparison of a difference over its error that follows Student's t. Needs `error > 0`. */
export function tComparison(difference: Estimate, df: number, alpha: number): Comparison {
  const t = difference.value / difference.error;
  return {
    difference: around(difference, studentsT.criticalValue(validAlpha(alpha), df)),
    error: difference.error,
    statistic: t,
    df,
    p: studentsT.twoSidedP(t, df),
  };
}

/** The interval `value ± q·error`. */
export function around({ value, error }: Estimate, q: number): Interval {
  return { estimate: value, low: value - q * error, high: value + q * error };
}
