import { csvParse } from 'd3-dsv';
import { textAnswer } from '../programs/answer';
import { offer } from '../programs/host';
import { coldAndWarm } from '../programs/job';

/** Objects of strings. */
await offer(async (job, open) => {
  const bytes = await (await open(job.file)).arrayBuffer();
  const { cold, warm, last } = await coldAndWarm(job.repeats, () =>
    csvParse(new TextDecoder().decode(bytes)),
  );
  return { ms: { cold, warm }, answer: textAnswer(last.length, (name, row) => last[row]![name]) };
});
