import type { DistinctPaths } from './distinct-paths';
import { CONVERTED, type Journeys, LOST } from './journeys';

/** What the journeys of each path came to, every journey with a weight. */
export interface PathSums {
  readonly conversions: Float64Array;
  readonly nulls: Float64Array;
  /** All 0 where there are no values. */
  readonly value: Float64Array;
}

/** Adds up journeys by path. */
export interface Adder {
  readonly sums: PathSums;
  /** Writes the sums with these weights, one per cluster. */
  add(weights: Float64Array): void;
}

/**
 * Sums by path, laid out once: replicates add the same journeys again and again.
 *
 * @param clusterOf  of each journey
 */
export function adderOf(journeys: Journeys, paths: DistinctPaths, clusterOf: Uint32Array): Adder {
  const sums = {
    conversions: new Float64Array(paths.count),
    nulls: new Float64Array(paths.count),
    value: new Float64Array(paths.count),
  };
  const converted = termsOf(journeys, paths, clusterOf, CONVERTED);
  const lost = termsOf(journeys, paths, clusterOf, LOST);
  return {
    sums,
    add(weights) {
      addTerms(sums.conversions, converted, converted.count, weights);
      addTerms(sums.nulls, lost, lost.count, weights);
      if (journeys.hasValue) addTerms(sums.value, converted, converted.value, weights);
    },
  };
}

/** Journeys of one outcome, those of one path behind one another in their order. */
interface Terms {
  /** Those of path `p` stand at `[offsets[p], offsets[p + 1])`. */
  readonly offsets: Uint32Array;
  readonly cluster: Uint32Array;
  readonly count: Float64Array;
  readonly value: Float64Array;
}

function termsOf(
  { outcome, count, value }: Journeys,
  { of, count: paths }: DistinctPaths,
  clusterOf: Uint32Array,
  wanted: number,
): Terms {
  const offsets = new Uint32Array(paths + 1);
  for (let i = 0; i < of.length; ++i) if (outcome[i] === wanted) ++offsets[of[i]! + 1]!;
  for (let path = 0; path < paths; ++path) offsets[path + 1]! += offsets[path]!;
  const next = offsets.slice(0, paths);
  const size = offsets[paths]!;
  const terms = {
    offsets,
    cluster: new Uint32Array(size),
    count: new Float64Array(size),
    value: new Float64Array(size),
  };
  for (let i = 0; i < of.length; ++i) {
    if (outcome[i] !== wanted) continue;
    const at = next[of[i]!]!++;
    terms.cluster[at] = clusterOf[i]!;
    terms.count[at] = count[i]!;
    terms.value[at] = value[i]!;
  }
  return terms;
}

function addTerms(
  sums: Float64Array,
  { offsets, cluster }: Terms,
  amounts: Float64Array,
  weights: Float64Array,
): void {
  for (let path = 0; path < sums.length; ++path) {
    const to = offsets[path + 1]!;
    let sum = 0;
    for (let i = offsets[path]!; i < to; ++i) sum += weights[cluster[i]!]! * amounts[i]!;
    sums[path] = sum;
  }
}
