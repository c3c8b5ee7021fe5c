import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { ColumnValues, TextColumn } from '../data/dataset';
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
  throw new Problem('wrong-type', { name, expected: 'number', found: found.kind }, { path });
}
