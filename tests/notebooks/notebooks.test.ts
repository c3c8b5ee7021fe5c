import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFinder } from '../../src/cli/find-data';
import type { AnalysisOutput } from '../../src/engine/engine';
import { nodeEngine } from '../../src/engine/node-engine';
import { parseNotebook } from '../../src/notebook/parse';
import { formatNotebook } from '../../src/notebook/write';
import type { CellState } from '../../src/session/cell-state';
import { Session } from '../../src/session/session';
import { sharedState } from '../../src/session/shared-notebook';
import { emptiedGroups } from './emptied-groups';

/** From the usual rule to one that leaves next to nothing. */
const LEAST = [10, 30, 100, 300, 1_000, 3_000, 10_000, 100_000];

const engine = nodeEngine();
const files = readdirSync('notebooks').filter((name) => name.endsWith('.lift.md'));
const sessions: Session[] = [];

afterAll(() => Promise.all(sessions.map((session) => session.close())));

describe.each(files)('notebooks/%s', (name) => {
  const path = join('notebooks', name);
  const text = readFileSync(path, 'utf8');

  it('is canonical', () => {
    expect(formatNotebook(parseNotebook(text, name))).toBe(text);
  });

  it('runs to the end without a problem and is saved as it was, byte for byte', async () => {
    const session = new Session(text, name, {
      engine,
      locate: dataFinder(path, new Map()),
      now: () => 0,
      locale: 'en',
      trusted: true,
    });
    sessions.push(session);
    await session.run();
    expect(session.problems).toEqual([]);
    for (const { id, type } of session.notebook.cells) {
      if (type === 'source' || type === 'analysis') expect(session.state(id).state).toBe('done');
    }
    expect(session.text).toBe(text);
    expect(session.dirty).toBe(false);
  });

  it('can be shared, however many users a group needs to be shown and whichever groups have none', async () => {
    const session = sessions.at(-1)!;
    for (const { id } of session.notebook.cells) {
      const state = session.state(id);
      if (state.state !== 'done' || state.output.type !== 'analysis') continue;
      const { output } = state;
      for (const least of LEAST) await shared(session, id, output, least);
      for (const result of emptiedGroups(output.result)) {
        await shared(session, id, { ...output, result }, 2);
      }
    }
  });
});

/** What may leave of an analysis, as it is shown where a group needs so many users. */
async function shared(session: Session, id: string, output: AnalysisOutput, least: number) {
  const header = { ...session.notebook.header, smallestGroup: least };
  const notebook = { ...session.notebook, header };
  const { state, withheld } = await sharedState(
    { notebook, graph: session.graph, state: () => ({ state: 'done', output, ms: 0, at: 0 }) },
    id,
    engine,
    'en',
  );
  if (withheld === 0) return;
  expect(state.state === 'problem' ? state.problem.code : findingsOf(state)).toContain(
    'groups-withheld',
  );
}

function findingsOf(state: CellState): readonly string[] {
  const output = 'output' in state ? state.output : null;
  return output?.type === 'analysis' ? output.findings.map(({ code }) => code) : [];
}
