import { drawPoisson, hashRandom } from '../../stats/hash-random';
import { poissonQuantile } from '../../stats/poisson-quantile';
import type { Journeys } from './journeys';

/** How often each cluster counts. */
export type ClusterWeights = Uint8Array | Float64Array;

/** Journeys that are drawn together in a replicate: those of a user. */
export interface Clusters {
  /** Cluster of each journey, ascending. */
  readonly of: Uint32Array;
  readonly count: number;
  /** The weights of a replicate, one per cluster; the next call writes over them. */
  draw(seed: number, replicate: number): ClusterWeights;
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
    draw(seed, replicate) {
      drawPoisson(drawn, numbers, seed, replicate);
      return drawn;
    },
  };
}

function entries({ count }: Journeys): Clusters {
  const weights = new Float64Array(count.length);
  return {
    of: Uint32Array.from(count.keys()),
    count: count.length,
    draw(seed, replicate) {
      for (let i = 0; i < count.length; ++i) {
        weights[i] = poissonQuantile(count[i]!, hashRandom(seed, replicate, i)) / count[i]!;
      }
      return weights;
    },
  };
}
