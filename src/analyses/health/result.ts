import type { ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import type { HealthParams } from './params';

export type BandName = 'healthy' | 'watch' | 'winback';

/** How everybody is at the end of the data, how well that foretells who leaves, and whom to win back. */
export interface HealthResult {
  /** Local dates: the last whole day, the last day known when the index was put to the test, that of the scale. */
  readonly through: string;
  readonly beforeThrough: string;
  readonly referenceThrough: string;
  readonly horizonDays: number;
  /** What the value at stake is measured in. */
  readonly unit: string | null;
  /** Users with an index. */
  readonly users: number;
  /** Users who were active once, but not lately or not often enough to be looked at. */
  readonly notLookedAt: number;
  /** Users of whom less than 60 % of the weight is known. */
  readonly unknown: number;
  readonly reference: { readonly users: number };
  readonly equalWeights: boolean;
  readonly dimensions: readonly DimensionResult[];
  readonly bands: readonly BandResult[];
  /** Users by index, in twenty equal steps. */
  readonly histogram: readonly {
    readonly from: number;
    readonly to: number;
    readonly users: number;
  }[];
  readonly validation: Validation | NoValidation;
  readonly winback: Winback | NoWinback;
}

export interface DimensionResult {
  readonly name: string;
  readonly measure: HealthParams['dimensions'][number]['measure'];
  readonly direction: 'up' | 'down';
  /** Of all weight. */
  readonly weight: number;
  /** Users of whom it is known, and their median. */
  readonly known: number;
  readonly median: number | null;
  /** How well it alone foretells who leaves; null without a validation. */
  readonly auc: Interval | null;
  readonly problem?: ProblemData;
}

export interface BandResult {
  readonly name: BandName;
  readonly from: number;
  readonly to: number;
  readonly users: number;
  readonly of: number;
  readonly share: number;
  /** What these users are expected to bring, and how much of it is at stake; null without `value`. */
  readonly expected: number | null;
  readonly atStake: number | null;
  readonly problem?: ProblemData;
}

/** Users by what the index said, and how many of them then left. */
export interface LeftRow {
  readonly of: number;
  readonly left: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** What the index of then was worth, seen from now. */
export interface Validation extends LeftRow {
  readonly state: 'better' | 'no-better' | 'worse' | 'useless';
  readonly auc: Interval;
  /** That of the days of silence alone. */
  readonly recency: Interval;
  readonly difference: Interval;
  readonly p: number;
  /** The tenth of users with the lowest index, and how much more often they left than all did. */
  readonly lowest: LeftRow & { readonly lift: number };
  readonly bands: readonly (LeftRow & { readonly name: BandName })[];
  /** By index, in steps of ten; steps nobody is in are left out. */
  readonly steps: readonly (LeftRow & { readonly from: number; readonly to: number })[];
}

/** Why there is none. */
export interface NoValidation {
  readonly state: 'unknown';
  readonly of: number;
  readonly left: number;
  readonly problem: ProblemData;
}

/** The list of users to win back, in numbers only: who they are comes page by page. */
export interface Winback {
  readonly users: number;
  /** Below the threshold; fallen by `drop` points or more; both are counted in both. */
  readonly low: number;
  readonly fallen: number;
  readonly atStake: number | null;
  readonly seed: number;
  readonly groups: readonly WinbackGroup[];
  /** Dimensions by how many of the list they are one of the three reasons for. */
  readonly reasons: readonly {
    readonly name: string;
    readonly users: number;
    readonly of: number;
    readonly share: number;
  }[];
  readonly problem?: ProblemData;
}

export interface WinbackGroup {
  readonly name: 'contact' | 'holdout';
  readonly planned: number;
  readonly users: number;
  readonly atStake: number | null;
  readonly problem?: ProblemData;
}

export interface NoWinback {
  readonly users: null;
  readonly problem: ProblemData;
}
