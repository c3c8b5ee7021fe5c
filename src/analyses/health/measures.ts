import { Problem } from '../../base/problem';
import { asText } from '../../events/as-text';
import { amountColumn, columnOf } from '../../events/column-of';
import { type EventFilter, eventMask } from '../../events/event-mask';
import { SESSION } from '../../events/session-columns';
import type { Input } from '../analysis';
import type { Dimension } from './params';

/** What a dimension reads of the rows `[from, to)` of one user, seen from the start of a day; NaN for nothing. */
export type Measure = (from: number, to: number, at: MeasuredAt) => number;

/** From where a measure looks back. */
export interface MeasuredAt {
  /** The day that has just begun. */
  readonly day: number;
  /** The first row of the second half of the window. */
  readonly middle: number;
}

/**
 * What `dimension` measures.
 *
 * @param dayOf  the day of each row of the block, from `offsets[0]` on
 * @throws {Problem} `not-in-data`, `wrong-type`
 * @throws {Problem} `measure-needs` when it lacks a column or what it is a share of
 */
export function measureOf(
  input: Input,
  dimension: Dimension,
  dayOf: Int32Array,
  path: string,
): Measure {
  const { events, scope } = input;
  const base = events.offsets[0]!;
  const mask = (filter: EventFilter, at: string) => eventMask(events, filter, scope.timezone, at);
  const rows = mask(dimension, path);
  const { measure } = dimension;
  switch (measure) {
    case 'recency':
      return lastDay(rows, dayOf, base);
    case 'tenure':
      return firstDay(rows, dayOf, base);
    case 'active-days':
      return changes(rows, (row) => dayOf[row - base]!, base);
    case 'sessions': {
      const session = amountColumn(events.columns, SESSION, `${path}.measure`);
      return changes(rows, (row) => session[row]!, base);
    }
    case 'events':
      return count(rows, base);
    case 'trend':
      return trend(rows, base);
    case 'share': {
      if (!dimension.of) throw needs(dimension, 'of', path);
      return shareOf(rows, mask(dimension.of, `${path}.of`), base);
    }
    case 'breadth':
      return breadth(input, dimension, rows, path);
    default: {
      if (dimension.value === undefined) throw needs(dimension, 'value', path);
      const values = amountColumn(events.columns, dimension.value, `${path}.value`);
      return amounts(rows, values, measure, base);
    }
  }
}

function needs({ name, measure }: Dimension, what: string, path: string): Problem {
  return new Problem('measure-needs', { name, measure, what }, { path });
}

function lastDay(mask: Uint8Array, dayOf: Int32Array, base: number): Measure {
  return (from, to, { day }) => {
    for (let row = to - 1; row >= from; --row) {
      if (mask[row - base] === 1) return day - 1 - dayOf[row - base]!;
    }
    return NaN;
  };
}

function firstDay(mask: Uint8Array, dayOf: Int32Array, base: number): Measure {
  return (from, to, { day }) => {
    for (let row = from; row < to; ++row) {
      if (mask[row - base] === 1) return day - 1 - dayOf[row - base]!;
    }
    return NaN;
  };
}

/** How many different values of something that never falls. */
function changes(mask: Uint8Array, of: (row: number) => number, base: number): Measure {
  return (from, to) => {
    let found = 0;
    let last = -1;
    for (let row = from; row < to; ++row) {
      if (mask[row - base] === 0) continue;
      const value = of(row);
      if (value !== last) ++found;
      last = value;
    }
    return found;
  };
}

function count(mask: Uint8Array, base: number): Measure {
  return (from, to) => {
    let found = 0;
    for (let row = from; row < to; ++row) found += mask[row - base]!;
    return found;
  };
}

function trend(mask: Uint8Array, base: number): Measure {
  const each = count(mask, base);
  return (from, to, at) => each(at.middle, to, at) - each(from, at.middle, at);
}

function shareOf(mask: Uint8Array, whole: Uint8Array, base: number): Measure {
  return (from, to) => {
    let part = 0;
    let all = 0;
    for (let row = from; row < to; ++row) {
      if (whole[row - base] === 0) continue;
      ++all;
      part += mask[row - base]!;
    }
    return all === 0 ? NaN : part / all;
  };
}

/** Different events, or different values of a column. */
function breadth({ events }: Input, { value }: Dimension, mask: Uint8Array, path: string): Measure {
  const base = events.offsets[0]!;
  const { codes, values } =
    value === undefined ? events.event : asText(columnOf(events.columns, value, `${path}.value`));
  const seen = new Int32Array(values.length);
  let visit = 0;
  return (from, to) => {
    ++visit;
    let found = 0;
    for (let row = from; row < to; ++row) {
      const code = mask[row - base] === 1 ? codes[row]! : -1;
      if (code < 0 || seen[code] === visit) continue;
      seen[code] = visit;
      ++found;
    }
    return found;
  };
}

function amounts(
  mask: Uint8Array,
  values: Float64Array,
  measure: 'sum' | 'mean' | 'last',
  base: number,
): Measure {
  return (from, to) => {
    let sum = 0;
    let known = 0;
    let last = NaN;
    for (let row = from; row < to; ++row) {
      const value = values[row]!;
      if (mask[row - base] === 0 || Number.isNaN(value)) continue;
      ++known;
      sum += value;
      last = value;
    }
    if (measure === 'last') return last;
    return measure === 'sum' ? sum : known === 0 ? NaN : sum / known;
  };
}
