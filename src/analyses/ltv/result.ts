import type { ProblemData } from '../../base/problem';
import type { BuyingModelName } from '../../stats/buying-likelihood';
import type { FittedNumber } from '../../stats/fitted-number';
import type { DoubtfulDates } from '../doubtful-dates';

/** What customers have brought by a number of periods after their start. */
export interface ValueCell {
  /** Periods after that of the start; what is counted runs to the end of this one. */
  readonly offset: number;
  /** Customers who have been there so long. */
  readonly of: number;
  readonly mature: boolean;
  readonly total: number | null;
  /** `total` for each of them, and its interval at 95 %. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

/** The same over all cohorts, with the band that holds the whole curve at 95 %. */
export interface CurvePoint extends ValueCell {
  readonly bandLow: number | null;
  readonly bandHigh: number | null;
}

/** Customers who started in one period. */
export interface CohortRow {
  /** Local date of its first day. */
  readonly cohort: string;
  readonly customers: number;
  readonly cells: readonly ValueCell[];
}

/** A model of who buys how often, or why there is none. */
export interface ModelResult {
  readonly name: BuyingModelName;
  /** The unit of time of `alpha`. */
  readonly timeUnit: 'day' | 'week' | 'month';
  /** The last day that the model knows. */
  readonly through: string;
  readonly customers: number;
  /** Customers who bought on a second day. */
  readonly repeaters: number;
  /** `r`, `alpha`, `a`, `b`; empty where there is no model. */
  readonly parameters: readonly FittedNumber[];
  readonly logLikelihood: number | null;
  readonly problem?: ProblemData;
}

/** A model of what a purchase is worth, or why there is none. */
export interface SpendingResult {
  /** Customers with a repeat purchase, and those of them left out: their repeat purchases add up to nothing or less. */
  readonly customers: number;
  readonly withoutValue: number;
  /** `p`, `q`, `v`; empty where there is no model. */
  readonly parameters: readonly FittedNumber[];
  readonly logLikelihood: number | null;
  /** What a purchase of any customer is worth. */
  readonly mean: number | null;
  /** Of how often with how much; the model takes it to be 0. */
  readonly correlation: number | null;
  readonly problem?: ProblemData;
}

/** Purchases that came, and that a model foretold. */
export interface Foretold {
  readonly actual: number | null;
  readonly expected: number | null;
}

/** The model of the first part of the data against what came after it. */
export interface HoldoutResult extends Foretold {
  /** The first day held out. */
  readonly from: string | null;
  readonly days: number;
  readonly model: ModelResult | null;
  /** Expected over actual, less 1. */
  readonly error: number | null;
  /** Mean absolute error of a customer, and the same of foretelling the average for everybody. */
  readonly meanError: number | null;
  readonly naiveError: number | null;
  /** Customers by their repeat purchases before; the last counts this many and more. */
  readonly byRepeats: readonly (Foretold & {
    readonly repeats: number;
    readonly isOpen: boolean;
    readonly customers: number;
  })[];
  /** Repeat purchases of these customers from the beginning through each date. */
  readonly tracking: readonly (Foretold & { readonly date: string; readonly heldOut: boolean })[];
  readonly problem?: ProblemData;
}

/** Customers alike in how often and how lately they bought. */
export interface ForecastCell {
  readonly repeats: string;
  readonly silent: string;
  readonly customers: number;
  /** Mean chance that such a customer has not left; null where the model cannot tell. */
  readonly there: number | null;
  /** What they are expected to buy within the horizon, together. */
  readonly purchases: number;
  readonly value: number | null;
  readonly problem?: ProblemData;
}

export interface ForecastResult {
  readonly days: number;
  readonly customers: number;
  readonly purchases: number | null;
  /** Times the margin, and discounted where that is asked for. */
  readonly value: number | null;
  readonly valuePerCustomer: number | null;
  /** Purchases expected of a customer who is new today. */
  readonly newCustomer: number | null;
  readonly cells: readonly ForecastCell[];
  readonly problem?: ProblemData;
}

export interface LtvResult {
  readonly customers: number;
  readonly purchases: number;
  readonly total: number;
  readonly unit: string | null;
  readonly period: 'day' | 'week' | 'month';
  readonly windows: 'calendar' | '24h';
  /** Purchases without a value, which add 0, and with one below 0. */
  readonly missing: number;
  readonly negative: number;
  /** Purchases before the start of their customer, and of users without a start: left out. */
  readonly before: number;
  readonly withoutStart: number;
  /** Purchases after a silence of all customers so long that their dates are doubtful. */
  readonly doubtful: DoubtfulDates | null;
  readonly cohorts: readonly CohortRow[];
  readonly overall: readonly CurvePoint[];
  readonly model: ModelResult | null;
  readonly spending: SpendingResult | null;
  readonly holdout: HoldoutResult | null;
  readonly forecast: ForecastResult | null;
}
