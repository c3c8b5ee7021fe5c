import type { Table } from '../analyses/analysis';
import { csvOf } from './csv';
import { tableFields } from './table-fields';

/** A table of a result as CSV: all its fields under their names, numbers in full digits. */
export function tableCsv(table: Table): string {
  const fields = tableFields(table);
  return csvOf([fields, ...table.rows.map((row) => fields.map((field) => row[field] ?? null))]);
}
