import type { ProblemData } from '../../base/problem';

/** What a user's path came to. */
export const CONVERTED = 1;
/** Touches after which no conversion followed within the look-back. */
export const LOST = 0;

/**
 * What happened before each conversion, and to users who did not convert: one entry per journey,
 * users in the order of the index and within a user in the order of time.
 */
export interface Journeys {
  /** Users in the block, with and without journeys. */
  readonly users: number;
  /** Names of channels; not every one need be touched. */
  readonly channels: readonly string[];
  /** `CONVERTED` or `LOST`. */
  readonly outcome: Uint8Array;
  /** Position of the user in the block; of counted paths, of the row. */
  readonly user: Uint32Array;
  /** How many journeys the entry stands for: 1 unless paths were counted before. */
  readonly count: Float64Array;
  /** Sum over those journeys; 0 without a value. */
  readonly value: Float64Array;
  readonly hasValue: boolean;
  /** What values are measured in. */
  readonly unit: string | null;
  /** When the conversion happened, epoch ms; NaN where that is not known. */
  readonly time: Float64Array;
  /** Touches of journey `i` stand at `[ends[i − 1], ends[i])`, the first one first. */
  readonly ends: Uint32Array;
  /** Channel of each touch, into `channels`. */
  readonly touches: Int32Array;
  /** How many touches it stands for; null where that is always 1. */
  readonly repeats: Uint32Array | null;
  /** From the touch to the conversion, in ms; null for counted paths. */
  readonly ages: Float64Array | null;
  /** Positions of users whose touches had not had the look-back to convert when the data end. */
  readonly open: Uint32Array;
  readonly tally: JourneyTally;
  readonly costs: CostRows | null;
}

/** What else was counted on the way. */
export interface JourneyTally {
  /** Touch rows that name no channel. */
  readonly withoutChannel: number;
  /** Conversions without a value: they add 0. */
  readonly missing: number;
  /** Of the first row of any kind, epoch ms; Infinity without times. */
  readonly firstTime: number;
}

/** The cost table as it was read. */
export interface CostRows {
  readonly channels: readonly string[];
  /** Into `channels`, −1 where the row names none. */
  readonly channel: Int32Array;
  /** Instant by which the row counts, epoch ms. */
  readonly time: Float64Array;
  readonly cost: Float64Array;
  readonly unit: string | null;
  /** Why costs cannot be compared with values. */
  readonly problem: ProblemData | null;
}
