import type { ProblemData } from '../../base/problem';
import type { ChannelCosts } from './channel-costs';
import { type ModelCredit, channelCredits } from './channel-credit';
import type { Credit } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import type { Journeys } from './journeys';
import type { NamedModel } from './model-of';
import type { ModelSpec } from './model-spec';
import type { ModelResult } from './result';
import { stateUse } from './state-use';
import type { PathSums } from './sums';

/** What all models divide. */
export interface Divided {
  readonly journeys: Journeys;
  readonly paths: DistinctPaths;
  readonly sums: PathSums;
  readonly costs: ChannelCosts | null;
  /** Before conversions, of each channel. */
  readonly touches: Float64Array;
  /** Who converted after them, those without any last. */
  readonly users: Float64Array | null;
  /** Numbers of channels as they are listed. */
  readonly order: readonly number[];
}

/** One model's part of the result. */
export function modelResult(
  { spec, markov, shapley }: NamedModel,
  estimate: Credit,
  replicates: ModelCredit['replicates'],
  { journeys, sums, costs, touches, users, order }: Divided,
): ModelResult {
  const removal = markov?.removal(sums) ?? null;
  const credit: ModelCredit = {
    estimate,
    replicates,
    removalEffects: removal && (removal.chance > 0 ? removal.effects : NOTHING_CONVERTS),
    valueProblem: removal && journeys.hasValue ? worthProblem(removal.valueEffects) : null,
    samplingErrors: shapley?.errors(sums) ?? null,
  };
  const { channels: names, hasValue } = journeys;
  return {
    name: spec.name,
    kind: spec.kind,
    weights: spec.kind === 'position' ? spec.weights : null,
    ...details(spec),
    ...(markov ? stateUse(markov.chain, sums) : {}),
    channels: channelCredits(credit, { names, touches, users, hasValue }, order, costs),
  };
}

const NOTHING_CONVERTS: ProblemData = { code: 'no-touched-conversions', args: {} };

/** Values that add up to nothing, or below it, have no parts. */
function worthProblem(effects: Float64Array): ProblemData | null {
  const all = effects.reduce((sum, effect) => sum + effect, 0);
  return all > 0 ? null : { code: 'value-not-positive', args: {} };
}

function details(spec: ModelSpec): Partial<ModelResult> {
  switch (spec.kind) {
    case 'position':
      return { twoTouch: spec.twoTouch };
    case 'time-decay':
      return { halfLifeMs: spec.halfLifeMs };
    case 'markov':
      return { order: spec.order };
    default:
      return {};
  }
}
