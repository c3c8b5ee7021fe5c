import type { ProblemData } from '../../base/problem';
import { sortedQuantile } from '../../stats/sample-quantile';
import type { Clusters } from './clusters';
import { type Credit, emptyCredit } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import type { Journeys } from './journeys';
import type { NamedModel } from './model-of';
import { adderOf } from './sums';

/** The credit of one model in every replicate. */
export interface Replicates {
  /** Conversions of channel `c` stand at `[c · count, (c + 1) · count)`; likewise the value. */
  readonly conversions: Float64Array;
  readonly value: Float64Array;
  readonly count: number;
}

/** The middle 95 % of replicates. */
const ENDS = [0.025, 0.975] as const;

/** Moves that the chain of a model may be followed along in all its replicates: some ten seconds. */
const MOST_MOVES = 4e9;
/** Sweeps until the chain of a replicate is solved, as a rule. */
const SWEEPS = 12;

/**
 * The credit of each model with users drawn anew, `count` times; null where that is 0, a problem for a
 * model whose chain is too large to be solved so often.
 */
export function replicatesOf(
  models: readonly NamedModel[],
  journeys: Journeys,
  paths: DistinctPaths,
  clusters: Clusters,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly (Replicates | ProblemData | null)[] {
  if (count === 0) return models.map(() => null);
  const channels = journeys.channels.length;
  const size = (channels + 1) * count;
  const kept = models.map((model): Replicates | ProblemData => {
    const problem = tooLarge(model, channels, count);
    if (problem) return problem;
    return { conversions: new Float64Array(size), value: new Float64Array(size), count };
  });
  const { sums, add } = adderOf(journeys, paths, clusters.of);
  const credit = emptyCredit(channels);
  for (let replicate = 0; replicate < count; ++replicate) {
    const weights = clusters.draw(seed, replicate);
    add(weights);
    models.forEach(({ model }, i) => {
      const own = kept[i]!;
      if ('code' in own) return;
      model.credit({ sums, weights, isReplicate: true }, credit);
      for (let channel = 0; channel <= channels; ++channel) {
        own.conversions[channel * count + replicate] = credit.conversions[channel]!;
        own.value[channel * count + replicate] = credit.value[channel]!;
      }
    });
  }
  return kept;
}

function tooLarge({ markov }: NamedModel, channels: number, count: number): ProblemData | null {
  if (markov === null) return null;
  const { states, targets } = markov.chain;
  const moves = (states + targets.length) * (channels + 1) * SWEEPS * count;
  return moves <= MOST_MOVES ? null : { code: 'chain-too-large', args: { states } };
}

/** The percentile interval of a channel's credit. */
export function intervalOf(
  replicates: Replicates,
  kind: keyof Credit,
  channel: number,
): { readonly low: number; readonly high: number } {
  const { count } = replicates;
  const own = replicates[kind].slice(channel * count, (channel + 1) * count).sort();
  return { low: sortedQuantile(own, ENDS[0]), high: sortedQuantile(own, ENDS[1]) };
}

/** How often each channel has the most conversions, as a share of the replicates; ties are shared. */
export function firstShares({ conversions, count }: Replicates, channels: number): Float64Array {
  const shares = new Float64Array(channels);
  for (let replicate = 0; replicate < count; ++replicate) {
    let most = -Infinity;
    let tied = 0;
    for (let channel = 0; channel < channels; ++channel) {
      const value = conversions[channel * count + replicate]!;
      if (value > most) [most, tied] = [value, 1];
      else if (value === most) ++tied;
    }
    for (let channel = 0; channel < channels; ++channel) {
      if (conversions[channel * count + replicate] === most) shares[channel]! += 1 / tied;
    }
  }
  return shares.map((share) => share / count);
}
