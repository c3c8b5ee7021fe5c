import type { Counts } from './counts';
import { totals } from './grid';
import type { MonitorMetric } from './params';

/** The numbers of a metric in one group, one of each period. */
export interface Series {
  readonly name: string;
  readonly above: Float64Array;
  /** What `above` is divided by; null where the metric is no fraction. */
  readonly below: Float64Array | null;
}

/** A group and all of them. */
export interface AllSeries {
  readonly whole: Series;
  /** Those with anything in them, the largest first: at most eleven, the last `(other)`. */
  readonly groups: readonly Series[];
}

const MOST_GROUPS = 10;
const OTHER = '(other)';

/** The numbers of all users, and those of each group of them. */
export function seriesOf({ edges, groups, above, below }: Counts): AllSeries {
  const periods = edges.length - 1;
  const upper = totals(above);
  const lower = below && totals(below);
  const parts = groups.map((name, g): Series => {
    const cut = (sums: Float64Array) => sums.slice(g * periods, (g + 1) * periods);
    return { name, above: cut(upper), below: lower && cut(lower) };
  });
  const sized = parts
    .filter((series) => !isEmpty(series))
    .map((series) => ({ series, size: size(series) }))
    .sort((a, b) => b.size - a.size || (a.series.name < b.series.name ? -1 : 1))
    .map(({ series }) => series);
  const rest = sized.slice(MOST_GROUPS);
  const listed = sized.slice(0, MOST_GROUPS);
  return {
    whole: joined('', parts, periods),
    groups: rest.length > 0 ? [...listed, joined(OTHER, rest, periods)] : listed,
  };
}

/** The metric of each period; null where there is nothing to divide by. */
export function valuesOf({ above, below }: Series, type: MonitorMetric['type']) {
  const scale = type === 'nps' ? 100 : 1;
  return Array.from(above, (sum, i): number | null => {
    if (below === null) return sum;
    return below[i]! === 0 ? null : (scale * sum) / below[i]!;
  });
}

function size({ above, below }: Series): number {
  return total(below ?? above);
}

/** A group may be above the line alone: what it adds counts too. */
function isEmpty({ above, below }: Series): boolean {
  return total(above) === 0 && (below === null || total(below) === 0);
}

function total(parts: Float64Array): number {
  return parts.reduce((sum, each) => sum + Math.abs(each), 0);
}

function joined(name: string, parts: readonly Series[], periods: number): Series {
  const sum = (pick: (series: Series) => Float64Array) => {
    const total = new Float64Array(periods);
    for (const part of parts) {
      const each = pick(part);
      for (let i = 0; i < periods; ++i) total[i]! += each[i]!;
    }
    return total;
  };
  const isFraction = parts.every(({ below }) => below !== null);
  return {
    name,
    above: sum((part) => part.above),
    below: isFraction ? sum((part) => part.below!) : null,
  };
}
