import type { Column, Dataset } from './dataset';
import { type Identifier, identifierIn } from './private-values';

/** What there is to know of a column at a glance. Plain JSON; what a kind does not have is null. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Empty cells, and cells that hold something that is not of the kind. */
  readonly missing: number;
  readonly unreadable: number;
  /** Null: more than `DISTINCT_LIMIT`. */
  readonly distinct: number | null;
  /** Of numbers and times (ISO 8601; a date alone where the column has dates only). */
  readonly min: number | string | null;
  readonly max: number | string | null;
  /** The most frequent values, at most 8, most frequent first, of equally frequent ones the first seen first. */
  readonly top: readonly { readonly value: string; readonly rows: number }[] | null;
  /** Rows in each of 20 equal parts of [`min`, `max`]. */
  readonly histogram: readonly number[] | null;
  /** Of times: local days between the first and the last without a row. */
  readonly emptyDays: { readonly count: number; readonly first: string | null } | null;
  /** The personal data that its texts look like. */
  readonly private: Identifier | null;
}

/** Numbers and times are not counted apart beyond this. */
export const DISTINCT_LIMIT = 10_000;

const TOP = 8;
/** Characters of a value. */
const LONGEST = 200;
const BINS = 20;
const DAY = 86_400_000;

/** @param wall  the wall time of an instant, for dates and days; as in UTC when absent */
export function profile(
  { columns }: Dataset,
  wall: (instant: number) => number = (instant) => instant,
): ColumnProfile[] {
  return columns.map((column) => {
    const { name, kind, missing, unreadable } = column;
    return { name, kind, missing, unreadable, ...contents(column, wall) };
  });
}

type Contents = Omit<ColumnProfile, 'name' | 'kind' | 'missing' | 'unreadable'>;

const NOTHING: Contents = {
  distinct: 0,
  min: null,
  max: null,
  top: null,
  histogram: null,
  emptyDays: null,
  private: null,
};

function contents(column: Column, wall: (instant: number) => number): Contents {
  switch (column.kind) {
    case 'text': {
      const counts = new Float64Array(column.values.length);
      for (let row = 0; row < column.codes.length; ++row) {
        const code = column.codes[row]!;
        if (code >= 0) ++counts[code]!;
      }
      return {
        ...NOTHING,
        distinct: column.values.length,
        top: topOf(column.values, counts),
        private: identifierIn(column.values),
      };
    }
    case 'flag': {
      const counts = new Float64Array(2);
      for (let row = 0; row < column.values.length; ++row) {
        if (column.values[row]! >= 0) ++counts[column.values[row]!]!;
      }
      const top = topOf(['false', 'true'], counts);
      return { ...NOTHING, distinct: top.length, top };
    }
    case 'number':
      return numberContents(column.values);
    case 'time': {
      const numbers = numberContents(column.values);
      if (numbers.min === null) return numbers;
      const iso = (ms: number | string | null) => {
        if (!column.dateOnly) return new Date(Number(ms)).toISOString();
        return new Date(wall(Number(ms))).toISOString().slice(0, 10);
      };
      const emptyDays = emptyDaysOf(column.values, wall);
      return { ...numbers, min: iso(numbers.min), max: iso(numbers.max), top: null, emptyDays };
    }
  }
}

function topOf(values: readonly string[], counts: Float64Array): { value: string; rows: number }[] {
  const top: number[] = [];
  for (let code = 0; code < counts.length; ++code) {
    if (counts[code] === 0) continue;
    if (top.length === TOP && counts[code]! <= counts[top[TOP - 1]!]!) continue;
    let at = top.length;
    while (at > 0 && counts[top[at - 1]!]! < counts[code]!) --at;
    top.splice(at, 0, code);
    if (top.length > TOP) top.pop();
  }
  const shown = (value: string): string =>
    value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return top.map((code) => ({ value: shown(values[code]!), rows: counts[code]! }));
}

function numberContents(values: Float64Array): Contents {
  let min = Infinity;
  let max = -Infinity;
  const counts = new Map<number, number>();
  for (let row = 0; row < values.length; ++row) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    if (counts.size <= DISTINCT_LIMIT) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (min > max) return NOTHING;
  const few = counts.size <= BINS;
  return {
    ...NOTHING,
    distinct: counts.size <= DISTINCT_LIMIT ? counts.size : null,
    min,
    max,
    top: few ? topOf([...counts.keys()].map(String), Float64Array.from(counts.values())) : null,
    histogram: histogramOf(values, min, max),
  };
}

function histogramOf(values: Float64Array, min: number, max: number): number[] {
  const bins = new Array<number>(BINS).fill(0);
  const scale = max > min ? BINS / (max - min) : 0;
  for (let row = 0; row < values.length; ++row) {
    const value = values[row]!;
    if (!Number.isNaN(value)) ++bins[Math.min(BINS - 1, Math.floor((value - min) * scale))]!;
  }
  return bins;
}

function emptyDaysOf(
  values: Float64Array,
  wall: (instant: number) => number,
): ColumnProfile['emptyDays'] {
  const days = new Set<number>();
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < values.length; ++row) {
    if (Number.isNaN(values[row])) continue;
    const day = Math.floor(wall(values[row]!) / DAY);
    days.add(day);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const count = last - first + 1 - days.size;
  let gap = first;
  while (count > 0 && days.has(gap)) ++gap;
  return { count, first: count > 0 ? new Date(gap * DAY).toISOString().slice(0, 10) : null };
}
