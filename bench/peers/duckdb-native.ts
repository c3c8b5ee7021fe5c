import { DuckDBInstance } from '@duckdb/node-api';
import { offer } from '../programs/host';
import { duckDbWork } from './duckdb';

await offer(async (job) => {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(job.threads) });
  const connection = await instance.connect();
  const query = async (sql: string): Promise<unknown[][]> =>
    (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][];
  return duckDbWork(query, `.cache/${job.file}`, job);
});
