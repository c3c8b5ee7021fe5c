import type { JoinedPaths } from './joined';
import { CUT, ENDED, REACHED } from './tally';

/** What stands for events that are left out. */
const GAP = '…';
export const END = '(end)';
export const START = '(start)';

/** Paths with the same events. */
export interface FoundSequence {
  /** Where they end in the tree. */
  readonly node: number;
  /** From where they are followed from, as the tree has them. */
  readonly codes: readonly number[];
  readonly name: string;
  /** In order of time. */
  readonly path: readonly string[];
  readonly isReached: boolean;
}

/** The most frequent sequences; those that are equally frequent by their names. */
export function topSequences(joined: JoinedPaths, isBack: boolean, top: number): FoundSequence[] {
  const { paths } = joined.all;
  const nodes = Array.from(paths.keys()).filter((node) => paths[node]! > 0);
  nodes.sort((a, b) => paths[b]! - paths[a]!);
  const least = paths[nodes[top - 1] ?? -1] ?? 0;
  return nodes
    .filter((node) => paths[node]! >= least)
    .map((node) => sequenceAt(joined, node, isBack))
    .sort((a, b) => paths[b.node]! - paths[a.node]! || (a.name < b.name ? -1 : 1))
    .slice(0, top);
}

function sequenceAt(
  { events, parents, codes }: JoinedPaths,
  node: number,
  isBack: boolean,
): FoundSequence {
  const outward: number[] = [];
  for (let at = node; at !== 0; at = parents[at]!) outward.unshift(codes[at]!);
  const shown = outward
    .filter((code) => code !== REACHED)
    .map((code) => {
      if (code === ENDED) return isBack ? START : END;
      return code === CUT ? GAP : events[code]!;
    });
  const path = isBack ? shown.reverse() : shown;
  const isReached = codes[node] === REACHED;
  return { node, codes: outward, path, name: path.join(' > '), isReached };
}
