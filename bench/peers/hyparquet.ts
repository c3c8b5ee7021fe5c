import { parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { textAnswer } from '../programs/answer';
import { offer } from '../programs/host';
import { coldAndWarm } from '../programs/job';
import { coded } from './coded';

/** Arrays of values, and codes of the users. */
await offer(async (job, open) => {
  const file = await (await open(job.file)).arrayBuffer();
  const { cold, warm, last } = await coldAndWarm(job.repeats, async () => {
    const columns: Record<string, unknown[]> = {};
    await parquetRead({
      file,
      compressors,
      onChunk({ columnName, columnData, rowStart }) {
        const column = (columns[columnName] ??= []);
        for (let i = 0; i < columnData.length; ++i) column[rowStart + i] = columnData[i];
      },
    });
    const users = columns['user_id'] as string[];
    return { ...columns, users: coded(users.length, (row) => users[row]) } as unknown as Record<
      string,
      unknown[]
    >;
  });
  const answer = textAnswer(last['ts']!.length, (name, row) => last[name]![row]);
  return { ms: { cold, warm }, answer };
});
