import type { ProblemData } from '../../base/problem';
import type { DoubtfulRows } from '../../events/scope';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface ReferralResult {
  /** Few rows long after all others; null without any. */
  readonly doubtful: DoubtfulRows | null;
  /** Users active in the dates. */
  readonly users: number;
  readonly invitations: {
    /** Those who sent any, and how many they sent. */
    readonly users: number;
    readonly sent: number;
    /** Invitations per active user. */
    readonly perUser: Interval | Missing<Interval>;
  };
  /** Signups through an invitation, of the invitations sent. */
  readonly accepted: Accepted;
  /** New users whom each active user brings. */
  readonly k: Interval | Missing<Interval>;
  /** Invited users whose inviter is in the data; null where no column names inviters. */
  readonly linked: { readonly users: number; readonly of: number } | null;
  /** From the inviter's signup to that of whom they invited; null where no column names inviters. */
  readonly cycle: Cycle | null;
  readonly fromMs: number;
  readonly toMs: number;
  /** Invited users and all others who signed up, over the time after it. */
  readonly groups: readonly ReferralGroup[];
  readonly comparisons: readonly ReferralComparison[];
}

export interface Accepted {
  readonly accepted: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

export interface Cycle {
  /** Invited users whose inviter's signup is in the data. */
  readonly count: number;
  readonly medianMs: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p90Ms: number | null;
  readonly problem?: ProblemData;
}

export interface ReferralGroup {
  readonly name: 'referred' | 'others';
  /** Who signed up, and those of them whose time has passed. */
  readonly users: number;
  readonly matured: number;
  /** Activity in that time, and its mean. */
  readonly total: number;
  readonly mean: number | null;
  /** Users with any. */
  readonly returned: number;
  readonly of: number;
  readonly rate: number | null;
  readonly problem?: ProblemData;
}

/** Invited users less all others. */
export interface ReferralComparison {
  readonly name: 'returned' | 'activity';
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  readonly problem?: ProblemData;
}
