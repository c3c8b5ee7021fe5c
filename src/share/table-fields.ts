import type { Table } from '../analyses/analysis';

/**
 * The names under which a table's rows hold their values, those of its columns first: what a file of
 * the table holds, in full digits, with the ends of intervals and the path of each row.
 */
export function tableFields({ columns, rows }: Table): readonly string[] {
  const ofRows = rows.flatMap((row) => Object.keys(row));
  return [...new Set([...columns.map(({ key }) => key), ...ofRows])];
}
