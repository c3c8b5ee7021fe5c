import { epochUnit, isNamedLikeATime } from './epoch';
import type { ColumnValues } from './dataset';

/** A value that code put into a table. */
type Made = unknown;

/**
 * Values that code made, as a column: numbers, flags, times (of `Date`s, or numbers under a name in
 * `times`, or under a name like `last_at` where all of them are epoch times) or text. Null, undefined
 * and NaN are missing; of different kinds all become text, objects and lists as JSON.
 */
export function madeColumn(
  name: string,
  values: readonly Made[],
  times: ReadonlySet<string>,
): ColumnValues {
  const kinds = new Set<string>();
  for (const value of values) if (!isMissing(value)) kinds.add(kindOf(value));
  const [kind = 'number'] = kinds.size === 1 ? kinds : ['text'];
  switch (kinds.size === 0 ? 'text' : kind) {
    case 'number':
      return numbersOrTimes(name, Float64Array.from(values, numberOf), times);
    case 'time':
      return { kind: 'time', values: Float64Array.from(values, numberOf), dateOnly: false };
    case 'flag':
      return { kind: 'flag', values: Int8Array.from(values, flagOf) };
    default:
      return texts(values);
  }
}

function numbersOrTimes(
  name: string,
  values: Float64Array,
  times: ReadonlySet<string>,
): ColumnValues {
  const areTimes = times.has(name) || (isNamedLikeATime(name) && epochUnit(values) === 1);
  return areTimes ? { kind: 'time', values, dateOnly: false } : { kind: 'number', values };
}

function isMissing(value: Made): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function kindOf(value: Made): string {
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'boolean') return 'flag';
  return value instanceof Date ? 'time' : 'text';
}

function numberOf(value: Made): number {
  const number = isMissing(value) ? NaN : Number(value);
  return Number.isFinite(number) ? number : NaN;
}

function flagOf(value: Made): number {
  return isMissing(value) ? -1 : value ? 1 : 0;
}

function texts(values: readonly Made[]): ColumnValues {
  const known = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (isMissing(value)) return -1;
    const text = textOf(value);
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { kind: 'text', values: [...known.keys()], codes };
}

function textOf(value: Made): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value) ?? '';
  return String(value);
}
