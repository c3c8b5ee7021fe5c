import { drawPoisson, hashRandom } from '../../stats/hash-random';
import { poissonQuantile } from '../../stats/poisson-quantile';
import type { Journeys } from './journeys';

/** Journeys that are drawn together in a replicate: those of a user. */
export interface Clusters {
  /** Cluster of each journey, ascending. */
  readonly of: Uint32Array;
  readonly count: number;
  /** Fills `weights`, one per cluster, with how often each counts in a replicate. */
  draw(weights: Float64Array, seed: number, replicate: number): void;
}

/**
 * The clusters of the Poisson bootstrap. Of counted paths nobody knows whose they are: there every
 * journey is drawn for itself, and an entry of n of them weighs as a Poisson count of mean n does.
 *
 * @see Chamandy, N. et al. (2012). Estimating uncertainty for massive data streams. Google.
 */
export function clustersOf(journeys: Journeys): Clusters {
  return journeys.ages === null ? entries(journeys) : users(journeys);
}

function users({ user }: Journeys): Clusters {
  const of = new Uint32Array(user.length);
  const ids: number[] = [];
  for (let i = 0; i < user.length; ++i) {
    if (i === 0 || user[i] !== user[i - 1]) ids.push(user[i]!);
    of[i] = ids.length - 1;
  }
  const numbers = Uint32Array.from(ids);
  const drawn = new Uint8Array(numbers.length);
  return {
    of,
    count: numbers.length,
    draw(weights, seed, replicate) {
      drawPoisson(drawn, numbers, seed, replicate);
      weights.set(drawn);
    },
  };
}

function entries({ count }: Journeys): Clusters {
  return {
    of: Uint32Array.from(count.keys()),
    count: count.length,
    draw(weights, seed, replicate) {
      for (let i = 0; i < count.length; ++i) {
        weights[i] = poissonQuantile(count[i]!, hashRandom(seed, replicate, i)) / count[i]!;
      }
    },
  };
}
