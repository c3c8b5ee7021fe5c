import type { ClusterWeights } from './clusters';
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
  add(weights: ClusterWeights): void;
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
      addTerms(sums.conversions, sums.value, converted, weights);
      addTerms(sums.nulls, null, lost, weights);
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
  counts: Float64Array,
  values: Float64Array | null,
  { offsets, cluster, count, value }: Terms,
  weights: ClusterWeights,
): void {
  for (let path = 0; path < counts.length; ++path) {
    const to = offsets[path + 1]!;
    let journeys = 0;
    let worth = 0;
    for (let i = offsets[path]!; i < to; ++i) {
      const weight = weights[cluster[i]!]!;
      journeys += weight * count[i]!;
      worth += weight * value[i]!;
    }
    counts[path] = journeys;
    if (values !== null) values[path] = worth;
  }
}
