import type { Table } from '../analyses/analysis';
import type { Language } from '../locale/language';
import { cellText, formatOf, unitOf } from './cell-text';

/** A table as it is read: text in every cell, without the drawn intervals, whose numbers stand beside them. */
export interface ShownTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** By column: stands to the left, as text does. */
  readonly isText: readonly boolean[];
}

/** A table of a result in the reader's words; small texts under a number stand behind it in parentheses. */
export function shownTable({ columns, rows }: Table, language: Language, zone: string): ShownTable {
  const shown = columns.filter(({ interval }) => !interval);
  const text = (row: Table['rows'][number]): readonly string[] =>
    shown.map((column) => {
      const at = { unit: unitOf(row), zone };
      const value = cellText(row[column.key], formatOf(column, row), language.numbers, at);
      const caption = column.caption === undefined ? null : row[column.caption];
      return caption ? `${value} (${String(caption)})` : value;
    });
  return {
    header: shown.map(({ title }) => title),
    rows: rows.map(text),
    isText: shown.map(({ format }) => format === 'text'),
  };
}
