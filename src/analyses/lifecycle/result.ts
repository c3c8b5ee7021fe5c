import type { ProblemData } from '../../base/problem';
import type { Period } from '../../events/calendar';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface LifecycleResult {
  readonly period: Period;
  /** Local date of the first event of the data. */
  readonly dataStart: string;
  /** Periods in order, each once, also those in which nobody was active. */
  readonly rows: readonly GrowthRow[];
  /** Whole days in order. */
  readonly stickiness: readonly StickinessRow[];
  /** The 28 days that `power` counts, both included; null where the data has no 28 whole days. */
  readonly powerDays: { readonly from: string; readonly through: string } | null;
  /** Users by the number of these days on which they were active, 1 to 28; empty without 28 whole days. */
  readonly power: readonly { readonly days: number; readonly users: number }[];
  readonly problem?: ProblemData;
}

/** What the users of one period are. The parts of `active` add up to it. */
export interface GrowthRow {
  /** Local date of its first day; of hours the local time with its offset. */
  readonly start: string;
  readonly active: number | null;
  readonly new: number | null;
  readonly returning: number | null;
  readonly resurrected: number | null;
  /** Active in the period before, but not in this one; null in the first period of the data. */
  readonly dormant: number | null;
  /** Active in the first period of the data: nobody knows whether they were there before. */
  readonly unknown: number | null;
  /** Gained over lost: (new + resurrected) / dormant. */
  readonly quickRatio: Interval | Missing<Interval>;
  /** Whether the data reach to the end of the period; if not, nothing is counted but `activeSoFar`. */
  readonly complete: boolean;
  readonly activeSoFar?: number;
  readonly problem?: ProblemData;
}

/** Users of one day and of the days up to it. */
export interface StickinessRow {
  /** Local date. */
  readonly start: string;
  /** Active on this day. */
  readonly dau: number;
  /** Active on this day or one of the 6 before it; null where the data do not reach back so far. */
  readonly wau: number | null;
  /** Active on this day or one of the 27 before it; null where the data do not reach back so far. */
  readonly mau: number | null;
  /** The mean of `dau` over these 28 days, over `mau`. */
  readonly ratio: number | null;
  readonly problem?: ProblemData;
}
