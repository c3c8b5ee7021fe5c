import { ColumnTable } from 'arquero';
import type { Column, Dataset } from './dataset';

/** A column as Arquero wants it: a length, a way to a value, and all values in order. */
interface Accessor<T> {
  readonly length: number;
  at(row: number): T | null;
  [Symbol.iterator](): Iterator<T | null>;
}

/**
 * The dataset as an Arquero table over the same memory: nothing is copied, a value is made when it
 * is asked for. Missing values are null, whatever the kind; times are epoch milliseconds, as in the
 * dataset (`new Date(d.ts)`, or Arquero's `op.utcyear(d.ts)`), and not a Date per cell; flags are
 * booleans.
 */
export function tableOf({ columns }: Pick<Dataset, 'columns'>): ColumnTable {
  // Not `table()`, which assigns: a column called `__proto__` would replace the prototype.
  return new ColumnTable(
    Object.fromEntries(columns.map((column) => [column.name, accessor(column)])),
    columns.map(({ name }) => name),
  );
}

function accessor(column: Column): Accessor<string | number | boolean> | Float64Array {
  switch (column.kind) {
    case 'text': {
      const { values, codes } = column;
      return over(codes.length, (row) => values[codes[row]!] ?? null);
    }
    case 'flag': {
      const { values } = column;
      return over(values.length, (row) => (values[row]! < 0 ? null : values[row] === 1));
    }
    default: {
      const { values } = column;
      // Without a gap the array itself will do, which the verbs read fastest.
      if (column.missing + column.unreadable === 0) return values;
      return over(values.length, (row) => (Number.isNaN(values[row]) ? null : values[row]!));
    }
  }
}

function over<T>(length: number, at: (row: number) => T | null): Accessor<T> {
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let row = 0; row < length; ++row) yield at(row);
    },
  };
}
