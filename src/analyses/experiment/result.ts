import type { ProblemData } from '../../base/problem';
import type { Deviation } from '../../notebook/plan-deviations';
import type { MaybeInterval } from './maybe-interval';
import type {
  AgePoint,
  Alternative,
  Distribution,
  Eligible,
  EntryPoint,
  Novelty,
  Outlook,
  Worth,
} from './result-details';

export interface Arm {
  readonly name: string;
  /** Users who count in the comparison: exposed, in one arm only where the others are left out, and not late. */
  readonly users: number;
  /** Planned share, from 0 to 1; 0 for an arm that was to get no traffic. */
  readonly expected: number;
  /** Users first exposed after the planned end. */
  readonly late: number;
}

/** The part of the design that decides: one look, any number of them, or those of a plan. */
export type Half = 'fixed' | 'always-valid' | 'group-sequential';

/** A look of a group-sequential plan. */
export interface Look {
  readonly is: 'made' | 'now' | 'ahead';
  /** Share of the plan that has passed by then. */
  readonly passed: number;
  /** Users who count by then; of a look ahead as many as traffic so far promises. */
  readonly users: number;
  /** Error rate that the plan has spent by then. */
  readonly spent: number;
  /** The z that has to be passed, two-sided. */
  readonly bound: number;
  /** Local date; absent where users and not times tell. */
  readonly through?: string;
}

/** Users who do not count for one reason: a rule by its name, or `several-arms`. */
export interface LeftOut {
  readonly name: string;
  readonly users: number;
  readonly arms: readonly {
    readonly name: string;
    readonly users: number;
    /** Exposed users of the arm whom no other rule excludes. */
    readonly of: number;
  }[];
  /** Of "as many from each arm as it has users". */
  readonly p: number | null;
  readonly problem?: ProblemData;
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
      /** Of three arms or more the one furthest from its plan, in standard deviations. */
      readonly furthest?: string;
      readonly problem?: ProblemData;
    }
  | {
      readonly name: 'split-within';
      readonly status: Status;
      /** Days and groups that were looked at. */
      readonly tests: number;
      /** The one with the smallest p. */
      readonly furthest: {
        /** The column; absent of a day. */
        readonly of?: string;
        readonly value: string;
        readonly arms: readonly string[];
        /** In the order of `arms`. */
        readonly observed: readonly number[];
        readonly expected: readonly number[];
        readonly p: number;
        /** Holm's, over all that were looked at. */
        readonly pAdjusted: number;
      };
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
      readonly arms: readonly {
        readonly name: string;
        readonly users: number;
        /** The plan names it, without traffic; absent where it does not. */
        readonly inPlan?: boolean;
      }[];
    }
  | {
      readonly name: 'activation';
      readonly status: Status;
      /** Users activated, and those who were exposed; both in one arm only. */
      readonly users: number;
      readonly of: number;
      /** The activated, in the order of `arms`. */
      readonly observed: readonly number[];
      readonly statistic: number | null;
      readonly df: number | null;
      readonly p: number | null;
      readonly problem?: ProblemData;
    }
  | {
      readonly name: 'plan';
      readonly status: Status;
      /** When it was frozen, ISO 8601, and whether that was before the first exposure; absent without times. */
      readonly frozenAt: string;
      readonly beforeExposure?: boolean;
      /** Results were on screen when it was frozen. */
      readonly seen: boolean;
      /** The stamp has the hash of the parameters that it keeps. */
      readonly isIntact: boolean;
      readonly isChanged: boolean;
      /** What was changed since; empty also where the stamp keeps the hash alone. */
      readonly deviations: readonly Deviation[];
    }
  | {
      readonly name: 'left-out';
      readonly status: Status;
      readonly reasons: readonly LeftOut[];
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
      readonly name: 'without-variant';
      readonly status: Status;
      /** Users whose exposures name no variant: they are in no arm. */
      readonly users: number;
    }
  | {
      readonly name: 'looks';
      readonly status: Status;
      readonly looks: 'fixed' | 'hybrid' | 'always-valid' | 'group-sequential';
      readonly deciding: Half;
      /** Local date; null when no end was planned. */
      readonly plannedEnd: string | null;
      readonly isOver: boolean;
      /** Of a plan of looks, for the first goal: which look this is, and whether it was planned. */
      readonly look?: {
        readonly number: number;
        readonly of: number;
        readonly passed: number;
        readonly isPlanned: boolean;
      };
    }
  | {
      readonly name: 'balance';
      readonly status: Status;
      /** The metric whose arms differed most before the exposure, and how many were looked at. */
      readonly metric: string;
      readonly p: number | null;
      readonly tests: number;
      readonly problem?: ProblemData;
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
  /** Users whose window has passed in full: `value` is `total / matured`, of a ratio `total / denominator`. */
  readonly matured: number;
  readonly denominator?: number;
  /** Of amounts: the largest user's part of the total, and users with something. */
  readonly largest?: number;
  readonly active?: number;
  readonly problem?: ProblemData;
}

export type State = 'better' | 'worse' | 'same' | 'unclear' | 'not-enough';

/** A treatment arm against the control. */
export interface Comparison {
  readonly arm: string;
  /** The half that decides. */
  readonly deciding: Half;
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
  /** The half that does not decide, where the other one does. */
  readonly alwaysValid?: AlwaysValid;
  readonly fixed?: FixedHalf;
  /** With a flat prior. */
  readonly chanceToWin?: number;
  /** Of choosing this arm: of the difference in the unit of the metric, of the lift as a share of the control. */
  readonly expectedLoss?: number;
  readonly expectedLossOf?: 'difference' | 'lift';
  /** With the stated prior. */
  readonly shrunkenLift?: MaybeInterval;
  /** Rates only: exact, from uniform priors. */
  readonly beta?: {
    readonly prior: readonly [number, number];
    readonly chanceToWin: number;
    /** Of the difference. */
    readonly expectedLoss: number;
  };
  /** Without the adjustment for what was known before; null where there is none. */
  readonly raw?: Unadjusted | null;
  readonly cuped?: { readonly theta: number; readonly varianceRemoved: number } | null;
  readonly margin?: Margin | null;
  readonly sensitivity?: readonly Sensitivity[];
  readonly alternatives?: readonly Alternative[];
  /** What all `eligible` users would bring in a period, in the unit of the metric's total. */
  readonly worth?: Worth;
  readonly state: State;
  readonly problem?: ProblemData;
}

/** The half that holds however often one looks, at its own uncorrected level. */
export interface AlwaysValid {
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly level: number;
  readonly lift?: MaybeInterval;
  readonly problem?: ProblemData;
}

/** The half that holds once, at its own uncorrected level. */
export interface FixedHalf {
  readonly test: string;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly level: number;
  readonly difference: MaybeInterval;
  readonly lift: MaybeInterval;
  readonly problem?: ProblemData;
}

export interface Unadjusted {
  readonly difference: MaybeInterval;
  readonly lift: MaybeInterval;
  readonly p: number | null;
  readonly problem?: ProblemData;
}

/** Can a loss beyond the margin be ruled out? */
export interface Margin {
  readonly relative: number;
  /** One-sided; read against α/2. */
  readonly p: number | null;
  readonly state: 'non-inferior' | 'inferior' | 'unclear';
  readonly problem?: ProblemData;
}

/** The same comparison with one choice made otherwise. */
export interface Sensitivity extends Unadjusted {
  readonly name: 'first-exposure' | 'mixed-left-out' | 'without-largest';
}

/** The lift as it stood at the end of a day, with its always-valid interval. */
export interface SeriesPoint {
  readonly through: string;
  readonly arm: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What a cap came to. */
export interface CapUsed {
  readonly low?: number;
  readonly high?: number;
  /** Users whose value was moved. */
  readonly users: number;
  /** Of the total of all arms, before. */
  readonly removed: number | null;
  readonly problem?: ProblemData;
}

export interface Heterogeneity {
  readonly q: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly i2: number | null;
  readonly problem?: ProblemData;
}

export interface SegmentResult {
  readonly column: string;
  /** Of the first treatment arm's differences. */
  readonly heterogeneity: Heterogeneity;
  readonly groups: readonly {
    /** `(none)` where nothing is known of the users, `(other)` for all beyond the largest groups. */
    readonly value: string;
    readonly isRest: boolean;
    readonly arms: readonly MetricArm[];
    readonly comparisons: readonly Comparison[];
  }[];
}

export interface MetricResult {
  readonly name: string;
  readonly type: MetricType;
  /** What its values and differences are measured in; null for shares, counts and bare numbers. */
  readonly unit: string | null;
  readonly role: Role;
  readonly direction: 'up' | 'down';
  readonly windowMs: number | null;
  /** Smallest lift that this many users would show with 80 % power, for the arm that shows least. */
  readonly mde: number | null;
  readonly arms: readonly MetricArm[];
  readonly comparisons: readonly Comparison[];
  /** How the cap came out, where there is one. */
  readonly cap?: CapUsed;
  /** Under a plan of looks, in order. */
  readonly looks?: readonly Look[];
  readonly series?: readonly SeriesPoint[];
  readonly entries?: readonly EntryPoint[];
  readonly sinceExposure?: readonly AgePoint[];
  readonly novelty?: readonly Novelty[];
  readonly distribution?: Distribution;
  readonly outlook?: Outlook;
  readonly segments?: readonly SegmentResult[];
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
  | 'activated-unevenly'
  | 'unequal-before'
  | 'planned-end-not-reached'
  | 'guardrail-worse'
  | 'goal-worse'
  | 'goals-disagree'
  | 'goal-better-guardrails-safe'
  | 'guardrail-not-shown-safe'
  | 'guardrail-not-measured'
  | 'goal-not-measured'
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
  /** What p-values are read against and 1 less than uncorrected levels: α, under hybrid looks half of it. */
  readonly alphaOfHalf: number;
  /** ρ² of the always-valid boundary. */
  readonly rho2: number;
  /** Of the shrunken lifts. */
  readonly prior?: { readonly mean: number; readonly variance: number };
  readonly arms: readonly Arm[];
  readonly checks: readonly Check[];
  readonly metrics: readonly MetricResult[];
  /** Who would get the change in a period; absent where neither parameters nor times tell. */
  readonly eligible?: Eligible;
  /** Per day and arm, in order; empty without times. */
  readonly traffic: readonly Arrivals[];
  /** Days from the first exposure to the end of the data; null without times. */
  readonly days: number | null;
  readonly verdict: Verdict;
}
