import type { DecodedArray } from 'hyparquet';
import type { Dictionary } from './dictionary';
import { numbersInto } from './integers';
import type { RawColumn } from './raw-table';
import { DATE, LOCAL, ZONED } from './time-bytes';
import { ValueColumns } from './value-columns';

/** What a column of the file is read as. */
export type Reading = 'flag' | 'number' | 'date' | 'local-time' | 'time' | 'text' | 'value';

/** Takes decoded values of rows from `row` on; false when they are not of its kind after all. */
export interface Sink {
  add(row: number, values: DecodedArray): boolean;
  columns(): RawColumn[];
}

/** @param dictionary  what gave the texts their numbers while they were decoded */
export function sinkOf(
  reading: Reading,
  name: string,
  rows: number,
  dictionary: Dictionary,
  instant: (wall: number) => number,
): Sink {
  switch (reading) {
    case 'flag':
      return flagSink(name, rows);
    case 'text':
      return textSink(name, rows, dictionary);
    case 'value':
      return valueSink(name, rows);
    default:
      return numberSink(name, rows, reading, instant);
  }
}

function flagSink(name: string, rows: number): Sink {
  const values = new Int8Array(rows).fill(-1);
  return {
    add(row, found) {
      if (found instanceof Int8Array) {
        values.set(found, row);
        return true;
      }
      const flags = found as readonly (boolean | null)[];
      for (const [i, flag] of flags.entries()) values[row + i] = flag === null ? -1 : Number(flag);
      return true;
    },
    columns: () => [{ name, kind: 'flag', values }],
  };
}

/** Times are numbers until they are all there. */
function numberSink(
  name: string,
  rows: number,
  reading: 'number' | 'date' | 'local-time' | 'time',
  instant: (wall: number) => number,
): Sink {
  const values = new Float64Array(rows).fill(NaN);
  return {
    add: (row, numbers) => numbersInto(values, row, numbers),
    columns() {
      if (reading === 'number') return [{ name, kind: 'number', values }];
      const shapes = { date: DATE, 'local-time': LOCAL, time: ZONED }[reading];
      if (reading !== 'time') {
        for (let row = 0; row < rows; ++row) values[row] = instant(values[row]!);
      }
      return [{ name, kind: 'time', values, shapes }];
    },
  };
}

/** Takes the numbers that `dictionary` gave the texts while they were decoded. */
function textSink(name: string, rows: number, dictionary: Dictionary): Sink {
  const codes = new Int32Array(rows).fill(-1);
  return {
    add(row, found) {
      if (found instanceof Int32Array) {
        codes.set(found, row);
        return true;
      }
      const given = found as readonly (number | null)[];
      for (let i = 0; i < given.length; ++i) codes[row + i] = given[i] ?? -1;
      return true;
    },
    columns: () => [{ name, kind: 'text', origin: 'typed', values: dictionary.values(), codes }],
  };
}

function valueSink(name: string, rows: number): Sink {
  const columns = new ValueColumns();
  return {
    add(row, found) {
      for (let i = 0; i < found.length; ++i) columns.putAny(row + i, name, found[i]);
      return true;
    },
    columns: () => columns.columns(rows),
  };
}
