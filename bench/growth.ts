import type { Candidate, Scenario } from './candidate';
import { eventFile } from './events';
import { built } from './programs/build';
import { runInNode } from './programs/run';

const SIZES = [1, 3, 10] as const;
const PROGRAM = 'bench/programs/liftbook.ts';
const LIMIT = 240_000;

let script = '';

/** How time and memory grow with the rows: twenty events a user at every size. */
export const growth: Scenario = {
  name: 'growth',
  title: 'Growth from 1,000,000 to 10,000,000 events (Node)',
  limit: 2 * LIMIT,
  isCompared: true,
  rounds: 1,
  async prepare() {
    script = await built(PROGRAM, 'node');
    for (const millions of SIZES) await fileOf(millions);
  },
  candidates: SIZES.map((millions): Candidate => ({
    name: `${millions},000,000 events`,
    async measure() {
      const file = (await fileOf(millions)).replace('.cache/', '');
      const load = await runInNode(script, { task: 'csv', file, repeats: 2, threads: 1 }, LIMIT);
      const four = await runInNode(script, { task: 'four', file, repeats: 3, threads: 1 }, LIMIT);
      const { index, four: sum } = four.ms;
      if (!load.answer.startsWith(`${millions}000000 rows,`)) throw new Error(load.answer);
      return {
        ms: { load: load.ms['warm']!, index: index!, 'the four together': sum! },
        answer: 'as many rows as the file has',
        extra: load.extra,
      };
    },
  })),
};

async function fileOf(millions: number): Promise<string> {
  return (await eventFile(millions * 1_000_000, millions * 50_000)).path;
}
