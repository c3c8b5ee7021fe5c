import type { ProblemData } from '../../base/problem';

/** The channel of conversions that no touch came before. */
export const NO_TOUCH = '(no touch)';

/** A number with its 95 % interval; without replicates the ends are null. */
export interface Spread {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Why a number is missing. */
  readonly problem?: ProblemData;
}

export interface ChannelCredit {
  readonly channel: string;
  /** Its touches in the journeys of conversions, as the paths show them. */
  readonly touches: number;
  /** Who converted after one of them, or after none; null where paths were counted before. */
  readonly users: number | null;
  readonly conversions: Spread;
  /** Null where conversions have no value. */
  readonly value: Spread | null;
  /** Markov only: the share of conversions that the chain would lose without the channel. */
  readonly removalEffect: number | null;
  /** In what share of the replicates it has the most conversions; null for no touch and without replicates. */
  readonly firstProbability: number | null;
  /** Null where no costs were given, or none of this channel. */
  readonly cost: number | null;
  /** Value for a unit of cost. */
  readonly roas: Spread | null;
  /** Cost of a conversion. */
  readonly cac: Spread | null;
  /** Standard error by the drawing of orders; Shapley values of more than twelve channels only. */
  readonly samplingError?: number;
  /** Why the removal effect is missing. */
  readonly problem?: ProblemData;
}

export type ModelKind =
  | 'first'
  | 'last'
  | 'last-non-direct'
  | 'linear'
  | 'position'
  | 'time-decay'
  | 'participation'
  | 'markov'
  | 'shapley'
  | 'shapley-rate';

export interface ModelResult {
  readonly name: string;
  readonly kind: ModelKind;
  /** By position: of the first touch, all in between, and the last; they add up to 1. */
  readonly weights: readonly [number, number, number] | null;
  /** By position: of the first and the last of two touches. */
  readonly twoTouch?: readonly [number, number];
  readonly halfLifeMs?: number;
  /** Of the Markov chain, with its states and the share of visits to states seen fewer than five times. */
  readonly order?: number;
  readonly states?: number;
  readonly sparse?: number;
  /** Those with most touches first, `(no touch)` last. */
  readonly channels: readonly ChannelCredit[];
}

export interface PathResult {
  readonly path: readonly string[];
  readonly conversions: number;
  readonly value: number | null;
  readonly nulls: number;
  /** Whose journeys they are; null where paths were counted before. */
  readonly users: number | null;
}

/** How often a touch of one channel came right after one of another. */
export interface Transition {
  /** `(start)` before the first touch. */
  readonly from: string;
  /** `(conversion)` or `(null)` after the last one. */
  readonly to: string;
  readonly count: number;
  /** All that left `from`. */
  readonly of: number;
  readonly share: number;
  /** In whose journeys; null where paths were counted before. */
  readonly users: number | null;
}

export interface CostSummary {
  readonly total: number;
  readonly unit: string | null;
  /** Of dates outside the data, left out. */
  readonly outside: number;
  /** Channels with costs and no touch, and with touches and no cost. */
  readonly withoutTouch: readonly { readonly channel: string; readonly cost: number }[];
  readonly withoutCost: readonly string[];
}

export interface AttributionResult {
  readonly journeys: {
    /** Conversions, those without touch included. */
    readonly converted: number;
    /** Users whose touches led to none. */
    readonly null: number;
    readonly withoutTouch: number;
    /** Users whose touches may still lead to one. */
    readonly open: number;
    /** Conversions whose look-back reaches before the first row. */
    readonly truncated: number;
    /** Touch rows without a channel, and conversions without a value. */
    readonly withoutChannel: number;
    readonly missing: number;
  };
  /** `events`, or `paths` that were counted before. */
  readonly from: 'events' | 'paths';
  readonly lookbackMs: number;
  /** What values are measured in. */
  readonly unit: string | null;
  readonly replicates: number;
  readonly models: readonly ModelResult[];
  /** The twenty paths with touch that brought the most conversions, and how many there are. */
  readonly paths: readonly PathResult[];
  readonly distinctPaths: number;
  /** Between the twelve channels with most touches; others are `(other)`. */
  readonly transitions: readonly Transition[];
  readonly costs: CostSummary | null;
}
