import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Measure } from './scores';

export interface RfmResult {
  /** The event or events that are purchases. */
  readonly purchase: string;
  /** Local date of the last day that counts. */
  readonly reference: string;
  /** What the look-back is; null for all of the data. */
  readonly lookbackMs: number | null;
  readonly monetary: 'sum' | 'mean';
  /** Of values; null for bare numbers. */
  readonly unit: string | null;
  readonly customers: number;
  readonly of: number;
  readonly purchases: number;
  readonly refunds: number;
  /** Purchases without a value. */
  readonly missing: number;
  /** Of all customers; `mean` adds up their means. */
  readonly value: number;
  readonly scores: readonly ScoreRow[];
  /** Those that have customers, by the scores of recency, frequency and monetary value: `555` first. */
  readonly cells: readonly Cell[];
  /** In the order of the rules. */
  readonly segments: readonly SegmentRow[];
  readonly migration: Migration | null;
  /** Customers whose last purchase stands far apart from all others', if there are any. */
  readonly stray: { readonly users: number; readonly gapDays: number } | null;
}

export interface ScoreRow {
  readonly name: Measure;
  /** Four, ascending; days, days with a purchase, and value. */
  readonly cuts: readonly number[];
  readonly isFixed: boolean;
  readonly levels: readonly {
    readonly score: number;
    readonly users: number;
    readonly of: number;
    readonly share: number;
  }[];
  /** The value that most customers have. */
  readonly tie: {
    readonly value: number;
    readonly users: number;
    readonly of: number;
    readonly share: number;
  };
}

export interface Cell {
  /** `543`: scores of recency, frequency and monetary value. */
  readonly name: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly segment: string;
  readonly users: number;
  readonly value: number;
}

export interface SegmentRow {
  readonly name: string;
  readonly users: number;
  readonly of: number;
  readonly share: number;
  readonly value: number;
  /** Of the value of all customers; null where that is not above 0. */
  readonly part: number | null;
  /** Null where nobody is in it. */
  readonly perUser: number | null;
  readonly recencyDays: number | null;
  readonly purchaseDays: number | null;
  readonly problem?: ProblemData;
}

/** Where those of an earlier date are now. */
export interface Migration {
  /** Local date of the last day that counted then. */
  readonly previous: string;
  readonly customers: number;
  /** In the same segment at both dates, of those who were customers at the first. */
  readonly kept: Interval & { readonly users: number; readonly of: number };
  /** Cut points of then and now differ, so that a customer may move without doing anything. */
  readonly cutsMoved: boolean;
  /** Moves that somebody made; `(new)` were no customers then, `(none)` are none now. */
  readonly rows: readonly Move[];
}

export interface Move {
  /** `champions > loyal` */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly users: number;
  /** All who were in `from`. */
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
