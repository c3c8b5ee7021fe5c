import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { ColumnValues, TextColumn } from '../data/dataset';
import { exampleOf } from '../data/example-of';
import { LARGEST } from '../stats/comparable';
import { asText } from './as-text';
import type { Columns } from './event-index';

/**
 * A column by its name.
 *
 * @param path  of the parameter that names it, for the problem
 * @throws {Problem} `not-in-data`
 */
export function columnOf(columns: Columns, name: string, path: string): ColumnValues {
  const found = columns.get(name);
  if (found) return found;
  const near = nearest(name, columns.names);
  throw new Problem('not-in-data', { what: 'column', name, known: columns.names, near }, { path });
}

/** A column of any kind as text. @throws {Problem} `not-in-data` */
export function textColumn(columns: Columns, name: string, path: string): TextColumn {
  return asText(columnOf(columns, name, path));
}

/** The numbers of a column. @throws {Problem} `not-in-data`, `wrong-type` */
export function numberColumn(columns: Columns, name: string, path: string): Float64Array {
  const found = columnOf(columns, name, path);
  if (found.kind === 'number') return found.values;
  const args = { name, expected: 'number', found: found.kind, example: exampleOf(found) };
  throw new Problem('wrong-type', args, { path });
}

/**
 * The numbers of a column that are added up: far beyond any amount their squares are no numbers.
 *
 * @throws {Problem} `not-in-data`, `wrong-type`, `values-too-large`
 */
export function amountColumn(columns: Columns, name: string, path: string): Float64Array {
  const values = numberColumn(columns, name, path);
  if (summable.has(values)) return values;
  for (let i = 0; i < values.length; ++i) {
    if (Math.abs(values[i]!) > LARGEST) throw new Problem('values-too-large', {}, { path });
  }
  summable.add(values);
  return values;
}

/** Columns that were looked at: every run asks again. */
const summable = new WeakSet<Float64Array>();
