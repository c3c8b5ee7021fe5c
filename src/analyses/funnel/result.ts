import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';
import type { Distinction } from '../distinguishing';
import type { FunnelParams } from './params';

export interface FunnelResult {
  /** What `users` counts. */
  readonly count: FunnelParams['count'];
  readonly order: FunnelParams['order'];
  /** Null for no limit. */
  readonly windowMs: number | null;
  /** The largest first, the control before all. */
  readonly groups: readonly FunnelGroup[];
  /** Name of the group that the others are compared with; null with one group. */
  readonly control: string | null;
  /** Each other group against the control, by step. */
  readonly comparisons: readonly StepComparison[];
  readonly checks: readonly SplitCheck[];
  /** By period of entry, without gaps. */
  readonly trend: readonly TrendPoint[];
  readonly ties: {
    /** Steps from one to the next. */
    readonly moves: number;
    /** Of those, how many took no time: their order is not known. */
    readonly tied: number;
  };
  /** What distinguishes those who converted from those who dropped out; absent where it is not asked. */
  readonly drivers?: Drivers;
}

export interface FunnelGroup {
  /** Null where nothing divides the users. */
  readonly name: string | null;
  readonly entered: number;
  /** Only entries whose window is not over. */
  readonly open: number;
  /** Taken out by an exclusion that removes. */
  readonly removed: number;
  readonly steps: readonly StepResult[];
  /** From the entry to the last step. */
  readonly conversion: Conversion;
}

export interface StepResult {
  /** From 1. */
  readonly index: number;
  readonly event: string | readonly string[];
  readonly optional?: true;
  readonly users: number;
  /** Who got here with an entry whose window is not over; they may still go on. */
  readonly open: number;
  /** Who did the step before that is not optional and went no further; absent at the first and at optional steps. */
  readonly dropped?: number;
  readonly ofFirst: Rate;
  /** Of those at the last step before that is not optional. */
  readonly ofPrevious: Rate;
  /** From the step done before; null at the first. */
  readonly time: StepTime | null;
}

export type Rate = {
  readonly users: number;
  readonly of: number;
} & (
  | { readonly rate: number; readonly low: number; readonly high: number }
  | Missing<{ rate: number; low: number; high: number }>
);

/** Durations. The interval of the median is missing below six of them. */
export interface StepTime {
  readonly medianMs: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p25Ms: number | null;
  readonly p75Ms: number | null;
  readonly p90Ms: number | null;
  readonly problem?: ProblemData;
}

export interface Conversion {
  readonly time: StepTime;
  /** Those who converted, by how long it took; half-open, the last one closed. */
  readonly histogram: readonly {
    readonly fromMs: number;
    readonly toMs: number;
    readonly users: number;
  }[];
  /** Share converted by a time after the entry, open entries watched as long as they can be (Kaplan and Meier). */
  readonly curve: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly ms: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface StepComparison {
  readonly group: string;
  /** From 2. */
  readonly step: number;
  /** Of the rates of the first step, group − control. */
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly level: number;
  readonly problem?: ProblemData;
}

export interface SplitCheck {
  readonly name: 'srm';
  readonly status: 'pass' | 'fail' | 'unknown';
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** Who entered, in the order of the groups that have a share. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly problem?: ProblemData;
}

export interface TrendPoint {
  /** Local date of the first day; of hours the local time. */
  readonly start: string;
  readonly entered: number;
  /** Of those, who converted; in an unfinished period, so far. */
  readonly converted: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the window of every entry is over. */
  readonly complete: boolean;
  readonly problem?: ProblemData;
}

export interface Drivers {
  readonly converted: number;
  readonly dropped: number;
  /** Around the entry: how long before, and after it. */
  readonly beforeMs: number;
  readonly afterMs: number;
  /** Surest first, at most 20. */
  readonly traits: readonly Distinction[];
  /** How many were compared. */
  readonly compared: number;
}
