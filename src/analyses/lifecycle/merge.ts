import type { Counts, DayCounts, PeriodCounts } from './counts';

/** The counts of the users of both. */
export function merged(a: Counts, b: Counts): Counts {
  return {
    first: Math.min(a.first, b.first),
    periods: mergedPeriods(a.periods, b.periods),
    days: mergedDays(a.days, b.days),
  };
}

function mergedPeriods(a: PeriodCounts, b: PeriodCounts): PeriodCounts {
  return {
    edges: longer(a.edges, b.edges),
    active: sum(a.active, b.active),
    new: sum(a.new, b.new),
    returning: sum(a.returning, b.returning),
    resurrected: sum(a.resurrected, b.resurrected),
    dormant: sum(a.dormant, b.dormant),
  };
}

function mergedDays(a: DayCounts, b: DayCounts): DayCounts {
  return {
    edges: longer(a.edges, b.edges),
    active: sum(a.active, b.active),
    weekChange: sum(a.weekChange, b.weekChange),
    monthChange: sum(a.monthChange, b.monthChange),
    byDays: sum(a.byDays, b.byDays),
  };
}

/** Grids of one scope end together: the one that begins earlier is the grid of both. */
function longer(a: Float64Array, b: Float64Array): Float64Array {
  return a.length >= b.length ? a : b;
}

/** Counts of two grids that end together, laid on one another. */
function sum(a: Float64Array, b: Float64Array): Float64Array {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const total = long.slice();
  const shift = long.length - short.length;
  for (let i = 0; i < short.length; ++i) total[shift + i]! += short[i]!;
  return total;
}
