import * as duckdb from '@duckdb/duckdb-wasm';
import { offer } from '../programs/host';
import { duckDbWork } from './duckdb';

const DIST = '/bench/peers/node_modules/@duckdb/duckdb-wasm/dist/';

await offer(async (job, open) => {
  const worker = new Worker(`${DIST}duckdb-browser-eh.worker.js`);
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(`${DIST}duckdb-eh.wasm`);
  const connection = await database.connect();
  // Looking for extensions without a network never ends.
  await connection.query('set autoload_known_extensions = false');
  await connection.query('set autoinstall_known_extensions = false');
  const bytes = new Uint8Array(await (await open(job.file)).arrayBuffer());
  await database.registerFileBuffer(job.file, bytes);
  const query = async (sql: string): Promise<unknown[][]> => {
    const table = await connection.query(sql);
    return table.toArray().map((row) => Object.values(row.toJSON() as object) as unknown[]);
  };
  return duckDbWork(query, job.file, job);
});
