import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';
import type { RetentionParams } from './params';

/** What was asked, as far as its readers need it. */
export type Rule = Pick<
  RetentionParams,
  'cohorts' | 'period' | 'mode' | 'windows' | 'minimum' | 'overall'
> & {
  /** What the columns count, by number of the period after the start: `1`, or `2–4`. */
  readonly columns: readonly string[];
  /** Names of the events. */
  readonly start: string;
  readonly return: string;
  /** Of `on-or-after`: the last period that counts; null without limit. */
  readonly horizon?: number | null;
  /** The column that is summed. */
  readonly sum?: string;
  /** What its amounts are in; null for bare numbers. */
  readonly unit?: string | null;
  /** The column that makes groups, and the group that others are compared with. */
  readonly breakdown?: string;
  readonly control?: string;
};

interface AnyCell {
  readonly offset: number;
  /** Who returned; null while it is not known. */
  readonly users: number | null;
  /** Who could have: in windows that begin with each start, only those whose window is over. */
  readonly of: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly mature: boolean;
  readonly problem?: ProblemData;
}

/** Users who returned. */
export interface RateCell extends AnyCell {
  readonly rate: number | null;
}

/** Amounts of returns: their sum, and that per user of the cohort. */
export interface AmountCell extends AnyCell {
  readonly total: number | null;
  readonly value: number | null;
}

export type Cell = RateCell | AmountCell;

export interface Row {
  /** Local date on which the period begins; in hours its time with the offset. */
  readonly cohort: string;
  readonly users: number;
  readonly cells: readonly Cell[];
}

/** A cell of all cohorts together, with the band that holds the whole curve. */
export type OverallCell = Cell & {
  /** Standard error with users as the units; null where nothing is known. */
  readonly error: number | null;
  readonly bandLow: number | null;
  readonly bandHigh: number | null;
};

export interface Group {
  /** Null without a breakdown. */
  readonly name: string | null;
  /** All that is not among the ten largest. */
  readonly isRest: boolean;
  readonly users: number;
  readonly rows: readonly Row[];
  readonly overall: readonly OverallCell[];
  /** Offsets at which the curve rises although no cohort that reaches them does: other cohorts are mixed. */
  readonly mixed: readonly number[];
}

/** A group against the control at one offset. */
export interface Comparison {
  readonly group: string;
  readonly offset: number;
  /** Group minus control, at `level`. */
  readonly difference: Interval | Missing<Interval>;
  /** Holds the whole curve of differences at 95 %. */
  readonly band: {
    readonly low: number | null;
    readonly high: number | null;
    readonly problem?: ProblemData;
  };
  readonly statistic: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  /** 1 − 0.05·p/pAdjusted. */
  readonly level: number;
  readonly problem?: ProblemData;
}

/** Whether a group leaves as fast as the control, over the whole time; p is corrected over the groups. */
export interface LogRankResult {
  readonly group: string;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly problem?: ProblemData;
}

/** Whether users were divided among the groups as planned. */
export interface SplitCheck {
  readonly status: 'pass' | 'fail' | 'unknown';
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** Users and expected users in the order of `groups`. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly problem?: ProblemData;
}

/** What the data cover. */
export interface Covered {
  /** The first period with any event. */
  readonly firstPeriod: string;
  /** The last date that is complete. */
  readonly through: string;
  /** Days between the first and the last without any event, where days usually have some. */
  readonly emptyDays: number;
}

export interface RetentionResult {
  readonly rule: Rule;
  readonly groups: readonly Group[];
  readonly comparisons: readonly Comparison[];
  readonly logRank: readonly LogRankResult[];
  readonly split?: SplitCheck;
  readonly covered: Covered;
  /** Returns without an amount: they add 0. */
  readonly missing: number;
}
