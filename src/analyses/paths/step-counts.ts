import type { JoinedPaths } from './joined';
import { ENDED, REACHED } from './tally';

/** Paths by where they are at each step, counted from where they are followed from. */
export interface StepCounts {
  /** Event of each row, else `stopped` or `done`; a row has one entry per step. */
  readonly rows: readonly Float64Array[];
  /** Row of paths that ended before the step without coming where they lead. */
  readonly stopped: number;
  /** Row of paths that came there before the step. */
  readonly done: number;
  /** 1 for events at which paths come to their end. */
  readonly isGoal: Uint8Array;
  /** By node: how many events lead to it, its own included. */
  readonly depth: Int32Array;
  /** By node: how many paths go through it. */
  readonly weight: Float64Array;
}

/** Each path is in one row at each step. */
export function stepCounts(joined: JoinedPaths, steps: number): StepCounts {
  const { events, parents, codes, all } = joined;
  const [stopped, done] = [events.length, events.length + 1];
  const rows = Array.from({ length: events.length + 2 }, () => new Float64Array(steps));
  const isGoal = new Uint8Array(events.length);
  const depth = new Int32Array(parents.length);
  const weight = weights(joined);
  for (let node = 1; node < parents.length; ++node) {
    const code = codes[node]!;
    const before = depth[parents[node]!]!;
    depth[node] = before + 1;
    if (code >= 0) {
      if (before < steps) rows[code]![before]! += weight[node]!;
      continue;
    }
    if (code === REACHED) isGoal[codes[parents[node]!]!] = 1;
    if (code !== REACHED && code !== ENDED) continue;
    const row = rows[code === REACHED ? done : stopped]!;
    for (let step = before; step < steps; ++step) row[step]! += all.paths[node]!;
  }
  return { rows, stopped, done, isGoal, depth, weight };
}

/** Parents come before their children: from the last node back, each adds to its parent. */
function weights({ parents, all }: JoinedPaths): Float64Array {
  const weight = all.paths.slice();
  for (let node = parents.length - 1; node > 0; --node) weight[parents[node]!]! += weight[node]!;
  return weight;
}
