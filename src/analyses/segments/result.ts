import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';
import type { Distinction } from '../distinguishing';

/** How large segments are, how they changed, how they overlap, what they do, and what makes one of them. */
export interface SegmentsResult {
  /** Local date of the last day. */
  readonly through: string;
  /** Users with a row before the data end. */
  readonly users: number;
  readonly segments: readonly SegmentResult[];
  readonly overlaps: readonly Overlap[];
  readonly lifts: readonly SegmentLift[];
  /** Null where a result is passed on, and its segment is withheld. */
  readonly portrait: Portrait | null;
}

export interface SegmentResult {
  readonly name: string;
  readonly users: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** At the end of each whole period. */
  readonly rows: readonly SizeRow[];
}

export interface SizeRow {
  /** Local date of the first day of the period. */
  readonly start: string;
  readonly users: number;
  readonly of: number;
  readonly share: number;
  /** In it now but not when the period began; in it then but not now. */
  readonly entered: number;
  readonly left: number;
}

/** Two segments. */
export interface Overlap {
  readonly name: string;
  readonly first: string;
  readonly second: string;
  readonly both: number;
  readonly either: number;
  /** Both over either: 1 when they are the same users. */
  readonly jaccard: Interval | Missing<Interval>;
}

/** Those who were in a segment when the window began against those who were not. */
export interface SegmentLift {
  readonly name: string;
  readonly segment: string;
  readonly metric: string;
  readonly type: 'proportion' | 'mean';
  readonly unit: string | null;
  readonly windowMs: number;
  readonly inside: Side;
  readonly others: Side;
  readonly difference: Interval | Missing<Interval>;
  readonly lift: Interval | Missing<Interval>;
  readonly p: number | null;
  /** With all comparisons, by Benjamini and Hochberg; the intervals are at `level`. */
  readonly pAdjusted: number | null;
  readonly level: number;
  readonly problem?: ProblemData;
}

export interface Side {
  readonly users: number;
  readonly total: number;
  readonly value: number | null;
  readonly problem?: ProblemData;
}

export interface Portrait {
  readonly name: string;
  readonly users: number;
  readonly others: number;
  /** Traits that were compared. */
  readonly compared: number;
  /** The surest twenty of those that distinguish them. */
  readonly traits: readonly Distinction[];
}
