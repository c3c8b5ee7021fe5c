import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';
import type { DoubtfulDates } from '../doubtful-dates';

/** Customers who made a purchase within a time, of those who have had so much. */
export interface WithinShare {
  readonly days: number;
  readonly reached: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

/** The next purchase of those who made the one before it. */
export interface OrderResult {
  /** 2: the second purchase. */
  readonly order: number;
  /** Those who made it so far, of those who made the one before. */
  readonly reached: number;
  readonly of: number;
  readonly rate: number | null;
  readonly within: readonly WithinShare[];
  /** Days until half have made it, the waiting ones reckoned in. */
  readonly medianDays: Interval | Missing<Interval>;
  readonly problem?: ProblemData;
}

/** Share who have made the purchase by a number of days (Kaplan and Meier). */
export interface CurvePoint {
  readonly days: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface RepurchaseGroup {
  readonly name: string;
  /** All smaller groups together. */
  readonly isRest: boolean;
  readonly customers: number;
  readonly orders: readonly OrderResult[];
}

/** A group against the control: the second purchase within the first time asked for, and the whole curves. */
export interface RepurchaseComparison {
  readonly group: string;
  readonly days: number;
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly level: number | null;
  readonly problem?: ProblemData;
  readonly logRank: {
    readonly statistic: number | null;
    readonly p: number | null;
    readonly problem?: ProblemData;
  };
}

export interface RepurchaseResult {
  readonly customers: number;
  /** Purchases that were counted; of one day as one where days are. */
  readonly purchases: number;
  readonly distinct: 'day' | 'event';
  readonly since: 'previous' | 'first';
  readonly orders: readonly (OrderResult & { readonly curve: readonly CurvePoint[] })[];
  /** By the period of the first purchase: the second one. */
  readonly cohorts: readonly {
    readonly cohort: string;
    readonly customers: number;
    readonly orders: readonly OrderResult[];
  }[];
  /** The control first, then the largest; empty without a breakdown. */
  readonly groups: readonly RepurchaseGroup[];
  readonly comparisons: readonly RepurchaseComparison[];
  readonly doubtful: DoubtfulDates | null;
  readonly alpha: number;
}
