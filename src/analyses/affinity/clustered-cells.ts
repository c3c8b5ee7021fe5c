import type { ClusteredSums } from '../../stats/clustered-rate';
import type { Engagements } from './engagements';

/** Groups and contents that are compared, by their codes. */
export interface Listed {
  readonly groups: readonly number[];
  readonly contents: readonly number[];
}

/** The events of a group and of all others, those with a content as successes, users as clusters. */
export interface ClusteredCells {
  at(group: number, content: number): CellSums;
}

interface CellSums {
  readonly own: ClusteredSums;
  readonly others: ClusteredSums;
  /** Who has events of the group with the content. */
  readonly users: number;
}

/** Numbers of one set of sums. */
const WIDTH = 6;

/**
 * The sums of every listed content in every listed group and outside of it, in one pass over users:
 * the others are everybody, less what the users of the group add to that beyond their other events.
 */
export function clusteredCells(
  { user, groups, contents, events }: Engagements,
  listed: Listed,
): ClusteredCells {
  const [rows, columns] = [listed.groups.length, listed.contents.length];
  const place = (list: readonly number[], code: number) => list.indexOf(code);
  const groupPlace = groups.values.map((_, code) => place(listed.groups, code));
  const contentPlace = contents.values.map((_, code) => place(listed.contents, code));
  const own = new Float64Array(rows * columns * WIDTH);
  const others = new Float64Array(rows * columns * WIDTH);
  const all = new Float64Array(columns * WIDTH);
  const users = new Float64Array(rows * columns);
  const total = new Float64Array(columns);
  const part = new Float64Array((rows + 1) * columns);
  const size = new Float64Array(rows + 1);
  for (let i = 0; i < user.length;) {
    const who = user[i]!;
    total.fill(0);
    part.fill(0);
    size.fill(0);
    let whole = 0;
    for (; i < user.length && user[i] === who; ++i) {
      const count = events[i]!;
      const row = groupPlace[groups.codes[i]!]!;
      const g = row < 0 ? rows : row;
      const c = contentPlace[contents.codes[i]!]!;
      whole += count;
      size[g]! += count;
      if (c < 0) continue;
      total[c]! += count;
      part[g * columns + c]! += count;
    }
    for (let c = 0; c < columns; ++c) add(all, c, whole, total[c]!, 1);
    for (let g = 0; g < rows; ++g) {
      if (size[g] === 0) continue;
      for (let c = 0; c < columns; ++c) {
        const cell = g * columns + c;
        if (part[cell]! > 0) ++users[cell]!;
        add(own, cell, size[g]!, part[cell]!, 1);
        add(others, cell, whole, total[c]!, -1);
        add(others, cell, whole - size[g]!, total[c]! - part[cell]!, 1);
      }
    }
  }
  return {
    at(group, content) {
      const [g, c] = [place(listed.groups, group), place(listed.contents, content)];
      const cell = g * columns + c;
      return {
        own: sumsAt(own, cell),
        others: sumsAt(others, cell, sumsAt(all, c)),
        users: users[cell]!,
      };
    },
  };
}

/** Adds a user with `n` events, `x` of them of the content, so many times; nobody where `n` is 0. */
function add(sums: Float64Array, cell: number, n: number, x: number, times: 1 | -1): void {
  if (n === 0) return;
  const at = cell * WIDTH;
  sums[at]! += times;
  sums[at + 1]! += times * n;
  sums[at + 2]! += times * x;
  sums[at + 3]! += times * n * n;
  sums[at + 4]! += times * x * x;
  sums[at + 5]! += times * x * n;
}

const NOTHING: ClusteredSums = { clusters: 0, n: 0, successes: 0, nn: 0, xx: 0, xn: 0 };

function sumsAt(sums: Float64Array, cell: number, besides = NOTHING): ClusteredSums {
  const at = cell * WIDTH;
  return {
    clusters: besides.clusters + sums[at]!,
    n: besides.n + sums[at + 1]!,
    successes: besides.successes + sums[at + 2]!,
    nn: besides.nn + sums[at + 3]!,
    xx: besides.xx + sums[at + 4]!,
    xn: besides.xn + sums[at + 5]!,
  };
}
