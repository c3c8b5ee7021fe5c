import type { Journeys } from './journeys';

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
  const journeys = ends.length;
  const of = new Uint32Array(journeys);
  const first: number[] = [];
  const bits = Math.max(4, Math.ceil(Math.log2(2 * journeys + 2)));
  const mask = 2 ** bits - 1;
  const pathAt = new Int32Array(2 ** bits).fill(-1);
  const from = (journey: number): number => (journey === 0 ? 0 : ends[journey - 1]!);

  const hashOf = (journey: number): number => {
    let hash = 0x9e3779b9;
    for (let i = from(journey); i < ends[journey]!; ++i) {
      hash = Math.imul(hash ^ touches[i]!, 0x85ebca6b);
      if (repeats !== null) hash = Math.imul(hash ^ repeats[i]!, 0xc2b2ae35);
      hash ^= hash >>> 15;
    }
    return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
  };
  const isSame = (a: number, b: number): boolean => {
    const length = ends[a]! - from(a);
    if (ends[b]! - from(b) !== length) return false;
    for (let i = 0; i < length; ++i) {
      if (touches[from(a) + i] !== touches[from(b) + i]) return false;
      if (repeats !== null && repeats[from(a) + i] !== repeats[from(b) + i]) return false;
    }
    return true;
  };

  for (let journey = 0; journey < journeys; ++journey) {
    let slot = hashOf(journey);
    while (pathAt[slot] !== -1 && !isSame(first[pathAt[slot]!]!, journey)) slot = (slot + 1) & mask;
    if (pathAt[slot] === -1) pathAt[slot] = first.push(journey) - 1;
    of[journey] = pathAt[slot]!;
  }

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
