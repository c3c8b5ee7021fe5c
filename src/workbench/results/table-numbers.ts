import type { Table } from '../../analyses/analysis';
import type { Language } from '../../locale/language';
import { cellText, formatOf, unitOf } from '../../share/cell-text';
import { numberPath } from './number-at';

/** A number of a table that says where in the result it stands. */
export interface TableNumber {
  readonly path: string;
  /** What it is, and the number as the table shows it. */
  readonly title: string;
}

/** The numbers of `tables` that can be asked about, each place in the result once. */
export function tableNumbers(
  tables: readonly Table[],
  { numbers }: Language,
  zone: string,
): readonly TableNumber[] {
  const found = new Map<string, TableNumber>();
  for (const { columns, rows } of tables) {
    for (const row of rows) {
      const subject = String(row[columns[0]!.key] ?? '');
      for (const column of columns) {
        const path = numberPath(column, row);
        const value = row[column.key];
        if (path === null || found.has(path) || value === null || value === undefined) continue;
        const text = cellText(value, formatOf(column, row), numbers, {
          unit: unitOf(row),
          zone,
        });
        found.set(path, { path, title: `${subject} · ${column.title}: ${text}` });
      }
    }
  }
  return [...found.values()];
}
