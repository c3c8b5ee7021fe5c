import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { LinkParams } from './params';

/** A number of another cell, with its interval where that cell gives one. */
export type Figure =
  | { readonly estimate: number; readonly low?: number; readonly high?: number }
  | { readonly estimate: null; readonly problem: ProblemData };

/** Whether the link reaches the line: `unclear` where its interval holds the line. */
export type LinkState = 'reached' | 'below' | 'unclear' | 'unknown';

/** What changed since before. */
export interface Move {
  /** In the unit of the figure. */
  readonly change: Interval | { readonly estimate: number };
  /** In points of the score. */
  readonly points: number;
  /** `unclear` where the interval of the change holds 0, or there is none. */
  readonly state: 'better' | 'worse' | 'unclear';
}

export interface Link {
  readonly name: string;
  /** What the figure is, in the words of the notebook. */
  readonly measure?: string;
  readonly format: LinkParams['format'];
  readonly unit: string | null;
  readonly figure: Figure;
  /** The figures that score 0 and 100, and the one that scores just enough. */
  readonly zero: number;
  readonly full: number;
  readonly needed: number;
  /** 0 to 100. */
  readonly score: Figure;
  readonly state: LinkState;
  /** Null where nobody asked for it. */
  readonly before: { readonly figure: Figure; readonly score: Figure } | null;
  /** Null where there is nothing to compare. */
  readonly moved: Move | null;
}

export interface ScorecardResult {
  readonly line: number;
  /** In the order of the cell. */
  readonly links: readonly Link[];
  /** Links with a score, and those of them whose state is `reached`. */
  readonly scored: number;
  readonly reached: number;
  /** The link with the lowest score; null where there is no score. */
  readonly weakest: string | null;
}
