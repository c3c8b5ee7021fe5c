import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface TiersResult {
  /** The event or events that are added up. */
  readonly measured: string;
  /** Unit of the sums; null for counts and bare numbers. */
  readonly unit: string | null;
  /** Whether rows are counted: no column is added up. */
  readonly isCount: boolean;
  /** How long what was earned counts; null for ever. */
  readonly windowMs: number | null;
  readonly repurchaseMs: number;
  readonly period: 'day' | 'week' | 'month';
  /** Local date of the last day that counts. */
  readonly through: string;
  readonly users: number;
  readonly rows: number;
  readonly missing: number;
  /** Rows below 0, which lower the sum. */
  readonly negative: number;
  /** Users below the lowest tier. */
  readonly outside: number;
  /** From the lowest up. */
  readonly tiers: readonly TierRow[];
  /** Periods that are over, in order. */
  readonly progression: readonly ProgressionRow[];
  /** What becomes of a tier from the end of one period to the end of the next, over all periods. */
  readonly movements: readonly Movement[];
  /** From tier to tier, likewise; only those that happened. */
  readonly moves: readonly Move[];
  /** Orders just below and just above what a tier takes. */
  readonly thresholds: readonly Threshold[];
  /** As of an RFM. */
  readonly stray: { readonly users: number; readonly gapDays: number } | null;
  readonly level: number;
}

/** How often of how many. Trials of a user go together. */
export type Rate = {
  readonly count: number;
  readonly of: number;
  readonly users: number;
} & (
  | { readonly rate: number; readonly low: number; readonly high: number }
  | { readonly rate: null; readonly low: null; readonly high: null; readonly problem: ProblemData }
);

export interface TierRow {
  readonly name: string;
  readonly from: number;
  /** At the end of the data. */
  readonly users: number;
  readonly of: number;
  readonly share: number;
  /** Who were ever in it. */
  readonly reached: number;
  /** Orders in it that are followed by another. */
  readonly repurchase: Rate & { readonly open: number };
  readonly stay: Stay;
}

/** How long users stay in a tier; each stay counts. */
export interface Stay {
  readonly stays: number;
  readonly upgraded: number;
  readonly downgraded: number;
  /** After how many days half of them have left; null where fewer do. */
  readonly medianDays: number | null;
  readonly problem?: ProblemData;
  /** Share still there after so many days; at most 200 points. */
  readonly curve: readonly {
    readonly days: number;
    readonly still: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export interface ProgressionRow {
  /** Local date of the first day of the period. */
  readonly start: string;
  readonly tiers: readonly {
    readonly name: string;
    /** At its end. */
    readonly users: number;
    readonly of: number;
    readonly share: number;
    /** Of those in the tier at its start: still there, higher, lower. */
    readonly before: number;
    readonly kept: number;
    readonly upgraded: number;
    readonly downgraded: number;
  }[];
}

export interface Movement {
  readonly name: string;
  readonly kept: Rate;
  readonly upgraded: Rate;
  readonly downgraded: Rate;
}

export type Move = Rate & { readonly name: string; readonly from: string; readonly to: string };

export interface Threshold {
  /** The tier that begins there. */
  readonly name: string;
  readonly from: number;
  /** Sums of the orders that count as near. */
  readonly within: { readonly low: number; readonly high: number };
  readonly below: Rate;
  readonly above: Rate;
  /** Above less below. */
  readonly difference: Interval | Missing<Interval>;
}
