import type { ClusterWeights } from './clusters';
import type { PathSums } from './sums';

/** Credit per channel; the last entry is that of conversions without touch. */
export interface Credit {
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

/** Weighted journeys. */
export interface Sample {
  /** What those of each path came to. */
  readonly sums: PathSums;
  /** Weight of each cluster, for models that look at journeys one by one. */
  readonly weights: ClusterWeights;
  /** Drawn anew for an interval, of which nobody reads more than a few digits. */
  readonly isReplicate: boolean;
}

/** A model over the journeys it was made for. */
export interface Model {
  /** Writes the credit of every channel in `sample` into `credit`. */
  credit(sample: Sample, credit: Credit): void;
}

export function emptyCredit(channels: number): Credit {
  return {
    conversions: new Float64Array(channels + 1),
    value: new Float64Array(channels + 1),
  };
}
