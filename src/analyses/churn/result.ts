import type { ProblemData } from '../../base/problem';

/** A share with its 95 % interval and the counts behind it. */
export interface Share {
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Everything that is known of who has left and who may. */
export interface ChurnResult {
  readonly event: string;
  /** Local dates of the first and the last whole day. */
  readonly from: string;
  readonly through: string;
  readonly rule: ChurnRule;
  /** By silent days. */
  readonly curve: readonly CurvePoint[];
  /** Silences that a return ended. */
  readonly gaps: {
    readonly count: number;
    /** Days from one active day to the next; null where nobody ever came back. */
    readonly medianDays: number | null;
    readonly p90Days: number | null;
    readonly problem?: ProblemData;
  };
  readonly now: Now;
  readonly rows: readonly ChurnRow[];
  /** The longest run of days up to the last one on which nobody at all was active. */
  readonly emptyDays: number;
}

export interface ChurnRule {
  /** Silent for so many whole days is gone. */
  readonly days: number;
  readonly isSuggested: boolean;
  /** The share of returns below which a silence counts as gone. */
  readonly below: number;
  /** How far ahead a return counts; absent: as far as the data tell. */
  readonly horizonDays?: number;
  /** What the data propose; null where they cannot tell. */
  readonly suggestedDays: number | null;
  /** Of those silent for so long, the share that comes back all the same; null where nobody was yet. */
  readonly back: (Share & { readonly returned: number }) | null;
  readonly problem?: ProblemData;
}

export interface CurvePoint extends Share {
  readonly days: number;
  /** Silences of at least so many days that a return has ended. */
  readonly returned: number;
}

/** Where every user who was ever active stands at the end of the data. */
export interface Now {
  readonly users: number;
  /** Silent for less than the rule, and not longer than is usual for them. */
  readonly active: number;
  /** Silent for less than the rule, but longer than nine in ten of their own gaps. */
  readonly atRisk: number;
  readonly churned: number;
  /** Users with so many gaps that a rhythm can be told. */
  readonly withRhythm: number;
  readonly gapsNeeded: number;
}

/** One period. */
export interface ChurnRow {
  /** Local date of its first day. */
  readonly start: string;
  /** Users who had not left when it began. */
  readonly users: number | null;
  /** Those of them whose silence reached the rule in it. */
  readonly churned: number | null;
  readonly of: number | null;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Users who had left and were active again in it. */
  readonly returned: number | null;
  readonly complete: boolean;
  readonly problem?: ProblemData;
}
