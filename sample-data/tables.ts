import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';

type Cell = string | number | Date | null;

/** The columns of a table in file order, with the type each has in Parquet. */
export type Columns<Row> = { readonly [Name in keyof Row]: BasicType };

/** Comma-separated text with a header; missing cells are empty, times are ISO 8601 to the second in UTC. */
export function csv<Row extends object>(columns: Columns<Row>, rows: readonly Row[]): string {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const lines = rows.map((row) => names.map((name) => csvCell(row[name] as Cell)).join(','));
  return [names.join(','), ...lines, ''].join('\n');
}

/** The same table as one Parquet row group, compressed with Snappy. */
export function parquet<Row extends object>(
  columns: Columns<Row>,
  rows: readonly Row[],
): Uint8Array {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const buffer = parquetWriteBuffer({
    columnData: names.map((name) => ({
      name,
      type: columns[name],
      data: rows.map((row) => row[name]),
      nullable: rows.some((row) => row[name] === null),
    })),
    rowGroupSize: rows.length,
    createdBy: 'liftbook sample data',
  });
  return new Uint8Array(buffer);
}

/** No cell of the sample data holds a comma, a quote or a line break. */
function csvCell(cell: Cell): string {
  if (cell instanceof Date) return `${cell.toISOString().slice(0, 19)}Z`;
  return cell === null ? '' : String(cell);
}
