import { PrefixTree } from './prefix-tree';
import type { End, Path } from './path';

/** Codes that stand behind the events of a path and say how it ends. */
export const REACHED = -1;
export const ENDED = -2;
/** More follows; before the last event of a path that is reached, some are left out. */
export const CUT = -3;

const ENDS: Readonly<Record<End, number>> = { reached: REACHED, ended: ENDED, cut: CUT };

/** What is counted of each path that there is. */
export interface NodeCounts {
  readonly paths: Float64Array;
  /** How many users they are of. */
  readonly users: Float64Array;
  /** Sum over users of the square of their paths. */
  readonly squares: Float64Array;
  /** Sum over users of these paths times all paths of the user. */
  readonly products: Float64Array;
}

/** The paths of some users, as nodes of a tree: each is read from the root, and ends in one of the codes above. */
export interface Tally extends NodeCounts {
  readonly parents: Int32Array;
  readonly codes: Int32Array;
  readonly total: Totals;
}

/** Of all paths together. */
export interface Totals {
  readonly paths: number;
  readonly users: number;
  /** Sum over users of the square of their paths. */
  readonly squares: number;
  /** Those that came to the event they lead to; with the sums that `NodeCounts` has. */
  readonly reached: number;
  readonly reachedSquares: number;
  readonly reachedProducts: number;
}

/** Counts paths, which come user by user. */
export interface PathCounter {
  add(path: Path): void;
  /** What has been counted; nothing can be added after it. */
  tally(): Tally;
}

const NOTHING = {
  ...{ paths: 0, users: 0, squares: 0 },
  ...{ reached: 0, reachedSquares: 0, reachedProducts: 0 },
};

export function pathCounter(): PathCounter {
  const tree = new PrefixTree();
  const total = { ...NOTHING };
  let counts = nodeCounts(256);
  /** Paths of the present user by node; only those of `ends` are meant. */
  let own = new Float64Array(256);
  const ends: number[] = [];
  let user = -1;
  let reached = 0;

  function close(): void {
    for (const node of ends) {
      if (++own[node]! === 1) ++counts.users[node]!;
      ++counts.paths[node]!;
      counts.squares[node]! += 2 * own[node]! - 1;
      counts.products[node]! += ends.length;
    }
    for (const node of ends) own[node] = 0;
    total.users += ends.length > 0 ? 1 : 0;
    total.paths += ends.length;
    total.squares += ends.length ** 2;
    total.reached += reached;
    total.reachedSquares += reached ** 2;
    total.reachedProducts += reached * ends.length;
    ends.length = 0;
    reached = 0;
  }

  return {
    add(path) {
      if (path.user !== user) close();
      user = path.user;
      ends.push(nodeOf(tree, path));
      if (path.end === 'reached') ++reached;
      if (tree.size <= own.length) return;
      counts = longer(counts, 2 * tree.size);
      own = extended(own, 2 * tree.size);
    },
    tally() {
      close();
      const { parents, codes, size } = tree;
      return { parents, codes, ...shorter(counts, size), total };
    },
  };
}

function nodeOf(tree: PrefixTree, { codes, length, end, hasGap }: Path): number {
  let node = 0;
  for (let i = 0; i < length; ++i) {
    if (hasGap && i === length - 1) node = tree.child(node, CUT);
    node = tree.child(node, codes[i]!);
  }
  return tree.child(node, ENDS[end]);
}

/** Whether a path is the one that `codes` lists, from where it is followed from. */
export function isPath({ codes, length, end, hasGap }: Path, listed: readonly number[]): boolean {
  const last = length - 1;
  const shift = hasGap ? 1 : 0;
  if (listed.length !== length + shift + 1 || listed.at(-1) !== ENDS[end]) return false;
  if (hasGap && listed[last] !== CUT) return false;
  for (let i = 0; i < length; ++i) {
    if (codes[i] !== listed[i === last ? i + shift : i]) return false;
  }
  return true;
}

export function nodeCounts(length: number): NodeCounts {
  const list = () => new Float64Array(length);
  return { paths: list(), users: list(), squares: list(), products: list() };
}

function longer({ paths, users, squares, products }: NodeCounts, length: number): NodeCounts {
  return {
    paths: extended(paths, length),
    users: extended(users, length),
    squares: extended(squares, length),
    products: extended(products, length),
  };
}

function shorter({ paths, users, squares, products }: NodeCounts, length: number): NodeCounts {
  return {
    paths: paths.slice(0, length),
    users: users.slice(0, length),
    squares: squares.slice(0, length),
    products: products.slice(0, length),
  };
}

function extended(from: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(length);
  to.set(from);
  return to;
}
