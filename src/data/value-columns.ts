import { type Fields, flatFields, isRecord, leaf } from './flat-fields';
import type { RawColumn } from './raw-table';
import { type Value, ValueColumn } from './value-column';

/** Columns of values that carry their own type, in the order in which their names first appear. */
export class ValueColumns {
  readonly #columns = new Map<string, ValueColumn>();
  readonly #fields: Fields = [];

  put(row: number, name: string, value: Value): void {
    let column = this.#columns.get(name);
    if (!column) this.#columns.set(name, (column = new ValueColumn()));
    column.put(row, value);
  }

  /** Puts any value: of a record its fields, as columns `name.field`. */
  putAny(row: number, name: string, value: unknown): void {
    if (!isRecord(value)) return this.put(row, name, leaf(value));
    this.#fields.length = 0;
    flatFields(value, `${name}.`, this.#fields);
    for (const [name, value] of this.#fields) this.put(row, name, value);
  }

  columns(rows: number): RawColumn[] {
    return Array.from(this.#columns, ([name, column]) => ({ name, ...column.values(rows) }));
  }
}
