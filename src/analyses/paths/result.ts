import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { Missing } from '../analysis';

export interface PathsResult {
  readonly count: 'users' | 'sessions';
  /** Backwards: paths are aligned at their last event, and steps count from 0 down. */
  readonly direction: 'forward' | 'backward';
  /** Followed paths; each user or session has at most one. */
  readonly paths: number;
  readonly users: number;
  /** Left out: their window or session reaches beyond the data. */
  readonly open: number;
  /** Those that came to the event they lead to; null where they lead to none, or begin with it. */
  readonly reached: Share | null;
  /** The most frequent first. */
  readonly sequences: readonly Sequence[];
  /** What the list leaves out. */
  readonly rest: { readonly sequences: number; readonly paths: number };
  /** For each event how many paths have it as which step; `(other)`, `(end)` or `(start)`, and `(done)` last. */
  readonly matrix: readonly MatrixRow[];
  /** How many paths go from one event to the next, at each step. */
  readonly flow: readonly Flow[];
  /** The control first; empty without a breakdown. */
  readonly groups: readonly PathGroup[];
  readonly comparisons: readonly PathComparison[];
  readonly alpha: number;
}

/** Part of the paths, with an interval that has users as its units. */
export interface Share extends Pick<Interval, 'low' | 'high'> {
  readonly paths: number;
  readonly of: number;
  readonly rate: number;
}

/** Paths with the same events. */
export interface Sequence extends Share {
  /** The path as text, ` > ` between its events. */
  readonly name: string;
  /** In order of time. `…` stands for what is left out, `(end)` and `(start)` for nothing more. */
  readonly path: readonly string[];
  readonly users: number;
  /** Whether it came to the event that paths lead to; null where they lead to none. */
  readonly reached: boolean | null;
}

export interface MatrixRow {
  readonly name: string;
  readonly steps: readonly StepShare[];
}

export interface StepShare {
  /** From 1 up; backwards from 0 down. */
  readonly step: number;
  readonly paths: number;
  readonly of: number;
  readonly rate: number;
}

export interface Flow {
  /** Of the event it leads from. */
  readonly step: number;
  readonly from: string;
  readonly to: string;
  readonly paths: number;
}

export interface PathGroup {
  readonly name: string;
  readonly paths: number;
  readonly users: number;
  readonly reached: Share | null;
}

/** How frequent a sequence is in a group and in the control. */
export interface PathComparison {
  /** Of the sequence. */
  readonly name: string;
  readonly group: string;
  readonly control: Frequency;
  readonly treatment: Frequency;
  /** Treatment − control, at `level`. */
  readonly difference: Interval | Missing<Interval>;
  readonly p: number | null;
  /** Over all comparisons (Benjamini & Hochberg). */
  readonly pAdjusted: number | null;
  readonly level: number;
  readonly problem?: ProblemData;
}

export interface Frequency {
  readonly paths: number;
  readonly of: number;
  readonly rate: number;
}
