import type { Daily, Samples, Steps } from './tally';

/** What one metric comes to for each exposed user. */
export interface Totals {
  /** The user's total, of a ratio the numerator's; for a share 1 or 0. */
  readonly value: Float64Array;
  /** Of a ratio. */
  readonly denominator: Float64Array | null;
  /** Rows of the user that were counted but hold no value: they add 0. */
  readonly missing: Uint32Array;
  /** The single values of a quantile. */
  readonly samples: Samples | null;
}

/** Something known of users before they were exposed, to explain a part of the noise. */
export interface Covariate {
  readonly value: Float64Array;
  /** Of a ratio. */
  readonly denominator: Float64Array | null;
  /** 1 for users of whom it is not known; their value is 0. */
  readonly unknown: Uint8Array;
  /** The metric itself before the exposure: it is capped as the metric is. */
  readonly isSame: boolean;
}

/** A metric of all exposed users, with what it takes to adjust it and to follow it over time. */
export interface Measured extends Totals {
  readonly covariates: readonly Covariate[];
  /** Totals before the exposure, of a goal that knows no other past. */
  readonly before: Totals | null;
  /** How totals grew, for metrics without a window; of a ratio both of them. Empty of a quantile. */
  readonly steps: readonly Steps[] | null;
  /** What users did on each day after the exposure, of a ratio both sums; null where days say nothing. */
  readonly daily: readonly Daily[] | null;
  /** Totals up to the planned end only, where they may differ. */
  readonly closed: Totals | null;
}
