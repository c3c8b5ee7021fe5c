import { Problem } from '../../base/problem';
import { breakdownBy } from '../breakdown';
import type { Input } from '../analysis';
import { eachPath } from './each-path';
import type { PathsParams } from './params';
import { type PathCounter, type Tally, pathCounter } from './tally';

/** Values of a breakdown beyond which it divides nothing. */
const MOST_GROUPS = 1_000;

/** The paths of a block of users. */
export interface PathCounts {
  /** Names of events by code. */
  readonly events: readonly string[];
  /** Left out because they may go on beyond the data. */
  readonly open: number;
  readonly all: Tally;
  /** By value of the breakdown; empty without one. */
  readonly groups: readonly { readonly name: string; readonly tally: Tally }[];
}

/**
 * Counts the paths of a block of users, one walk over their events.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `too-many-groups`
 */
export function pathCounts(input: Input, params: PathsParams): PathCounts {
  const { events } = input;
  const division =
    params.breakdown === undefined ? null : breakdownBy(events, params.breakdown, 'breakdown');
  const all = pathCounter();
  const counters = new Map<number, PathCounter>();
  const open = eachPath(input, params, (path) => {
    all.add(path);
    if (division === null) return;
    const code = division.codeOf(path.row, path.user);
    let counter = counters.get(code);
    if (!counter) counters.set(code, (counter = pathCounter()));
    counter.add(path);
    if (counters.size > MOST_GROUPS) {
      const args = { column: params.breakdown!, most: MOST_GROUPS };
      throw new Problem('too-many-groups', args, { path: 'breakdown' });
    }
  });
  const groups = [...counters].map(([code, counter]) => {
    return { name: division!.names[code]!, tally: counter.tally() };
  });
  return { events: events.event.values, open, all: all.tally(), groups };
}
