import type { PathCounts } from './path-counts';
import { PrefixTree } from './prefix-tree';
import { type NodeCounts, type Tally, type Totals, nodeCounts } from './tally';

/** The paths of all blocks on one tree. */
export interface JoinedPaths {
  readonly events: readonly string[];
  readonly open: number;
  /** Of each node; parents come before children, node 0 is the root. */
  readonly parents: Int32Array;
  readonly codes: Int32Array;
  readonly all: Counted;
  /** Those with the most paths first. */
  readonly groups: readonly (Counted & { readonly name: string })[];
}

/** Counts by node of the tree. */
export interface Counted extends NodeCounts {
  readonly total: Totals;
}

/** Puts the paths of disjoint sets of users together. */
export function joined(parts: readonly PathCounts[]): JoinedPaths {
  const tree = new PrefixTree();
  const all = laid(
    tree,
    parts.map(({ all }) => all),
  );
  const names = [...new Set(parts.flatMap(({ groups }) => groups.map(({ name }) => name)))];
  const groups = names.map((name) => {
    const tallies = parts.flatMap(({ groups }) =>
      groups.filter((group) => group.name === name).map(({ tally }) => tally),
    );
    return { name, ...laid(tree, tallies) };
  });
  const size = (a: { total: Totals }) => a.total.paths;
  groups.sort((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1));
  return {
    events: parts[0]!.events,
    open: parts.reduce((sum, { open }) => sum + open, 0),
    ...{ parents: tree.parents, codes: tree.codes, all, groups },
  };
}

/** The counts of several trees by the nodes of one, which gets what it has not. */
function laid(tree: PrefixTree, tallies: readonly Tally[]): Counted {
  const places = tallies.map((tally) => placesIn(tree, tally));
  const counts = nodeCounts(tree.size);
  for (const [i, tally] of tallies.entries()) {
    for (const key of ['paths', 'users', 'squares', 'products'] as const) {
      add(counts[key], tally[key], places[i]!);
    }
  }
  const sum = (key: keyof Totals) => tallies.reduce((total, tally) => total + tally.total[key], 0);
  const total = {
    ...{ paths: sum('paths'), users: sum('users'), squares: sum('squares') },
    reached: sum('reached'),
    reachedSquares: sum('reachedSquares'),
    reachedProducts: sum('reachedProducts'),
  };
  return { ...counts, total };
}

/** Where each node of a tally stands in the tree. */
function placesIn(tree: PrefixTree, { parents, codes }: Tally): Int32Array {
  const places = new Int32Array(parents.length);
  for (let node = 1; node < parents.length; ++node) {
    places[node] = tree.child(places[parents[node]!]!, codes[node]!);
  }
  return places;
}

function add(to: Float64Array, from: Float64Array, places: Int32Array): void {
  for (let node = 1; node < from.length; ++node) to[places[node]!]! += from[node]!;
}
