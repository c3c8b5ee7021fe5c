import type { Model } from './credit-of';
import { GrowingNumbers } from './growing-numbers';
import { CONVERTED, type Journeys } from './journeys';

/**
 * Touches weigh half as much for every half-life they lie further back; the weights of a journey add
 * up to 1. Journeys of one path differ in their times, so their clusters are weighed one by one.
 *
 * @param clusterOf  of each journey
 */
export function timeDecayModel(
  journeys: Journeys,
  clusterOf: Uint32Array,
  halfLifeMs: number,
): Model {
  const terms = termsByChannel(journeys, clusterOf, halfLifeMs);
  return {
    credit({ weights }, credit) {
      terms.forEach(({ cluster, share, worth }, channel) => {
        let conversions = 0;
        let value = 0;
        for (let i = 0; i < cluster.length; ++i) {
          const weight = weights[cluster[i]!]!;
          conversions += weight * share[i]!;
          value += weight * worth[i]!;
        }
        credit.conversions[channel] = conversions;
        credit.value[channel] = value;
      });
    },
  };
}

/** What one channel gets, a term for each cluster that gives it something. */
interface Terms {
  readonly cluster: Uint32Array;
  readonly share: Float64Array;
  readonly worth: Float64Array;
}

/** The terms of every channel, those of no touch at the end. */
function termsByChannel(
  { outcome, value, ends, touches, ages, channels }: Journeys,
  clusterOf: Uint32Array,
  halfLifeMs: number,
): Terms[] {
  const shares = decayShares(ends, ages!, halfLifeMs);
  const all = Array.from({ length: channels.length + 1 }, () => ({
    cluster: new GrowingNumbers(),
    share: new GrowingNumbers(),
    worth: new GrowingNumbers(),
  }));
  const add = (channel: number, cluster: number, share: number, worth: number): void => {
    const terms = all[channel]!;
    terms.cluster.push(cluster);
    terms.share.push(share);
    terms.worth.push(share * worth);
  };
  let from = 0;
  for (let journey = 0; journey < ends.length; ++journey) {
    const to = ends[journey]!;
    if (outcome[journey] === CONVERTED) {
      const cluster = clusterOf[journey]!;
      if (from === to) add(channels.length, cluster, 1, value[journey]!);
      for (let i = from; i < to; ++i) add(touches[i]!, cluster, shares[i]!, value[journey]!);
    }
    from = to;
  }
  return all.map(({ cluster, share, worth }) => ({
    cluster: Uint32Array.from(cluster.taken()),
    share: share.taken(),
    worth: worth.taken(),
  }));
}

/** What each touch gets of its journey's conversion. */
function decayShares(ends: Uint32Array, ages: Float64Array, halfLifeMs: number): Float64Array {
  const shares = new Float64Array(ages.length);
  let from = 0;
  for (const to of ends) {
    let sum = 0;
    for (let i = from; i < to; ++i) {
      // Counted from the latest touch: 2^−x of all of them may be too small a number.
      shares[i] = 2 ** ((ages[to - 1]! - ages[i]!) / halfLifeMs);
      sum += shares[i]!;
    }
    for (let i = from; i < to; ++i) shares[i]! /= sum;
    from = to;
  }
  return shares;
}
