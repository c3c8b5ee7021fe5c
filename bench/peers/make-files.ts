import { DuckDBInstance } from '@duckdb/node-api';

/** Writes a CSV of events as Parquet: make-files.ts CSV PARQUET snappy|zstd */
const [csv, parquet, compression] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(
  `copy (select * from read_csv('${csv}', types = {ts: 'TIMESTAMP'}))
   to '${parquet}' (format parquet, compression ${compression}, row_group_size 122880)`,
);
process.exit();
