import type { Json } from '../base/json';
import { timeZone } from '../base/time-zone';
import type { Column } from '../data/dataset';

/** A column as what tells rows apart. */
export interface Division {
  readonly field: string;
  /** By row, a number for each value. */
  readonly codes: Int32Array;
  readonly values: readonly Json[];
}

/** Rows that are alike in some columns. */
export interface RowGroups {
  /** The group of each row, numbered in the order in which groups appear. */
  readonly groupOfRow: Int32Array;
  /** The first row of each group. */
  readonly firstRows: readonly number[];
}

/** How much of a wall time, as text, each unit keeps. */
export const TIME_UNITS: Readonly<Record<string, readonly [kept: number, rest: string]>> = {
  year: [4, '-01-01T00:00:00'],
  yearmonth: [7, '-01T00:00:00'],
  yearmonthdate: [10, 'T00:00:00'],
  yearmonthdatehours: [13, ':00:00'],
};

/** The rows that are alike in all of `divisions`; one group of all rows without any. */
export function rowGroups(divisions: readonly Division[], rows: number): RowGroups {
  const known = new Map<string | number, number>();
  const groupOfRow = new Int32Array(rows);
  const firstRows: number[] = [];
  const sizes = divisions.map(({ values }) => values.length + 1);
  const fits = sizes.reduce((product, size) => product * size, 1) < Number.MAX_SAFE_INTEGER;
  for (let row = 0; row < rows; ++row) {
    const key = fits
      ? divisions.reduce((code, { codes }, at) => code * sizes[at]! + codes[row]!, 0)
      : divisions.map(({ codes }) => codes[row]).join(' ');
    let group = known.get(key);
    if (group === undefined) {
      known.set(key, (group = firstRows.length));
      firstRows.push(row);
    }
    groupOfRow[row] = group;
  }
  return { groupOfRow, firstRows };
}

/**
 * A column as it divides rows; missing is a value too. Times are wall times of `timezone`, no finer
 * than `unit`.
 */
export function divisionBy(column: Column, unit: string | null, timezone: string): Division {
  const field = column.name;
  if (column.kind === 'text') {
    // Missing is the last value.
    const { values, codes } = column;
    const shifted = codes.map((code) => (code < 0 ? values.length : code));
    return { field, codes: shifted, values: [...values, null] };
  }
  const read = column.kind === 'time' ? wallTime(unit, timezone) : (value: number): Json => value;
  const isFlag = column.kind === 'flag';
  const known = new Map<Json, number>();
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; ++row) {
    const cell = column.values[row]!;
    const isMissing = Number.isNaN(cell) || (isFlag && cell < 0);
    const value = isMissing ? null : isFlag ? cell === 1 : read(cell);
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    codes[row] = code;
  }
  return { field, codes, values: [...known.keys()] };
}

/** An instant as the clock of the zone shows it, no finer than `unit`. */
function wallTime(unit: string | null, timezone: string): (ms: number) => Json {
  const zone = timeZone(timezone);
  const [kept, rest] = TIME_UNITS[unit ?? ''] ?? [23, ''];
  return (ms) => new Date(ms + zone.offset(ms)).toISOString().slice(0, kept) + rest;
}
