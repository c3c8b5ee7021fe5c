import type { DistinctPaths } from './distinct-paths';

/** The states through which paths go, and their moves, as places where journeys are added up. */
export interface PathChain {
  readonly states: number;
  /** Moves from state `s` stand at `[offsets[s], offsets[s + 1])`. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** State in which each path begins and ends; −1 for a path without touch. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Moves of path `p`, one by one, stand at `[moveOffsets[p], moveOffsets[p + 1])` of `moves`. */
  readonly moveOffsets: Uint32Array;
  readonly moves: Uint32Array;
  /** For each channel, 1 for the states that hold it. */
  readonly holding: readonly Uint8Array[];
}

/**
 * The chain of an order: a state is the last `order` steps, of a shorter path all of them. A state
 * that follows itself is one visit: staying changes no chance of what comes after.
 */
export function chainOfPaths(
  { count, offsets, steps, repeats }: DistinctPaths,
  order: number,
  channels: number,
): PathChain {
  const stateNumbers = new Map<string, number>();
  const members: number[][] = [];
  const moveNumbers = new Map<number, number>();
  const ends: [from: number, to: number][] = [];
  const first = new Int32Array(count).fill(-1);
  const last = new Int32Array(count).fill(-1);
  const moveOffsets = new Uint32Array(count + 1);
  const moves: number[] = [];

  const stateOf = (from: number, to: number): number => {
    let key = '';
    for (let i = from; i < to; ++i) key += `${steps[i]}*${repeats?.[i] ?? 1},`;
    let state = stateNumbers.get(key);
    if (state === undefined) {
      state = members.push(Array.from(steps.subarray(from, to))) - 1;
      stateNumbers.set(key, state);
    }
    return state;
  };
  const moveOf = (from: number, to: number): number => {
    const key = from * 2 ** 26 + to;
    let move = moveNumbers.get(key);
    if (move === undefined) {
      move = ends.push([from, to]) - 1;
      moveNumbers.set(key, move);
    }
    return move;
  };

  for (let path = 0; path < count; ++path) {
    const start = offsets[path]!;
    const end = offsets[path + 1]!;
    let at = -1;
    for (let to = Math.min(start + order, end); start < end && to <= end; ++to) {
      const state = stateOf(Math.max(start, to - order), to);
      if (at < 0) first[path] = state;
      else if (state !== at) moves.push(moveOf(at, state));
      at = state;
    }
    last[path] = at;
    moveOffsets[path + 1] = moves.length;
  }
  const sorted = movesByState(ends, members.length);
  return {
    states: members.length,
    offsets: sorted.offsets,
    targets: sorted.targets,
    first,
    last,
    moveOffsets,
    moves: Uint32Array.from(moves, (move) => sorted.place[move]!),
    holding: Array.from({ length: channels }, (_, channel) =>
      Uint8Array.from(members, (steps) => (steps.includes(channel) ? 1 : 0)),
    ),
  };
}

function movesByState(ends: readonly (readonly [number, number])[], states: number) {
  const offsets = new Uint32Array(states + 1);
  for (const [from] of ends) ++offsets[from + 1]!;
  for (let s = 0; s < states; ++s) offsets[s + 1]! += offsets[s]!;
  const next = offsets.slice(0, states);
  const place = new Uint32Array(ends.length);
  const targets = new Uint32Array(ends.length);
  ends.forEach(([from, to], move) => {
    place[move] = next[from]!++;
    targets[place[move]!] = to;
  });
  return { offsets, targets, place };
}
