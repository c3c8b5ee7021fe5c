import { Problem } from '../../base/problem';
import { valueCounts } from '../../stats/value-counts';
import type { Dimension, HealthParams } from './params';
import { type Scale, rankScale } from './scale';
import type { Snapshot, Snapshots } from './snapshots';

/** Of a user less than this share of all weight known is too little to say anything. */
const LEAST_KNOWN = 0.6;

/** The index of every user at one date. */
export interface IndexedUsers {
  /** 0 to 100; NaN for users who are not looked at or of whom too little is known. */
  readonly index: Float64Array;
  /** By dimension, 0 to 1. */
  readonly scores: readonly Float64Array[];
}

/** Shares of the weight, in the order of the dimensions. @throws {Problem} `no-weights` when all are 0 */
export function weightsOf(dimensions: readonly Dimension[]): number[] {
  const isGiven = dimensions.some(({ weight }) => weight !== undefined);
  // A dimension without a weight among others that have one counts as one.
  const weights = dimensions.map(({ weight }) => (isGiven ? (weight ?? 1) : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total > 0) return weights.map((weight) => weight / total);
  const names = dimensions.map(({ name }) => name);
  throw new Problem('no-weights', { names }, { path: 'dimensions' });
}

/** Which way is good: silence, and what the parameters call so, is better the less there is. */
export function directionOf({ direction, measure }: Dimension): 'up' | 'down' {
  return direction ?? (measure === 'recency' ? 'down' : 'up');
}

/** How each dimension is scored, by the users of the reference. */
export function scalesOf({ reference }: Snapshots, { dimensions }: HealthParams): Scale[] {
  return dimensions.map((dimension, i) =>
    rankScale(valueCounts(reference.values[i]!, reference.counts), directionOf(dimension) === 'up'),
  );
}

/** 100 · Σ w·s / Σ w over the dimensions that are known, of users of whom 60 % of the weight is. */
export function indexesOf(
  { counts, values }: Snapshot,
  scales: readonly Scale[],
  weights: readonly number[],
): IndexedUsers {
  const index = new Float64Array(counts.length).fill(NaN);
  const scores = values.map((each, d) => {
    const scale = scales[d]!;
    const scored = new Float64Array(each.length).fill(NaN);
    for (let user = 0; user < scored.length; ++user) {
      if (counts[user] === 1) scored[user] = scale(each[user]!);
    }
    return scored;
  });
  for (let user = 0; user < counts.length; ++user) {
    if (counts[user] === 0) continue;
    let known = 0;
    let sum = 0;
    for (let d = 0; d < weights.length; ++d) {
      const score = scores[d]![user]!;
      if (Number.isNaN(score)) continue;
      known += weights[d]!;
      sum += weights[d]! * score;
    }
    // Weights are shares that may add up to a little less than 1.
    if (known >= LEAST_KNOWN - 1e-12 && known > 0) index[user] = (100 * sum) / known;
  }
  return { index, scores };
}
