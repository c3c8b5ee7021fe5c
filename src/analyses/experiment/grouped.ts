import { type Cells, cellsOf } from '../../base/cells';
import type { Segment } from './segment';
import type { UserSet } from './user-set';

/** More groups than this are put together. */
const MOST_GROUPS = 20;

export interface SegmentGroup {
  /** `(none)` where nothing is known, `(other)` for the rest. */
  readonly value: string;
  /** All that is not among the largest groups. */
  readonly isRest: boolean;
}

/** Users by group of a segment and arm: group `g` has its arms in the cells from `g · arms` on. */
export interface Grouped {
  readonly column: string;
  readonly groups: readonly SegmentGroup[];
  readonly cells: Cells;
}

/** Splits the planned arms of a set of users by a segment: largest groups first, the rest as one. */
export function grouped({ column, values, codes }: Segment, set: UserSet, arms: number): Grouped {
  // Code −1, not known, counts at 0.
  const sizes = new Uint32Array(values.length + 1);
  for (let user = 0; user < codes.length; ++user) {
    const arm = set.codes[user]!;
    if (arm >= 0 && arm < arms) ++sizes[codes[user]! + 1]!;
  }
  const found = [...sizes.keys()]
    .filter((at) => sizes[at]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const own = found.slice(0, found.length > MOST_GROUPS ? MOST_GROUPS - 1 : MOST_GROUPS);
  const groupAt = new Int32Array(sizes.length).fill(own.length);
  own.forEach((at, group) => {
    groupAt[at] = group;
  });
  const groups = own.map((at) => ({ value: values[at - 1] ?? '(none)', isRest: false }));
  if (found.length > own.length) groups.push({ value: '(other)', isRest: true });
  const cells = new Int32Array(codes.length);
  for (let user = 0; user < codes.length; ++user) {
    const arm = set.codes[user]!;
    cells[user] = arm < 0 || arm >= arms ? -1 : groupAt[codes[user]! + 1]! * arms + arm;
  }
  return { column, groups, cells: cellsOf(cells, groups.length * arms) };
}
