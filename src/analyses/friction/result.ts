import type { ProblemData } from '../../base/problem';
import type { DoubtfulRows } from '../../events/scope';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface FrictionResult {
  /** Few rows long after all others; null without any. */
  readonly doubtful: DoubtfulRows | null;
  readonly windowMs: number | null;
  readonly repeatMs: number;
  /** Whether an error event was named. */
  readonly watchesErrors: boolean;
  /** Waits that are no time: below zero; they count as not known. */
  readonly odd: number;
  /** From each step to the next, in order. */
  readonly transitions: readonly Transition[];
}

export interface Transition {
  /** `checkout > purchase` */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Attempts whose window has not ended: in no other number. */
  readonly open: number;
  /** Everybody (`name: null`), then with a breakdown the ten groups with most attempts, and the rest. */
  readonly groups: readonly FrictionGroup[];
}

export interface FrictionGroup {
  readonly name: string | null;
  readonly attempts: number;
  readonly users: number;
  /** Attempts that did not come to the next step. */
  readonly dropped: Drop;
  /** From the step to the next, of attempts that came to it; null where none did. */
  readonly time: Spread | null;
  /** What the step had them wait; null where that is not measured. */
  readonly wait: Spread | null;
  /** Drop-off by how long they waited, ascending; empty where that is not measured. */
  readonly bands: readonly Band[];
  /** Of the drop-off of those whose wait is known, the share above that of the shortest band. */
  readonly explained: Interval | Missing<Interval> | null;
  /** Signs of trouble: `repeats` and, where an event is named, `errors`. */
  readonly signs: readonly Sign[];
}

/** How many of some attempts ended without the next step. */
export interface Drop {
  readonly dropped: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly problem?: ProblemData;
}

/** How durations are spread, with the interval of the median where there are six of them. */
export interface Spread {
  readonly count: number;
  readonly medianMs: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p75Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly problem?: ProblemData;
}

/** Attempts whose wait lies in [fromMs, toMs); `toMs` is null for the longest. */
export interface Band extends Drop {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** Attempts with a sign of trouble against those without. */
export interface Sign {
  readonly name: 'repeats' | 'errors';
  readonly attempts: number;
  readonly of: number;
  readonly share: number | null;
  readonly with: Drop;
  readonly without: Drop;
  /** Drop-off with the sign less that without. */
  readonly difference: Interval | Missing<Interval>;
  readonly problem?: ProblemData;
}
