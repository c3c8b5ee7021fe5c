import type { ColumnValues, TextColumn, TimeColumn } from '../data/dataset';
import type { Columns } from './event-index';

export const NO_COLUMNS: Columns = { names: [], get: () => undefined };

/** Columns in another order, each put into it on first use: a column nobody asks for costs nothing. */
export function permuted(columns: Columns, order: Uint32Array): Columns {
  return kept(columns.names, (name) => {
    const column = columns.get(name);
    return column && picked(column, order);
  });
}

/** Columns that are made on first use and then kept. */
export function kept(
  names: readonly string[],
  made: (name: string) => ColumnValues | undefined,
): Columns {
  const columns = new Map<string, ColumnValues>();
  return {
    names,
    get(name) {
      let column = columns.get(name);
      if (column) return column;
      column = made(name);
      if (column) columns.set(name, column);
      return column;
    },
  };
}

/** The entries of a column at `rows`, in their order. */
export function picked(column: TextColumn, rows: Uint32Array): TextColumn;
export function picked(column: TimeColumn, rows: Uint32Array): TimeColumn;
export function picked(column: ColumnValues, rows: Uint32Array): ColumnValues;
export function picked(column: ColumnValues, rows: Uint32Array): ColumnValues {
  switch (column.kind) {
    case 'text':
      return { kind: 'text', values: column.values, codes: gather(column.codes, rows, Int32Array) };
    case 'flag':
      return { kind: 'flag', values: gather(column.values, rows, Int8Array) };
    case 'number':
      return { kind: 'number', values: gather(column.values, rows, Float64Array) };
    case 'time':
      return {
        kind: 'time',
        values: gather(column.values, rows, Float64Array),
        dateOnly: column.dateOnly,
      };
  }
}

function gather<T extends Float64Array | Int32Array | Int8Array>(
  values: T,
  rows: Uint32Array,
  make: new (length: number) => T,
): T {
  const out = new make(rows.length);
  for (let i = 0; i < rows.length; ++i) out[i] = values[rows[i]!]!;
  return out;
}
