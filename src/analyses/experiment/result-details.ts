import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { MaybeInterval } from './maybe-interval';

/** The same two arms by another method that is in use, at the uncorrected level; no verdict is read from it. */
export interface Alternative {
  readonly name:
    | 'newcombe'
    | 'miettinen-nurminen'
    | 'agresti-caffo'
    | 'fisher'
    | 'barnard'
    | 'delta'
    | 'mann-whitney';
  readonly p?: number;
  readonly difference?: Interval;
  readonly lift?: Interval;
  /** That a user of the treatment has more than one of the control, ties counting half. */
  readonly probability?: number;
}

/** The difference on one day after the exposure, at the uncorrected level. */
export interface AgePoint extends Interval {
  /** 1 for the first 24 hours. */
  readonly day: number;
  readonly arm: string;
  /** Of the smaller arm, who have had the day in full. */
  readonly users: number;
}

/** The difference among users first exposed on some days, at the uncorrected level. */
export interface EntryPoint extends Interval {
  /** Local dates, both included. */
  readonly from: string;
  readonly through: string;
  readonly arm: string;
  /** Of both arms. */
  readonly users: number;
}

/** Whether the effect changes with the days since the exposure. */
export interface Novelty {
  readonly arm: string;
  /** How many days were looked at. */
  readonly daysSeen: number;
  /** The mean ln(day) of what the treatment's users did, less the control's: below 0 the effect fades. */
  readonly shift: MaybeInterval;
  readonly p: number | null;
  /** The lift through day `split` and after it; absent where the control did nothing. */
  readonly split?: number;
  readonly early?: number;
  readonly late?: number;
  readonly problem?: ProblemData;
}

/** How a metric's values are spread over users, of a quantile metric over its single values. */
export interface Distribution {
  /** Ends of the bins of `counts`. */
  readonly edges: readonly number[];
  /** The bins are even on a logarithmic scale. */
  readonly isLog: boolean;
  readonly arms: readonly {
    readonly name: string;
    readonly values: number;
    readonly zeros: number;
    /** Values other than 0 in each bin; null for a few in what is shared. */
    readonly counts: readonly (number | null)[];
    /** Share of the total that the ten largest values make. */
    readonly top?: number;
  }[];
  /** Quantiles of every arm, and of a treatment's the difference to the control's. */
  readonly quantiles: readonly QuantilePoint[];
}

export interface QuantilePoint {
  readonly level: number;
  readonly arm: string;
  readonly value: number | null;
  readonly difference?: MaybeInterval;
  readonly problem?: ProblemData;
}

/** Users who will come in a period, all of whom could get the change. */
export interface Eligible {
  readonly users: number;
  readonly periodDays: number;
  /** Said by the parameters; else judged by those who came in the test. */
  readonly isGiven: boolean;
}

/** What a change brings in a period, in the unit of the metric's total. */
export interface Worth extends Interval {
  /** With the shrunken lift. */
  readonly shrunken?: number;
}

/** How near a metric is to its target. */
export interface Outlook {
  readonly target: number;
  /** (target half-width / current half-width)², at most 1. */
  readonly progress: number;
  /** Users of all arms together until the target is visible. */
  readonly usersNeeded: number;
  /** From now on: whole weeks of new users and the metric's window, less the days so far. */
  readonly daysLeft: MaybeInterval;
}
