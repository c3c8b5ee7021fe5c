import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

/** An interval, or why there is none. */
export type MaybeInterval = Interval | Missing<Interval>;

export interface Arm {
  readonly name: string;
  /** Users who count in the comparison: exposed, in one arm only where the others are left out, and not late. */
  readonly users: number;
  /** Planned share, from 0 to 1; 0 for an arm that was to get no traffic. */
  readonly expected: number;
  /** Users first exposed after the planned end. */
  readonly late: number;
}

export type Status = 'pass' | 'warn' | 'fail' | 'unknown';

/** Can the comparison be trusted? */
export type Check =
  | {
      readonly name: 'srm';
      readonly status: Status;
      readonly statistic: number | null;
      readonly df: number | null;
      readonly p: number | null;
      /** The planned split was not given and taken as equal. */
      readonly assumed: boolean;
      /** Users in one arm only, and how many the plan would give, in the order of `arms`. */
      readonly observed: readonly number[];
      readonly expected: readonly number[];
      readonly problem?: ProblemData;
    }
  | {
      readonly name: 'contamination';
      readonly status: Status;
      /** Users seen in more than one arm, and their share of all exposed users. */
      readonly users: number;
      readonly share: number;
      readonly of: number;
    }
  | {
      readonly name: 'unexpected-arms';
      readonly status: Status;
      readonly arms: readonly { readonly name: string; readonly users: number }[];
    }
  | {
      readonly name: 'enough-data';
      readonly status: Status;
      /** Users in the smallest arm, and how many are needed. */
      readonly users: number;
      readonly needed: number;
      /** Goals with too few users who did it (or did not) for a verdict. */
      readonly rare: readonly string[];
    }
  | {
      readonly name: 'maturity';
      readonly status: Status;
      /** The metric with the longest window, and how many of its users have not had it in full. */
      readonly metric: string;
      readonly waiting: number;
      readonly of: number;
      readonly windowMs: number;
    }
  | {
      readonly name: 'duplicates';
      readonly status: Status;
      /** Rows equal to an earlier one, and further rows of a user in a table of one row per user. */
      readonly rows: number;
      readonly repeated: number;
    };

/** One metric in one arm. */
export interface MetricArm {
  readonly name: string;
  readonly users: number;
  readonly total: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Counted rows without a value: they add 0. */
  readonly missing: number;
  /** Users whose window has passed in full: `value` is `total / matured`. */
  readonly matured: number;
  readonly problem?: ProblemData;
}

export type State = 'better' | 'worse' | 'same' | 'unclear' | 'not-enough';

/** A treatment arm against the control. */
export interface Comparison {
  readonly arm: string;
  /** The half that decides. */
  readonly deciding: 'fixed' | 'always-valid';
  readonly test: string;
  readonly statistic: number | null;
  /** Null for a z. */
  readonly df: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  /** Of `difference` and `lift`: 1 − α·p/pAdjusted, so they exclude 0 exactly when pAdjusted < α. */
  readonly level: number;
  readonly difference: MaybeInterval;
  readonly lift: MaybeInterval;
  readonly raw: null;
  readonly cuped: null;
  readonly margin: null;
  readonly state: State;
  readonly problem?: ProblemData;
}

export interface MetricResult {
  readonly name: string;
  readonly type: MetricType;
  readonly role: Role;
  readonly direction: 'up' | 'down';
  readonly windowMs: number | null;
  /** Smallest lift that this many users would show with 80 % power, for the arm that shows least. */
  readonly mde: number | null;
  readonly arms: readonly MetricArm[];
  readonly comparisons: readonly Comparison[];
  readonly problem?: ProblemData;
}

export type MetricType = 'proportion' | 'mean' | 'count' | 'ratio' | 'quantile' | 'retention';

export type Role = 'goal' | 'secondary' | 'guardrail';

export type Decision =
  'ship' | 'do-not-ship' | 'keep-running' | 'not-trusted' | 'no-effect' | 'inconclusive';

/** Which rule decided; each has its sentence. */
export type Rule =
  | 'split-does-not-match'
  | 'too-many-in-two-arms'
  | 'guardrail-worse'
  | 'goal-worse'
  | 'goals-disagree'
  | 'goal-better-guardrails-safe'
  | 'guardrail-not-shown-safe'
  | 'too-few-users'
  | 'too-few-days'
  | 'target-not-reached'
  | 'within-target'
  | 'no-clear-difference';

export interface ArmVerdict {
  readonly arm: string;
  readonly decision: Decision;
  readonly rule: Rule;
  /** The metric that made the rule fire. */
  readonly metric: string | null;
}

export interface Verdict {
  readonly decision: Decision;
  readonly rule: Rule;
  /** The arm that the decision is about; null when it is about all. */
  readonly arm: string | null;
  readonly arms: readonly ArmVerdict[];
}

/** Users first exposed on one local day. */
export interface Arrivals {
  readonly date: string;
  readonly arm: string;
  readonly users: number;
}

export interface ExperimentResult {
  readonly control: string;
  readonly alpha: number;
  readonly arms: readonly Arm[];
  readonly checks: readonly Check[];
  readonly metrics: readonly MetricResult[];
  /** Per day and arm, in order; empty without times. */
  readonly traffic: readonly Arrivals[];
  /** Days from the first exposure to the end of the data; null without times. */
  readonly days: number | null;
  readonly verdict: Verdict;
}
