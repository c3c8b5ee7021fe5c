import { type Column, type ColumnValues, type Dataset, missingCells } from '../data/dataset';
import { asText } from './as-text';

/** A table of one row per user, and what it is called. */
export interface Units {
  /** Of its cell: a column whose name is taken gets it in front. */
  readonly name: string;
  readonly dataset: Dataset;
  /** Its column of users. */
  readonly user: string;
}

/**
 * The columns that `units` adds to rows whose users are in `user`: each row has what its user's row
 * says, and nothing where there is none. The first of several rows of one user counts. Users compare as
 * text.
 *
 * @param taken  names that the rows have already
 */
export function unitColumns(
  user: ColumnValues,
  units: Units,
  taken: ReadonlySet<string>,
): readonly Column[] {
  const { dataset, name } = units;
  const key = dataset.columns.find((column) => column.name === units.user)!;
  const rows = matchingRows(user, key);
  return dataset.columns
    .filter((column) => column !== key)
    .map((column) => {
      const values = picked(column, rows);
      return {
        ...values,
        name: joinedName(column.name, name, taken),
        missing: missingCells(values),
        unreadable: 0,
      };
    });
}

/** What a column of the table `units` is called among columns of the names `taken`. */
export function joinedName(column: string, units: string, taken: ReadonlySet<string>): string {
  return taken.has(column) ? `${units}.${column}` : column;
}

/** For each row of `column` the first row of `key` with the same value, −1 where there is none. */
function matchingRows(column: ColumnValues, key: ColumnValues): Int32Array {
  const keys = asText(key);
  const firstRow = new Map<string, number>();
  for (let row = 0; row < keys.codes.length; ++row) {
    const value = keys.values[keys.codes[row]!];
    if (value !== undefined && !firstRow.has(value)) firstRow.set(value, row);
  }
  const { values, codes } = asText(column);
  const rowOf = Int32Array.from(values, (value) => firstRow.get(value) ?? -1);
  return codes.map((code) => (code < 0 ? -1 : rowOf[code]!));
}

function picked(column: ColumnValues, rows: Int32Array): ColumnValues {
  switch (column.kind) {
    case 'text':
      return { ...column, codes: rows.map((row) => (row < 0 ? -1 : column.codes[row]!)) };
    case 'flag':
      return { ...column, values: Int8Array.from(rows, (row) => column.values[row] ?? -1) };
    default:
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) };
  }
}
