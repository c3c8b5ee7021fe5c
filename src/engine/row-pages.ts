import { desc } from 'arquero';
import type { Format } from '../analyses/analysis';
import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import { timeZone } from '../base/time-zone';
import { tableOf } from '../data/arquero-table';
import { type Column, type Dataset, column } from '../data/dataset';
import { type Where, rowMask } from '../data/where';
import type { RowsPage, RowsRequest } from './engine';

const FORMATS: Readonly<Record<Column['kind'], Format>> = {
  text: 'text',
  number: 'number',
  time: 'date',
  flag: 'text',
};

const MOST_ROWS = 200;
const LONGEST = 1_000;

/** Pages of rows for a table on screen; the order last asked for is kept, so that scrolling does not sort again. */
export class RowPages {
  #last: { readonly dataset: Dataset; readonly by: string; readonly rows: Uint32Array } | null =
    null;

  /**
   * @throws {Problem} `not-in-data` when there is no column to sort by, and what `rowMask` finds
   *   wrong with the conditions, at `where`
   */
  page(dataset: Dataset, request: RowsRequest): RowsPage {
    const order = request.sort || request.where ? this.#rows(dataset, request) : null;
    const total = order?.length ?? dataset.rows;
    const start = Math.max(0, Math.min(request.from, total));
    const end = Math.max(start, Math.min(request.to, start + MOST_ROWS, total));
    const cells = tableOf(dataset).data();
    const rows = Array.from({ length: end - start }, (_, offset) => {
      const row = order ? order[start + offset]! : start + offset;
      return dataset.columns.map(({ name }) => cell(cells[name]!.at(row)));
    });
    const columns = dataset.columns.map(({ name, kind }) => ({ name, format: FORMATS[kind] }));
    return { from: start, total, columns, rows };
  }

  /** The rows that pass, in their order. */
  #rows(dataset: Dataset, { sort, where, timezone = 'UTC' }: RowsRequest): Uint32Array {
    const by = JSON.stringify([sort, where, timezone]);
    if (this.#last?.dataset === dataset && this.#last.by === by) return this.#last.rows;
    const passing = where ? maskOf(dataset, where as Where, timezone) : null;
    const ordered = sort ? orderedRows(dataset, sort) : allRows(dataset.rows);
    const rows = passing ? ordered.filter((row) => passing[row] === 1) : ordered;
    this.#last = { dataset, by, rows };
    return rows;
  }
}

function maskOf(dataset: Dataset, where: Where, timezone: string): Uint8Array {
  const names = dataset.columns.map(({ name }) => name);
  const columns = { names, get: (name: string) => column(dataset, name) };
  const setting = { path: 'where', instant: timeZone(timezone).instant };
  return rowMask(columns, where, 0, dataset.rows, setting);
}

function allRows(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

/** @throws {Problem} `not-in-data` */
function orderedRows(
  dataset: Dataset,
  { column, descending }: NonNullable<RowsRequest['sort']>,
): Uint32Array {
  const known = dataset.columns.map(({ name }) => name);
  if (!known.includes(column)) {
    const args = { what: 'column', name: column, known, near: nearest(column, known) };
    throw new Problem('not-in-data', args);
  }
  const table = tableOf(dataset).orderby(descending ? desc(column) : column);
  return Uint32Array.from(table.indices());
}

/** A text that no screen can hold is cut, and says so. */
function cell(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' && value.length > LONGEST) return `${value.slice(0, LONGEST)}…`;
  return value as string | number | boolean | null;
}
