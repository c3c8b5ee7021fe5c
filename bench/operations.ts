import type { Scenario } from './candidate';
import { type Shape, eventFile } from './events';
import { built } from './programs/build';
import { runInChromium, runInNode } from './programs/run';

const PROGRAM = 'bench/programs/operations.ts';
const SHAPE: Shape = { arms: ['control', 'treatment'], isWide: true, isLong: true };
const LIMIT = 180_000;
/** An odd number: the last run has the setting that the first had. */
const REPEATS = 7;

const scripts = { node: '', chromium: '' };
let file = '';

/** Every kind about what users do: a setting is changed, and the cell answers. */
export const operations: Scenario = {
  name: 'operations',
  title: 'User operations: a changed setting of each kind on 1,000,000 events',
  limit: LIMIT + 30_000,
  rounds: 2,
  async prepare() {
    const { path } = await eventFile(1_000_000, 50_000, SHAPE);
    file = path.replace('.cache/', '');
    scripts.node = await built(PROGRAM, 'node');
    scripts.chromium = await built(PROGRAM, 'chromium');
  },
  candidates: [
    {
      name: 'Liftbook, worker in Chromium',
      measure: () => runInChromium(scripts.chromium, jobOf(), LIMIT),
    },
    { name: 'Liftbook, Node', measure: () => runInNode(scripts.node, jobOf(), LIMIT) },
  ],
};

function jobOf() {
  return { task: 'operations', file, repeats: REPEATS, threads: 1 } as const;
}
