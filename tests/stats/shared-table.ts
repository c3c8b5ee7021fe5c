import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * The columns of a gzipped CSV file in ../shared/data as text, or null, with a printed reason, where
 * that folder is absent. Quoted cells may hold commas.
 */
export function sharedTable(path: string): Record<string, string[]> | null {
  const file = `../shared/data/${path}`;
  if (!existsSync(file)) {
    console.warn(`Skipped: ${file} is not there, so its rows were not compared.`);
    return null;
  }
  const [head, ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/);
  const cells = rows.map((row) => row.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)!);
  return Object.fromEntries(head!.split(',').map((name, i) => [name, cells.map((row) => row[i]!)]));
}

/** The numbers of `column` in the rows where `group` equals `value`; NaN for empty cells. */
export function numbersWhere(
  table: Record<string, string[]>,
  column: string,
  group: string,
  value: string,
): Float64Array {
  return Float64Array.from(
    table[column]!.filter((_, row) => table[group]![row] === value),
    (cell) => (cell === '' ? NaN : Number(cell)),
  );
}
