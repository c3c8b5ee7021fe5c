import type { Model } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import { CONVERTED, type Journeys } from './journeys';
import { type Shares, pathShares, shareModel } from './rule-model';

/**
 * Touches weigh half as much for every half-life they lie further back; the weights of a journey add
 * up to 1. Journeys of several touches are looked at one by one: those of one path differ in their times.
 */
export function timeDecayModel(
  journeys: Journeys,
  paths: DistinctPaths,
  clusterOf: Uint32Array,
  halfLifeMs: number,
): Model {
  const { value, ends, touches, channels } = journeys;
  const shares = decayShares(journeys, halfLifeMs);
  const several = journeysOfSeveral(journeys);
  const alone = shareModel(sharesOfShort(paths, channels.length));
  return {
    credit(sample, credit) {
      alone.credit(sample, credit);
      const { weights } = sample;
      for (let i = 0; i < several.length; ++i) {
        const journey = several[i]!;
        const weight = weights[clusterOf[journey]!]!;
        const worth = weight * value[journey]!;
        const to = ends[journey]!;
        for (let at = startOf(ends, journey); at < to; ++at) {
          credit.conversions[touches[at]!]! += weight * shares[at]!;
          credit.value[touches[at]!]! += worth * shares[at]!;
        }
      }
    },
  };
}

/** What each touch gets of its journey's conversion. */
function decayShares({ ends, ages }: Journeys, halfLifeMs: number): Float64Array {
  const shares = new Float64Array(ages!.length);
  let from = 0;
  for (const to of ends) {
    let sum = 0;
    for (let i = from; i < to; ++i) {
      // Counted from the latest touch: 2^−x of all of them may be too small a number.
      shares[i] = 2 ** ((ages![to - 1]! - ages![i]!) / halfLifeMs);
      sum += shares[i]!;
    }
    for (let i = from; i < to; ++i) shares[i]! /= sum;
    from = to;
  }
  return shares;
}

function journeysOfSeveral({ outcome, ends }: Journeys): Uint32Array {
  return Uint32Array.from(ends.keys()).filter(
    (journey) => outcome[journey] === CONVERTED && ends[journey]! - startOf(ends, journey) > 1,
  );
}

/** The shares of paths of one touch or none, which no age changes. */
function sharesOfShort(paths: DistinctPaths, channels: number): Shares {
  const { row, channel, share } = pathShares({ kind: 'last' }, paths, channels, -1);
  const isShort = (_: number, i: number): boolean =>
    paths.offsets[row[i]! + 1]! - paths.offsets[row[i]!]! < 2;
  return {
    row: row.filter(isShort),
    channel: channel.filter(isShort),
    share: share.filter(isShort),
  };
}

function startOf(ends: Uint32Array, journey: number): number {
  return journey === 0 ? 0 : ends[journey - 1]!;
}
