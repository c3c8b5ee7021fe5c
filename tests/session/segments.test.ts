import { describe, expect, it } from 'vitest';
import { type JsonObject, isObject } from '../../src/base/json';
import { setJson } from '../../src/notebook/edit';
import { type Notebook, cellOf } from '../../src/notebook/notebook';
import type { Session } from '../../src/session/session';
import { NOTEBOOK, sessionOf, states, watchedEngine } from './tools';

/** The notebook's experiment on those who spent at most 25, whom a segment behind it picks. */
const SEGMENTED = `${NOTEBOOK.replace('"source": "events",', '"source": "events",\n  "population": "modest",')}
\`\`\`json lift:segment modest
{ "source": "events", "where": { "amount": { "<=": 25 } } }
\`\`\`

There are {{ modest.users | int }} of {{ modest.of | int }}.
`;

function patch(id: string, change: JsonObject) {
  return (notebook: Notebook): Notebook => {
    const cell = cellOf(notebook, id)!;
    const params = 'json' in cell && isObject(cell.json?.value) ? cell.json.value : {};
    return setJson(notebook, id, { ...params, ...change });
  };
}

function users(session: Session, arm: string): unknown {
  const shown = session.value(`ab.arms.${arm}.users`);
  return 'value' in shown ? shown.value : shown.problem.code;
}

function watched() {
  const { engine, calls } = watchedEngine();
  const segment: typeof engine.segment = (request) => {
    calls.push(`segment ${request.cell}`);
    return engine.segment(request);
  };
  return { engine: { ...engine, segment }, calls };
}

describe('a segment in a session', () => {
  it('runs behind its source and before the analyses of its users', async () => {
    const { engine, calls } = watched();
    const session = sessionOf(SEGMENTED, { engine });
    await session.run();
    expect(calls).toEqual(['load events', 'segment modest', 'run ab']);
    expect(states(session)).toEqual({ events: 'done', modest: 'done', ab: 'done' });
    expect(session.problems).toMatchObject([]);
    expect(session.value('modest.users')).toMatchObject({ value: 2 });
    expect([users(session, 'control'), users(session, 'treatment')]).toEqual([1, 1]);
    expect(session.text).toBe(SEGMENTED);
  });

  it('makes its analyses stale when other users pass, even as many', async () => {
    const { engine, calls } = watched();
    const session = sessionOf(SEGMENTED, { engine });
    await session.run();
    session.apply(patch('modest', { where: { amount: [20, 30] } }));
    expect(session.state('ab')).toMatchObject({
      state: 'stale',
      reason: { why: 'source-changed', by: 'modest' },
    });
    await session.run();
    expect(session.value('modest.users')).toMatchObject({ value: 2 });
    expect(calls.slice(3)).toEqual(['segment modest', 'run ab']);
  });

  it('does not trust what the engine holds when an edit was taken back while it ran', async () => {
    const session = sessionOf(SEGMENTED);
    await session.run();
    session.apply(patch('modest', { where: { amount: 30 } }));
    session.undo();
    await session.run();
    session.apply(patch('ab', { alpha: 0.1 }));
    await session.run();
    expect(users(session, 'control')).toBe(1);
  });

  it('blocks its analyses while it has a problem', async () => {
    const session = sessionOf(SEGMENTED.replace('"amount"', '"amuont"'));
    await session.run();
    expect(session.state('modest')).toMatchObject({
      state: 'problem',
      problem: { code: 'not-in-data', at: { line: 25, path: 'where.amuont' } },
    });
    expect(session.state('ab')).toEqual({ state: 'blocked', by: 'modest' });
  });

  it.each([
    ['a cell that is no segment', '"events"', 'wrong-cell-type'],
    ['a cell that is not there', '"mdoest"', 'no-such-cell'],
  ])('as population %s is one located problem', async (_, name, code) => {
    const session = sessionOf(SEGMENTED.replace('"population": "modest"', `"population": ${name}`));
    await session.run();
    expect(session.problems).toMatchObject([
      { code, at: { file: 'story.lift.md', line: 15, cell: 'ab', path: 'population' } },
      ...session.problems.slice(1),
    ]);
    expect(session.problems.filter(({ at }) => at?.cell === 'ab')).toHaveLength(1);
    expect(session.state('modest')).toMatchObject({ state: 'done' });
  });

  it('is not part of saved results', async () => {
    const session = sessionOf(SEGMENTED);
    await session.run();
    session.saveResults();
    const saved = cellOf(session.notebook, 'lift:results')!;
    const json = 'json' in saved ? saved.json?.value : null;
    expect(isObject(json) && isObject(json['cells']) && Object.keys(json['cells'])).toEqual(['ab']);
  });
});
