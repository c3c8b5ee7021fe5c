import { type Table, tableFromIPC } from 'apache-arrow';
import init, { readParquet } from 'parquet-wasm/esm';
import { textAnswer } from '../programs/answer';
import { offer } from '../programs/host';
import { coldAndWarm } from '../programs/job';
import { coded } from './coded';

/** Arrow columns, and codes of the users. */
await offer(async (job, open) => {
  await init({ module_or_path: '/bench/peers/node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm' });
  const bytes = new Uint8Array(await (await open(job.file)).arrayBuffer());
  const { cold, warm, last } = await coldAndWarm(job.repeats, () => {
    const table: Table = tableFromIPC(readParquet(bytes).intoIPCStream());
    const users = table.getChild('user_id')!;
    return { table, users: coded(users.length, (row) => users.get(row) as string) };
  });
  const columns = new Map(
    last.table.schema.names.map((name) => [name, last.table.getChild(name)!]),
  );
  const answer = textAnswer(last.table.numRows, (name, row) => columns.get(name)!.get(row));
  return { ms: { cold, warm }, answer };
});
