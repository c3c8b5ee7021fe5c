import { drawPoisson, hashRandom } from '../../stats/hash-random';
import { poissonQuantile } from '../../stats/poisson-quantile';
import type { Journeys } from './journeys';

/** Fills `weights` with how often each journey counts in a replicate of the bootstrap. */
export type Resampler = (replicate: number, weights: Float64Array) => void;

/**
 * The Poisson bootstrap over users: all journeys of a user are drawn together, equally often. Of
 * counted paths nobody knows whose they are: there every journey is drawn for itself.
 *
 * @see Chamandy, N. et al. (2012). Estimating uncertainty for massive data streams. Google.
 */
export function resampler(journeys: Journeys, seed: number): Resampler {
  return journeys.ages === null ? byJourney(journeys, seed) : byUser(journeys, seed);
}

function byUser({ user }: Journeys, seed: number): Resampler {
  const place = new Uint32Array(user.length);
  const users: number[] = [];
  for (let i = 0; i < user.length; ++i) {
    if (i === 0 || user[i] !== user[i - 1]) users.push(user[i]!);
    place[i] = users.length - 1;
  }
  const ids = Uint32Array.from(users);
  const drawn = new Uint8Array(ids.length);
  return (replicate, weights) => {
    drawPoisson(drawn, ids, seed, replicate);
    for (let i = 0; i < place.length; ++i) weights[i] = drawn[place[i]!]!;
  };
}

function byJourney({ count }: Journeys, seed: number): Resampler {
  return (replicate, weights) => {
    for (let i = 0; i < count.length; ++i) {
      const share = hashRandom(seed, replicate, i);
      weights[i] = poissonQuantile(count[i]!, share) / count[i]!;
    }
  };
}
