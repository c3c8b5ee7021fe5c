import type { Table, TableColumn } from '../analysis';

/** The columns that have something in some row. */
export function filledColumns(
  rows: Table['rows'],
  columns: readonly TableColumn[],
): readonly TableColumn[] {
  return columns.filter(({ key }) => rows.some((row) => row[key] !== null));
}
