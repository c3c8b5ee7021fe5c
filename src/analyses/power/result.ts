import type { ProblemData } from '../../base/problem';
import type { MetricType } from '../experiment/result';
import type { PowerParams } from './params';

export interface PowerArm {
  /** `control`, then `treatment`, or `treatment-1` and so on. */
  readonly name: string;
  /** Of the users of the test, from 0 to 1. */
  readonly expected: number;
  /** Users needed; null where the plan cannot be made. */
  readonly users: number | null;
  readonly problem?: ProblemData;
}

/** Whole weeks from the first user to the last, at the pace at which new users came. */
export type Days =
  | { readonly estimate: number; readonly low: number; readonly high: number }
  | {
      readonly estimate: null;
      readonly low: null;
      readonly high: null;
      readonly problem: ProblemData;
    };

/** A change in both its forms; `relative` is null without a baseline to relate it to. */
export interface Change {
  readonly absolute: number;
  readonly relative: number | null;
  readonly problem?: ProblemData;
}

/** What a change of another size would take. */
export interface Effect {
  readonly mde: Change;
  readonly perArm: number | null;
  readonly total: number | null;
  readonly days: Days;
  readonly problem?: ProblemData;
}

/** What the users of a source say of the metric. */
export interface Estimated {
  /** Who entered, and who of them has had the metric's window in full. */
  readonly users: number;
  readonly matured: number;
  readonly total: number;
  /** Of a ratio. */
  readonly denominator?: number;
  /** 95 % interval of the baseline. */
  readonly low: number;
  readonly high: number;
  /** Share of the variance that what was known before takes away, where the metric is adjusted. */
  readonly varianceRemoved?: number;
}

export interface PowerResult {
  /** Its name; null where only its numbers were typed. */
  readonly metric: string | null;
  readonly type: MetricType;
  readonly unit: string | null;
  readonly direction: 'up' | 'down';
  readonly windowMs: number | null;
  readonly baseline: number;
  /** Of one user, after the adjustment where there is one. */
  readonly sd: number;
  /** Where they are not typed. */
  readonly estimated?: Estimated;
  /** The change to be found. */
  readonly mde: Change;
  /** For one comparison. */
  readonly alpha: number;
  readonly power: number;
  readonly looks: PowerParams['looks'];
  /**
   * Standard errors that the deciding interval reaches with the users needed; of a plan of looks those
   * of the one look that needs as many.
   */
  readonly multiplier?: number;
  /** What a plan of looks costs and saves. */
  readonly sequential?: Sequential;
  /** Users of each arm, of the smallest where the split is uneven. */
  readonly perArm: number | null;
  /** Of all arms. */
  readonly total: number | null;
  readonly arms: readonly PowerArm[];
  readonly days: Days;
  /** New users so far, or as typed; absent where nothing is known of them. */
  readonly arrivals?: Arrivals;
  /** New users on each local day of the history; empty where they are typed or there are no times. */
  readonly traffic: readonly { readonly date: string; readonly users: number }[];
  /** The smallest change that is found after each week. */
  readonly curve: readonly CurvePoint[];
  /** The chance to find the change with so many users in all. */
  readonly powerCurve: readonly { readonly users: number; readonly power: number }[];
  readonly effects: readonly Effect[];
  /** What the users at hand can show, where their number was given. */
  readonly atHand?: AtHand;
  readonly problem?: ProblemData;
}

export interface Sequential {
  /** Users of the whole plan for each user of a single look. */
  readonly inflation: number;
  /** Users of all arms on average, the test stopping at the first bound passed: without a change, and with the one to be found. */
  readonly expected: { readonly none: number; readonly change: number };
  readonly looks: readonly {
    /** Share of the users. */
    readonly passed: number;
    /** Of all arms. */
    readonly users: number;
    /** Error rate spent by then. */
    readonly spent: number;
    /** The z to pass, two-sided. */
    readonly bound: number;
    /** The chance to have stopped by then. */
    readonly stopped: { readonly none: number; readonly change: number };
  }[];
}

export interface Arrivals {
  readonly perDay: number;
  /** Days of the history, where the number was not typed. */
  readonly historyDays?: number;
}

export interface CurvePoint {
  readonly days: number;
  /** Of all arms. */
  readonly users: number;
  /** Relative; null where not even the largest change would be found. */
  readonly mde: number | null;
  readonly problem?: ProblemData;
}

export interface AtHand {
  readonly users: number;
  readonly power: number | null;
  readonly mde: number | null;
  readonly problem?: ProblemData;
}
