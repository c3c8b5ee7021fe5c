import { concat } from '../joined-arrays';
import { added, joinedClusters } from './clusters';
import type { OrderCounts } from './order-counter';
import type { PeriodCounts } from './period-counter';
import type { StretchCounts } from './stretch-counter';
import type { TierCounts } from './tally';

/** The counts of disjoint sets of users together. */
export function joined(parts: readonly TierCounts[]): TierCounts {
  const sum = (of: (part: TierCounts) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  return {
    users: sum(({ users }) => users),
    rows: sum(({ rows }) => rows),
    missing: sum(({ missing }) => missing),
    negative: sum(({ negative }) => negative),
    ages: concat(parts.map(({ ages }) => ages)),
    now: added(parts.map(({ now }) => now)),
    reached: added(parts.map(({ reached }) => reached)),
    periods: joinedPeriods(parts.map(({ periods }) => periods)),
    orders: joinedOrders(parts.map(({ orders }) => orders)),
    stretches: joinedStretches(parts.map(({ stretches }) => stretches)),
  };
}

/** Parts of one scope end together: the one that begins earlier has the periods of all. */
function joinedPeriods(parts: readonly PeriodCounts[]): PeriodCounts {
  const edges = parts.map((part) => part.edges).reduce((a, b) => (b.length > a.length ? b : a));
  const shifted = (key: 'users' | 'moves') =>
    added(
      parts.map((part) => {
        const periods = Math.max(1, part.edges.length - 1);
        const each = part[key].length / periods;
        const later = Math.max(0, edges.length - Math.max(1, part.edges.length));
        return concat([new Float64Array(later * each), part[key]]);
      }),
    );
  return {
    ...{ edges, users: shifted('users'), moves: shifted('moves') },
    moved: joinedClusters(parts.map(({ moved }) => moved)),
  };
}

function joinedOrders(parts: readonly OrderCounts[]): OrderCounts {
  return {
    again: joinedClusters(parts.map(({ again }) => again)),
    open: added(parts.map(({ open }) => open)),
    near: joinedClusters(parts.map(({ near }) => near)),
  };
}

function joinedStretches(parts: readonly StretchCounts[]): StretchCounts {
  return {
    up: added(parts.map(({ up }) => up)),
    down: added(parts.map(({ down }) => down)),
    still: added(parts.map(({ still }) => still)),
  };
}
