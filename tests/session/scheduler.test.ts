import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/notebook/graph';
import { parseNotebook } from '../../src/notebook/parse';
import type { Computed } from '../../src/session/computed';
import { Scheduler } from '../../src/session/scheduler';

const CELLS = Array.from({ length: 20 }, (_, i) => `n${i}`);

/** Twenty cells of which none reads another; a run ends when the test says so. */
function twenty() {
  const text = CELLS.map(
    (id) => `\`\`\`json lift:input ${id}\n{ "kind": "number", "value": 1 }\n\`\`\``,
  ).join('\n\n');
  const notebook = parseNotebook(`${text}\n`, 'twenty.lift.md');
  const plan = { notebook, graph: graphOf(notebook, () => []), code: 'trusted' } as const;
  const running = new Map<string, () => Promise<void>>();
  const scheduler = new Scheduler(plan, {
    compute: ({ id }) =>
      new Promise<Computed>((resolve) => {
        running.set(id, async () => {
          running.delete(id);
          resolve({ output: { type: 'input', params: {} }, version: '1' });
          await Promise.resolve().then(() => Promise.resolve());
        });
      }),
    now: () => 0,
    changed: () => {},
  });
  scheduler.follow(plan);
  return { scheduler, running, plan };
}

describe('many cells that could all run', () => {
  it('run eight at once, in the order of the file, the next as soon as one has ended', async () => {
    const { scheduler, running } = twenty();
    expect([...running.keys()]).toEqual(CELLS.slice(0, 8));
    await running.get('n3')!();
    expect([...running.keys()]).toEqual([...CELLS.slice(0, 9)].filter((id) => id !== 'n3'));
    while (running.size > 0) await [...running.values()][0]!();
    expect(CELLS.every((id) => scheduler.isUpToDate(id))).toBe(true);
  });

  it('are busy while they wait for their turn', () => {
    expect(twenty().scheduler.isBusy(['n19'])).toBe(true);
  });

  it('stay where they are when all is stopped, those that had not begun too', async () => {
    const { scheduler, running } = twenty();
    scheduler.cancel();
    await Promise.resolve();
    expect(scheduler.isBusy(CELLS)).toBe(false);
    expect(CELLS.some((id) => scheduler.isUpToDate(id))).toBe(false);
    expect(running.size).toBe(8);
    scheduler.wantAll();
    expect(scheduler.isBusy(['n19'])).toBe(true);
  });

  it('are stopped one by one, and the others go on', async () => {
    const { scheduler, running } = twenty();
    scheduler.cancel('n12');
    while (running.size > 0) await [...running.values()][0]!();
    expect(CELLS.filter((id) => !scheduler.isUpToDate(id))).toEqual(['n12']);
  });

  it('are forgotten when they leave the document before their turn', async () => {
    const { scheduler, running, plan } = twenty();
    const notebook = { ...plan.notebook, cells: plan.notebook.cells.slice(0, 10) };
    scheduler.follow({ ...plan, notebook, graph: graphOf(notebook, () => []) });
    while (running.size > 0) await [...running.values()][0]!();
    expect(CELLS.filter((id) => scheduler.isUpToDate(id))).toEqual(CELLS.slice(0, 10));
  });
});
