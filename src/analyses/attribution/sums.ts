import { CONVERTED, type Journeys, LOST } from './journeys';
import type { DistinctPaths } from './distinct-paths';

/** What the journeys of each path came to, every journey with a weight. */
export interface PathSums {
  readonly conversions: Float64Array;
  readonly nulls: Float64Array;
  /** All 0 where there are no values. */
  readonly value: Float64Array;
}

export function emptySums({ count }: DistinctPaths): PathSums {
  return {
    conversions: new Float64Array(count),
    nulls: new Float64Array(count),
    value: new Float64Array(count),
  };
}

/** Adds up journeys by path into `sums`. */
export function addUp(
  sums: PathSums,
  { outcome, count, value }: Journeys,
  { of }: DistinctPaths,
  weights: Float64Array,
): void {
  const { conversions, nulls } = sums;
  conversions.fill(0);
  nulls.fill(0);
  sums.value.fill(0);
  for (let i = 0; i < of.length; ++i) {
    const path = of[i]!;
    const weight = weights[i]!;
    if (weight === 0) continue;
    if (outcome[i] === CONVERTED) {
      conversions[path]! += weight * count[i]!;
      sums.value[path]! += weight * value[i]!;
    } else if (outcome[i] === LOST) {
      nulls[path]! += weight * count[i]!;
    }
  }
}
