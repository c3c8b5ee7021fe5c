import { type ColumnTable, desc } from 'arquero';
import type { Format } from '../analyses/analysis';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { tableOf } from '../data/arquero-table';
import type { Column, Dataset } from '../data/dataset';
import type { RowsPage, RowsRequest } from './engine';

const FORMATS: Readonly<Record<Column['kind'], Format>> = {
  text: 'text',
  number: 'number',
  time: 'date',
  flag: 'text',
};

const MOST_ROWS = 200;

/** Pages of rows for a table on screen; the order last asked for is kept, so that scrolling does not sort again. */
export class RowPages {
  #sorted: { readonly dataset: Dataset; readonly by: string; readonly table: ColumnTable } | null =
    null;

  /** @throws {Problem} `not-in-data` when there is no column to sort by */
  page(dataset: Dataset, { from, to, sort }: RowsRequest): RowsPage {
    const table = sort ? this.#ordered(dataset, sort) : tableOf(dataset);
    const start = Math.max(0, Math.min(from, dataset.rows));
    const end = Math.max(start, Math.min(to, start + MOST_ROWS, dataset.rows));
    const order = sort ? table.indices() : null;
    const rows = Array.from({ length: end - start }, (_, offset) => {
      const row = order ? order[start + offset]! : start + offset;
      return dataset.columns.map(({ name }) => cell(table.data()[name]!.at(row)));
    });
    const columns = dataset.columns.map(({ name, kind }) => ({ name, format: FORMATS[kind] }));
    return { from: start, total: dataset.rows, columns, rows };
  }

  #ordered(
    dataset: Dataset,
    { column, descending }: NonNullable<RowsRequest['sort']>,
  ): ColumnTable {
    const known = dataset.columns.map(({ name }) => name);
    if (!known.includes(column)) {
      const args = { what: 'column', name: column, known, near: nearest(column, known) };
      throw new Problem('not-in-data', args);
    }
    const by = JSON.stringify([column, descending]);
    if (this.#sorted?.dataset === dataset && this.#sorted.by === by) return this.#sorted.table;
    const table = tableOf(dataset).orderby(descending ? desc(column) : column);
    this.#sorted = { dataset, by, table };
    return table;
  }
}

function cell(value: unknown): string | number | boolean | null {
  return value as string | number | boolean | null;
}
