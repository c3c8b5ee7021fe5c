import { areInstants } from '../base/instant';
import { epochUnit, isNamedLikeATime } from './epoch';
import type { ColumnValues } from './dataset';

/** A value that code put into a table. */
type Made = unknown;

/**
 * Values that code made, as a column: numbers, flags, times (of `Date`s, or numbers under the name of
 * a time column, or under a name like `last_at` where all of them are epoch times) or text. Null,
 * undefined and NaN are missing; of different kinds all become text, objects and lists as JSON.
 *
 * @param kinds  of the columns that the code read, by name: what a column without a value stays
 */
export function madeColumn(
  name: string,
  values: readonly Made[],
  kinds: ReadonlyMap<string, ColumnValues['kind']>,
): ColumnValues {
  const found = new Set<ColumnValues['kind']>();
  for (const value of values) if (!isMissing(value)) found.add(kindOf(value));
  const [only = kinds.get(name) ?? 'text'] = found;
  switch (found.size > 1 ? 'text' : only) {
    case 'number':
      return numbersOrTimes(name, Float64Array.from(values, numberOf), kinds.get(name) === 'time');
    case 'time':
      return { kind: 'time', values: Float64Array.from(values, numberOf), dateOnly: false };
    case 'flag':
      return { kind: 'flag', values: Int8Array.from(values, flagOf) };
    default:
      return texts(values);
  }
}

function numbersOrTimes(name: string, values: Float64Array, wereTimes: boolean): ColumnValues {
  const areTimes =
    (wereTimes && areInstants(values)) || (isNamedLikeATime(name) && epochUnit(values) === 1);
  return areTimes ? { kind: 'time', values, dateOnly: false } : { kind: 'number', values };
}

function isMissing(value: Made): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function kindOf(value: Made): ColumnValues['kind'] {
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
