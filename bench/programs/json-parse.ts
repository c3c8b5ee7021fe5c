import { textAnswer } from './answer';
import { offer } from './host';
import { coldAndWarm } from './job';

/** Nothing but `JSON.parse` of each line: what is parsed is not kept. */
await offer(async (job, open) => {
  const bytes = new Uint8Array(await (await open(job.file)).arrayBuffer());
  const { cold, warm } = await coldAndWarm(job.repeats, () => {
    let objects = 0;
    eachRecord(bytes, (record) => {
      if (record !== null) ++objects;
    });
    return objects;
  });
  const rows: Record<string, unknown>[] = [];
  eachRecord(bytes, (record) => rows.push(record as Record<string, unknown>));
  return { ms: { cold, warm }, answer: textAnswer(rows.length, (name, row) => rows[row]![name]) };
});

/** Text in pieces of whole lines: the whole may be longer than a string can be. */
function eachRecord(bytes: Uint8Array, visit: (record: unknown) => void): void {
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length;) {
    const near = Math.min(from + 2 ** 24, bytes.length);
    const to = near === bytes.length ? near : bytes.lastIndexOf(0x0a, near) + 1;
    const text = decoder.decode(bytes.subarray(from, to));
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      if (end > start) visit(JSON.parse(text.slice(start, end)));
      start = end + 1;
    }
    from = to;
  }
}
