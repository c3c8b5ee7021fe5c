import { Problem } from '../../base/problem';
import { amountColumn } from '../../events/column-of';
import { type EventFilter, eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { type Grid, type TallyWriter, cellOf } from './grid';
import type { MetricPart, MonitorMetric } from './params';

/** Counts one user into a tally, or two where the metric is a fraction. */
export interface Quantity {
  /** Whether the metric is a fraction of two tallies. */
  readonly isFraction: boolean;
  /** @returns how many rows of the user have no value */
  tally(user: number, grid: Grid, above: TallyWriter, below: TallyWriter): number;
}

/**
 * How the metric counts a user of the block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`
 */
export function quantityOf(input: Input, metric: MonitorMetric): Quantity {
  if (input.events.kind === 'units') {
    throw new Problem('needs-events', { name: 'monitor' }, { path: 'source' });
  }
  const part = (each: EventFilter & Partial<MetricPart>, path = 'metric') =>
    counted(input, each, path);
  switch (metric.type) {
    case 'users':
      return whole(part({ ...metric, count: 'users' }));
    case 'count':
    case 'sum':
      return whole(part(metric));
    case 'mean':
      return fraction(part(metric), part({ event: metric.event, where: withValue(metric) }));
    case 'ratio':
      return fraction(
        part(metric.numerator, 'metric.numerator'),
        part(metric.denominator, 'metric.denominator'),
      );
    case 'retention':
      return returning(input, metric);
    case 'nps':
      return promoters(input, metric);
  }
}

/** Counts one user into one tally, and says how many of their rows have no value. */
type Part = (user: number, grid: Grid, into: TallyWriter) => number;

function whole(part: Part): Quantity {
  return { isFraction: false, tally: (user, grid, above) => part(user, grid, above) };
}

function fraction(upper: Part, lower: Part): Quantity {
  return {
    isFraction: true,
    tally(user, grid, above, below) {
      const missing = upper(user, grid, above);
      lower(user, grid, below);
      return missing;
    },
  };
}

/** Rows that have a value: what a mean is divided by. */
function withValue({ where, value }: Extract<MonitorMetric, { type: 'mean' }>) {
  const condition = where?.[value];
  const isTests = typeof condition === 'object' && condition !== null && !Array.isArray(condition);
  if (condition !== undefined && !isTests) return where;
  return { ...where, [value]: { ...(condition as object), exists: true } };
}

function counted(
  input: Input,
  { event, where, value, count }: EventFilter & Partial<MetricPart>,
  path: string,
): Part {
  const { events, scope } = input;
  const mask = eventMask(events, { event, where }, scope.timezone, path);
  const amounts = value === undefined ? null : amountColumn(events.columns, value, `${path}.value`);
  const base = events.offsets[0]!;
  const isOnce = amounts === null && count === 'users';
  return (user, grid, into) => {
    const { periods } = grid;
    let missing = 0;
    let period = -1;
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      if (mask[row - base] === 0) continue;
      const t = events.time[row]!;
      const isSame = period >= 0 && t < periods.edges[period + 1]!;
      if (isSame && isOnce) continue;
      if (!isSame) period = periods.of(t);
      const amount = amounts === null ? 1 : amounts[row]!;
      if (Number.isNaN(amount)) ++missing;
      else if (amounts === null) into.count(cellOf(grid, period, row, user), 1);
      else into.add(cellOf(grid, period, row, user), amount);
    }
    return missing;
  };
}

/** Users active in a period and in the one before, of those active in the one before. */
function returning(input: Input, { event, where }: EventFilter): Quantity {
  const { events, scope } = input;
  const mask = eventMask(events, { event, where }, scope.timezone, 'metric');
  const base = events.offsets[0]!;
  return {
    isFraction: true,
    tally(user, grid, above, below) {
      const { periods } = grid;
      let period = -1;
      let group = 0;
      for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
        const t = events.time[row]!;
        if (mask[row - base] === 0 || (period >= 0 && t < periods.edges[period + 1]!)) continue;
        const now = periods.of(t);
        if (period >= 0 && now === period + 1) above.count(group * periods.count + now, 1);
        period = now;
        group = grid.groupOf(row, user);
        if (now + 1 < periods.count) below.count(group * periods.count + now + 1, 1);
      }
      return 0;
    },
  };
}

const PROMOTER = 9;
const DETRACTOR = 6;
const MOST = 10;

/** Promoters less detractors, by the last answer of each user in a period. */
function promoters(
  input: Input,
  { event, where, value }: Extract<MonitorMetric, { type: 'nps' }>,
): Quantity {
  const { events, scope } = input;
  const mask = eventMask(events, { event, where }, scope.timezone, 'metric');
  const answers = amountColumn(events.columns, value, 'metric.value');
  const base = events.offsets[0]!;
  return {
    isFraction: true,
    tally(user, grid, above, below) {
      const { periods } = grid;
      let missing = 0;
      let start = Infinity;
      for (let row = events.offsets[user + 1]! - 1; row >= events.offsets[user]!; --row) {
        const t = events.time[row]!;
        if (mask[row - base] === 0 || t >= start) continue;
        const answer = answers[row]!;
        if (!(answer >= 0 && answer <= MOST)) {
          ++missing;
          continue;
        }
        const period = periods.of(t);
        start = periods.edges[period]!;
        const cell = cellOf(grid, period, row, user);
        above.count(cell, answer >= PROMOTER ? 1 : answer <= DETRACTOR ? -1 : 0);
        below.count(cell, 1);
      }
      return missing;
    },
  };
}
