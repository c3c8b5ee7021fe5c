import type { Model } from './credit-of';
import { CONVERTED, type Journeys } from './journeys';

/**
 * Touches weigh half as much for every half-life they lie further back; the weights of a journey add
 * up to 1. Looks at journeys one by one: those of one path differ in their times.
 */
export function timeDecayModel(journeys: Journeys, halfLifeMs: number): Model {
  const { outcome, value, ends, touches, channels } = journeys;
  const shares = decayShares(journeys, halfLifeMs);
  const none = channels.length;
  return {
    credit({ weights }, credit) {
      credit.conversions.fill(0);
      credit.value.fill(0);
      let from = 0;
      for (let journey = 0; journey < ends.length; ++journey) {
        const to = ends[journey]!;
        const weight = weights[journey]!;
        if (weight !== 0 && outcome[journey] === CONVERTED) {
          const worth = weight * value[journey]!;
          if (from === to) {
            credit.conversions[none]! += weight;
            credit.value[none]! += worth;
          }
          for (let i = from; i < to; ++i) {
            credit.conversions[touches[i]!]! += weight * shares[i]!;
            credit.value[touches[i]!]! += worth * shares[i]!;
          }
        }
        from = to;
      }
    },
  };
}

/** What each touch gets of its journey's conversion. */
export function decayShares({ ends, ages }: Journeys, halfLifeMs: number): Float64Array {
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
