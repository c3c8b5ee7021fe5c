import type { Model } from './credit-of';
import { CONVERTED, type Journeys } from './journeys';

/**
 * Touches weigh half as much for every half-life they lie further back; the weights of a journey add
 * up to 1. Journeys of one path differ in their times, so what channels get is added up by cluster.
 *
 * @param clusterOf  of each journey, ascending
 */
export function timeDecayModel(
  journeys: Journeys,
  clusterOf: Uint32Array,
  halfLifeMs: number,
): Model {
  const { ends, channel, conversions, value } = creditByCluster(journeys, clusterOf, halfLifeMs);
  return {
    credit({ weights }, credit) {
      credit.conversions.fill(0);
      credit.value.fill(0);
      let from = 0;
      for (let cluster = 0; cluster < ends.length; ++cluster) {
        const to = ends[cluster]!;
        const weight = weights[cluster]!;
        for (let i = from; i < to; ++i) {
          credit.conversions[channel[i]!]! += weight * conversions[i]!;
          credit.value[channel[i]!]! += weight * value[i]!;
        }
        from = to;
      }
    },
  };
}

interface ClusterCredit {
  /** What cluster `c` gives stands at `[ends[c − 1], ends[c])`, each channel once. */
  readonly ends: Uint32Array;
  readonly channel: Uint32Array;
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

function creditByCluster(
  { outcome, value, ends, touches, ages, channels }: Journeys,
  clusterOf: Uint32Array,
  halfLifeMs: number,
): ClusterCredit {
  const clusters = clusterOf.length === 0 ? 0 : clusterOf.at(-1)! + 1;
  const size = touches.length + outcome.length;
  const result = {
    ends: new Uint32Array(clusters),
    channel: new Uint32Array(size),
    conversions: new Float64Array(size),
    value: new Float64Array(size),
  };
  const place = new Int32Array(channels.length + 1).fill(-1);
  const shares = decayShares(ends, ages!, halfLifeMs);
  let next = 0;
  let first = 0;
  const add = (channel: number, share: number, worth: number): void => {
    if (place[channel]! < first) {
      place[channel] = next;
      result.channel[next++] = channel;
    }
    result.conversions[place[channel]!]! += share;
    result.value[place[channel]!]! += share * worth;
  };
  for (let journey = 0; journey < ends.length; ++journey) {
    const isNew = journey === 0 || clusterOf[journey] !== clusterOf[journey - 1];
    if (isNew) first = next;
    const from = journey === 0 ? 0 : ends[journey - 1]!;
    if (outcome[journey] === CONVERTED) {
      const worth = value[journey]!;
      if (from === ends[journey]) add(channels.length, 1, worth);
      for (let i = from; i < ends[journey]!; ++i) add(touches[i]!, shares[i]!, worth);
    }
    result.ends[clusterOf[journey]!] = next;
  }
  return result;
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
