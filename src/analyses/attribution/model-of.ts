import type { Model } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import type { Journeys } from './journeys';
import { type MarkovModel, markovModel } from './markov-model';
import type { ModelSpec } from './model-spec';
import { pathShares, shareModel } from './rule-model';
import { type ShapleyRateModel, shapleyRateModel } from './shapley-rate-model';
import { timeDecayModel } from './time-decay-model';

/** A model with its specification; `markov` and `shapley` can say more than credit. */
export interface NamedModel {
  readonly spec: ModelSpec;
  readonly model: Model;
  readonly markov: MarkovModel | null;
  readonly shapley: ShapleyRateModel | null;
}

/** What models need to know besides the journeys. */
export interface ModelSetting {
  readonly direct: string;
  readonly seed: number;
  /** Cluster of each journey. */
  readonly clusterOf: Uint32Array;
}

/** The model of a specification, ready to divide the credit of these journeys. */
export function modelOf(
  spec: ModelSpec,
  journeys: Journeys,
  paths: DistinctPaths,
  { direct, seed, clusterOf }: ModelSetting,
): NamedModel {
  const channels = journeys.channels.length;
  const none = { spec, markov: null, shapley: null };
  switch (spec.kind) {
    case 'markov': {
      const markov = markovModel(paths, spec.order, channels, journeys.hasValue);
      return { ...none, model: markov, markov };
    }
    case 'shapley-rate': {
      const shapley = shapleyRateModel(paths, channels, journeys.hasValue, seed);
      return { ...none, model: shapley, shapley };
    }
    case 'time-decay':
      return { ...none, model: timeDecayModel(journeys, clusterOf, spec.halfLifeMs) };
    default: {
      const passedOver = journeys.channels.indexOf(direct);
      return { ...none, model: shareModel(pathShares(spec, paths, channels, passedOver)) };
    }
  }
}
