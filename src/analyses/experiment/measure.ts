import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { ColumnValues } from '../../data/dataset';
import { columnOf, numberColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { EventIndex } from '../../events/event-index';
import type { Input } from '../analysis';
import type { Exposed } from './exposure';
import type { Metric } from './params';

/** What one metric comes to for each exposed user, before it is known who counts. */
export interface Measure {
  /** The user's total; for a proportion 1 or 0. */
  readonly value: Float64Array;
  /** Rows of the user that were counted but hold no value: they add 0. */
  readonly missing: Uint32Array;
}

/** The part of a user's time, from the exposure on, that a metric looks at. */
export interface Window {
  readonly fromMs: number;
  /** Exclusive; Infinity for "to the end of the data". */
  readonly toMs: number;
}

/**
 * The window of a metric.
 *
 * @throws {Problem} `window-is-zero`, `not-a-duration`
 */
export function windowOf(metric: Metric, path: string): Window {
  if (metric.type === 'retention') {
    const [fromMs, toMs] = [durationMs(metric.from), durationMs(metric.to)];
    if (fromMs < toMs) return { fromMs, toMs };
    throw new Problem('empty-range', { from: metric.from, to: metric.to }, { path });
  }
  if (metric.window === undefined) return { fromMs: 0, toMs: Infinity };
  const toMs = durationMs(metric.window);
  if (toMs > 0) return { fromMs: 0, toMs };
  throw new Problem('window-is-zero', { found: metric.window }, { path: `${path}.window` });
}

/**
 * Measures every exposed user.
 *
 * @throws {Problem} `metric-needs`, `needs-events`, `needs-units`, `not-in-data`, `wrong-type`,
 *   `not-zero-or-one`
 */
export function measure(input: Input, who: Exposed, metric: Metric, path: string): Measure {
  return input.events.kind === 'events'
    ? measureEvents(input.events, who, metric, path)
    : measureUnits(input.events, who, metric, path);
}

function measureEvents(events: EventIndex, who: Exposed, metric: Metric, path: string): Measure {
  if ('column' in metric && metric.column !== undefined) {
    throw new Problem('needs-units', { name: metric.name }, { path: `${path}.column` });
  }
  if (!('event' in metric) || metric.event === undefined) {
    throw new Problem('metric-needs', { metric: metric.name, needs: 'event' }, { path });
  }
  const mask = eventMask(events, { event: metric.event, where: metric.where }, path);
  const window = windowOf(metric, path);
  if (metric.type === 'count') return summed(events, who, mask, window, null);
  if (metric.type !== 'mean') return reached(events, who, mask, window);
  if (metric.value === undefined) {
    throw new Problem('metric-needs', { metric: metric.name, needs: 'value' }, { path });
  }
  const values = numberColumn(events.columns, metric.value, `${path}.value`);
  return summed(events, who, mask, window, values);
}

/** 1 for users with such an event in the window. */
function reached(
  { offsets, time }: EventIndex,
  who: Exposed,
  mask: Uint8Array,
  { fromMs, toMs }: Window,
): Measure {
  const value = new Float64Array(who.users.length);
  const base = offsets[0]!;
  for (let i = 0; i < value.length; ++i) {
    const end = offsets[who.users[i]! + 1]!;
    const [low, high] = [who.time[i]! + fromMs, who.time[i]! + toMs];
    for (let row = firstAtTime(time, who.row[i]!, offsets[who.users[i]!]!); row < end; ++row) {
      if (time[row]! >= high) break;
      if (mask[row - base] === 1 && time[row]! >= low) {
        value[i] = 1;
        break;
      }
    }
  }
  return { value, missing: new Uint32Array(value.length) };
}

/** The sum of `values`, 1 each where null, over the user's events in the window. */
function summed(
  { offsets, time }: EventIndex,
  who: Exposed,
  mask: Uint8Array,
  { fromMs, toMs }: Window,
  values: Float64Array | null,
): Measure {
  const value = new Float64Array(who.users.length);
  const missing = new Uint32Array(value.length);
  const base = offsets[0]!;
  for (let i = 0; i < value.length; ++i) {
    const end = offsets[who.users[i]! + 1]!;
    const [low, high] = [who.time[i]! + fromMs, who.time[i]! + toMs];
    for (let row = firstAtTime(time, who.row[i]!, offsets[who.users[i]!]!); row < end; ++row) {
      if (time[row]! >= high) break;
      if (mask[row - base] === 0 || time[row]! < low) continue;
      const amount = values === null ? 1 : values[row]!;
      if (Number.isFinite(amount)) value[i]! += amount;
      else ++missing[i]!;
    }
  }
  return { value, missing };
}

/** The first of the user's rows with the time of `row`: events at the exposure's own time count. */
function firstAtTime(time: Float64Array, row: number, from: number): number {
  let first = row;
  while (first > from && time[first - 1] === time[row]) --first;
  return first;
}

function measureUnits(events: EventIndex, who: Exposed, metric: Metric, path: string): Measure {
  if ('event' in metric && metric.event !== undefined) {
    throw new Problem('needs-events', { name: metric.name }, { path: `${path}.event` });
  }
  if (!('column' in metric) || metric.column === undefined) {
    throw new Problem('metric-needs', { metric: metric.name, needs: 'column' }, { path });
  }
  if (metric.window !== undefined) {
    throw new Problem('needs-times', {}, { path: `${path}.window` });
  }
  const at = `${path}.column`;
  const values =
    metric.type === 'proportion'
      ? zeroOrOne(columnOf(events.attributes, metric.column, at), metric.column, at)
      : numberColumn(events.attributes, metric.column, at);
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
      throw new Problem('wrong-type', { name, expected: 'flag', found: 'time' }, { path });
  }
}
