import { inferSchema, initParser } from 'udsv';
import { textAnswer } from '../programs/answer';
import { offer } from '../programs/host';
import { coldAndWarm } from '../programs/job';

/** Columns of strings. */
await offer(async (job, open) => {
  const bytes = await (await open(job.file)).arrayBuffer();
  const names = ['user_id', 'ts', 'event', 'channel', 'variant', 'amount'];
  const { cold, warm, last } = await coldAndWarm(job.repeats, () => {
    const text = new TextDecoder().decode(bytes);
    return initParser(inferSchema(text)).stringCols(text) as string[][];
  });
  const answer = textAnswer(last[0]!.length, (name, row) => last[names.indexOf(name)]![row]);
  return { ms: { cold, warm }, answer };
});
