import { Problem } from '../../base/problem';
import type { ColumnValues } from '../../data/dataset';
import { columnOf, numberColumn } from '../../events/column-of';
import type { EventIndex } from '../../events/event-index';
import { attribute } from './attribute';
import type { Exposed } from './exposure';
import type { Measured, Totals } from './measured';
import type { Amount, Metric } from './params';

/** Measures every unit of a unit table by a column. */
export function measureUnits(
  events: EventIndex,
  who: Exposed,
  metric: Metric,
  path: string,
): Measured {
  if (metric.type === 'count' || metric.type === 'retention') {
    throw new Problem('needs-events', { name: metric.name }, { path: `${path}.type` });
  }
  if (metric.window !== undefined) {
    throw new Problem('needs-times', {}, { path: `${path}.window` });
  }
  if ('cuped' in metric && metric.cuped !== undefined) {
    throw new Problem('needs-times', {}, { path: `${path}.cuped` });
  }
  const covariates =
    'covariate' in metric && metric.covariate !== undefined
      ? [attribute(events, who, metric.covariate, `${path}.covariate`)]
      : [];
  return {
    ...unitTotals(events, who, metric, path),
    covariates,
    before: null,
    steps: null,
    daily: null,
    closed: null,
  };
}

function unitTotals(events: EventIndex, who: Exposed, metric: Metric, path: string): Totals {
  if (metric.type === 'ratio') {
    const above = amounts(events, who, metric.numerator, metric.name, `${path}.numerator`);
    const below = amounts(events, who, metric.denominator, metric.name, `${path}.denominator`);
    const missing = above.missing.map((gap, i) => gap + below.missing[i]!);
    return { value: above.value, missing, denominator: below.value, samples: null };
  }
  const isShare = metric.type === 'proportion';
  const plain = amounts(events, who, metric as Amount, metric.name, path, isShare);
  if (metric.type !== 'quantile') return { ...plain, denominator: null, samples: null };
  const starts = Uint32Array.from(plain.value.keys());
  const ends = starts.map((start, i) => (plain.missing[i] === 0 ? start + 1 : start));
  const samples = { values: plain.value, times: new Float64Array(0), starts, ends };
  return { ...plain, denominator: null, samples };
}

function amounts(
  events: EventIndex,
  who: Exposed,
  { event, column }: Amount,
  name: string,
  path: string,
  isShare = false,
): { value: Float64Array; missing: Uint32Array } {
  if (event !== undefined) {
    throw new Problem('needs-events', { name }, { path: `${path}.event` });
  }
  if (column === undefined) {
    throw new Problem('metric-needs', { metric: name, needs: 'column' }, { path });
  }
  const at = `${path}.column`;
  const values = isShare
    ? zeroOrOne(columnOf(events.attributes, column, at), column, at)
    : numberColumn(events.attributes, column, at);
  const value = new Float64Array(who.users.length);
  const missing = new Uint32Array(value.length);
  for (let i = 0; i < value.length; ++i) {
    const found = values[who.users[i]!]!;
    if (Number.isFinite(found)) value[i] = found;
    else missing[i] = 1;
  }
  return { value, missing };
}

/** A flag, or numbers that are all 0 or 1; NaN is missing. */
function zeroOrOne(column: ColumnValues, name: string, path: string): Float64Array {
  switch (column.kind) {
    case 'flag':
      return Float64Array.from(column.values, (value) => (value < 0 ? NaN : value));
    case 'number': {
      const odd = column.values.find((value) => value !== 0 && value !== 1 && !Number.isNaN(value));
      if (odd === undefined) return column.values;
      throw new Problem('not-zero-or-one', { name, found: odd }, { path });
    }
    case 'text':
      throw new Problem('not-zero-or-one', { name, found: column.values[0] ?? '' }, { path });
    case 'time':
      throw new Problem(
        'wrong-type',
        { name, expected: 'flag', found: 'time', example: null },
        { path },
      );
  }
}
