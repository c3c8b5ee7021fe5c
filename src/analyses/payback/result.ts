import type { ProblemData } from '../../base/problem';
import type { DoubtfulDates } from '../doubtful-dates';

/** What users of whole cohorts brought by a number of periods, against what they cost. */
export interface PaybackPoint {
  /** Periods after that of the acquisition; what is counted runs to the end of this one. */
  readonly offset: number;
  /** Users acquired in the periods that are so long ago, and what those periods cost. */
  readonly users: number;
  readonly cost: number | null;
  /** What these users brought, times the margin. */
  readonly value: number | null;
  /** Value over cost, and its interval at 95 %. */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly mature: boolean;
  readonly problem?: ProblemData;
}

/**
 * Whether the cost has come back: surely (the whole interval is above it), as far as is known, not yet,
 * or surely not yet.
 */
export type PaybackState = 'paid-back' | 'likely' | 'unlikely' | 'not-yet' | 'unknown';

/** What users of one channel, or of one of its cohorts, cost and brought. */
export interface PaybackResultRow {
  readonly users: number;
  readonly buyers: number;
  /** Who bought on a second day. */
  readonly repeatBuyers: number;
  readonly cost: number | null;
  /** Cost of a user, of a buyer, and of a buyer who bought again. */
  readonly cac: number | null;
  readonly costPerBuyer: number | null;
  readonly costPerRepeatBuyer: number | null;
  /** What they brought so far, times the margin. */
  readonly value: number;
  readonly curve: readonly PaybackPoint[];
  /** Value over cost at the last offset that has come for at least half of the users: LTV/CAC so far. */
  readonly ltvToCac: PaybackPoint | null;
  readonly state: PaybackState;
  /** The first offset by which the same cohorts had brought what they cost; null where they have not. */
  readonly paidBackBy: number | null;
  readonly problem?: ProblemData;
}

export interface PaybackChannel extends PaybackResultRow {
  readonly channel: string;
}

export interface PaybackCohort extends PaybackResultRow {
  /** Local date of the first day of the period, and the channel: `2026-01-01 · search`. */
  readonly name: string;
  readonly cohort: string;
  readonly channel: string;
}

export interface PaybackResult {
  readonly users: number;
  readonly period: 'day' | 'week' | 'month';
  readonly margin: number;
  readonly unit: string | null;
  /** Those with the highest cost first; channels that cost nothing last. */
  readonly channels: readonly PaybackChannel[];
  readonly cohorts: readonly PaybackCohort[];
  /** Costs of dates outside the data, and of channels that brought nobody; channels that cost nothing. */
  readonly costs: {
    readonly total: number;
    readonly outside: number;
    readonly withoutUsers: readonly { readonly channel: string; readonly cost: number }[];
    readonly withoutCost: readonly string[];
  };
  readonly withoutChannel: number;
  readonly missing: number;
  readonly negative: number;
  /** The channel that is cheapest by the buyer and dearest by the buyer who buys again. */
  readonly looksGood: LooksGood | null;
  readonly doubtful: DoubtfulDates | null;
}

/** Its buyers who bought again against those of all other channels that cost something. */
export interface LooksGood {
  readonly channel: string;
  readonly repeatBuyers: number;
  readonly buyers: number;
  readonly otherRepeatBuyers: number;
  readonly otherBuyers: number;
  readonly p: number | null;
  readonly problem?: ProblemData;
}
