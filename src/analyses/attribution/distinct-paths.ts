import type { Journeys } from './journeys';
import { numberedRuns } from './numbered-runs';

/** Each path once. Journeys of one path get the same credit from every rule that knows no times. */
export interface DistinctPaths {
  /** Path of each journey. */
  readonly of: Uint32Array;
  readonly count: number;
  /** Steps of path `p` stand at `[offsets[p], offsets[p + 1])` of `steps`. */
  readonly offsets: Uint32Array;
  /** Channel of each step. */
  readonly steps: Int32Array;
  /** How many touches each step stands for; null where that is always 1. */
  readonly repeats: Uint32Array | null;
}

/** The distinct paths, numbered in the order of the first journey that has them. */
export function distinctPaths({ ends, touches, repeats }: Journeys): DistinctPaths {
  const { of, first } = numberedRuns(ends, repeats === null ? [touches] : [touches, repeats]);
  const from = (journey: number): number => (journey === 0 ? 0 : ends[journey - 1]!);
  const offsets = new Uint32Array(first.length + 1);
  first.forEach((journey, path) => {
    offsets[path + 1] = offsets[path]! + ends[journey]! - from(journey);
  });
  const steps = new Int32Array(offsets[first.length]!);
  const times = repeats && new Uint32Array(steps.length);
  first.forEach((journey, path) => {
    steps.set(touches.subarray(from(journey), ends[journey]), offsets[path]);
    times?.set(repeats!.subarray(from(journey), ends[journey]), offsets[path]);
  });
  return { of, count: first.length, offsets, steps, repeats: times };
}
