import { describe, expect, it } from 'vitest';
import { type JsonObject, isObject } from '../../src/base/json';
import { nodeEngine } from '../../src/engine/node-engine';
import type { Engine } from '../../src/engine/engine';
import {
  insertCell,
  removeCells,
  setAttributes,
  setHeader,
  setJson,
} from '../../src/notebook/edit';
import { type Notebook, cellOf } from '../../src/notebook/notebook';
import type { Session } from '../../src/session/session';
import { STORY } from '../engine/csv-file';
import { NOTEBOOK, sessionOf, shelf, states, watchedEngine } from './tools';

/** An edit that changes some parameters of a cell. */
function patch(id: string, change: JsonObject) {
  return (notebook: Notebook): Notebook => {
    const cell = cellOf(notebook, id)!;
    const params = 'json' in cell && isObject(cell.json?.value) ? cell.json.value : {};
    return setJson(notebook, id, { ...params, ...change });
  };
}

function resultOf(session: Session, id = 'ab'): unknown {
  const state = session.state(id);
  return 'output' in state && state.output?.type === 'analysis' ? state.output.result : null;
}

/** An engine whose runs wait until they are let go, one by one in the order in which they were asked for. */
function slowEngine() {
  const direct = nodeEngine();
  const waiting: { readonly go: () => void; readonly signal: AbortSignal }[] = [];
  const engine: Engine = {
    ...direct,
    run: async (request, progress, signal) => {
      progress(1, 4);
      await new Promise<void>((go) => waiting.push({ go, signal }));
      return direct.run(request, progress, new AbortController().signal);
    },
  };
  return { engine, waiting };
}

/** Resolves when `condition` holds, looking after every change of the session. */
function until(session: Session, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = session.subscribe(look);
    look();
    function look(): void {
      if (!condition()) return;
      end?.();
      resolve();
    }
  });
}

describe('a session', () => {
  it('computes every cell of a notebook that runs by itself', async () => {
    const session = sessionOf(NOTEBOOK);
    expect(states(session)).toEqual({ events: 'running', ab: 'waiting' });
    await session.run();
    expect(states(session)).toEqual({ events: 'done', ab: 'done' });
    expect(session.problems).toEqual([]);
    expect(session.dirty).toBe(false);
    expect(session.text).toBe(NOTEBOOK);
  });

  it('gives prose the values it names', async () => {
    const session = sessionOf(NOTEBOOK);
    expect(session.value('ab.arms.control.users')).toMatchObject({
      problem: { code: 'no-value-yet' },
    });
    await session.run();
    expect(session.value('ab.arms.control.users')).toEqual({
      value: 3,
      stale: false,
      reason: null,
    });
    expect(session.value('events.rows')).toEqual({ value: 10, stale: false, reason: null });
    expect(session.value('evnts.rows')).toMatchObject({
      problem: { code: 'no-such-cell', args: { near: 'events' } },
    });
    session.apply(patch('ab', { alpha: 0.1 }));
    expect(session.value('ab.arms.control.users')).toMatchObject({ value: 3, stale: true });
  });

  it('runs again what an edit touches, and nothing else', async () => {
    const { engine, calls } = watchedEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await session.run();
    expect(calls).toEqual(['load events', 'run ab']);
    session.apply(patch('ab', { alpha: 0.1 }));
    expect(states(session)).toEqual({ events: 'done', ab: 'running' });
    await session.run();
    session.apply((notebook) => insertCell(notebook, 1, { type: 'prose', body: 'More.' }));
    session.apply(patch('events', { sha256: undefined as never }));
    await session.run();
    expect(calls).toEqual(['load events', 'run ab', 'run ab']);
  });

  it('leaves readers of a source alone when reading it again gave the same data', async () => {
    const { engine, calls } = watchedEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await session.run();
    session.apply(patch('events', { rows: 10 }));
    expect(session.state('ab')).toMatchObject({
      state: 'stale',
      reason: { why: 'source-changed', by: 'events' },
    });
    await session.run();
    expect(calls).toEqual(['load events', 'run ab', 'load events']);
    expect(states(session)).toEqual({ events: 'done', ab: 'done' });
  });

  it('takes back and repeats edits of the whole document', async () => {
    const session = sessionOf(NOTEBOOK);
    await session.run();
    const first = resultOf(session);
    session.apply(patch('ab', { control: 'treatment' }));
    await session.run();
    expect(resultOf(session)).not.toEqual(first);
    expect(session.dirty).toBe(true);
    session.undo();
    await session.run();
    expect(resultOf(session)).toEqual(first);
    expect(session.text).toBe(NOTEBOOK);
    expect([session.dirty, session.canUndo, session.canRedo]).toEqual([false, false, true]);
    session.redo();
    expect(session.dirty).toBe(true);
    session.markSaved(session.text, 'other.lift.md');
    expect([session.dirty, session.file]).toEqual([false, 'other.lift.md']);
  });

  it('brings back a removed cell with its result', async () => {
    const { engine, calls } = watchedEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await session.run();
    session.apply((notebook) => removeCells(notebook, new Set(['ab'])));
    session.undo();
    expect(states(session)).toEqual({ events: 'done', ab: 'done' });
    expect(calls).toEqual(['load events', 'run ab']);
  });

  it('does not change when an edit is refused', () => {
    const session = sessionOf(NOTEBOOK);
    const before = session.notebook;
    expect(() => session.apply((notebook) => removeCells(notebook, new Set(['nobody'])))).toThrow();
    expect(session.notebook).toBe(before);
    expect(session.canUndo).toBe(false);
  });

  it('tells its listeners once for many changes', async () => {
    const session = sessionOf(NOTEBOOK);
    await session.run();
    let told = 0;
    const end = session.subscribe(() => ++told);
    session.apply(patch('ab', { alpha: 0.1 }));
    session.apply(patch('ab', { alpha: 0.2 }));
    session.undo();
    expect(told).toBe(0);
    await Promise.resolve();
    expect(told).toBe(1);
    end();
    await session.run();
    expect(told).toBe(1);
  });

  it('says tables and charts in another language without running', async () => {
    const { engine, calls } = watchedEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await session.run();
    await session.setLocale('zh-CN');
    const state = session.state('ab');
    const output = state.state === 'done' && state.output.type === 'analysis' ? state.output : null;
    expect(output?.tables[0]!.title).toMatch(/\p{Script=Han}/u);
    expect(calls).toEqual(['load events', 'run ab']);
  });
});

describe('a cell that cannot run', () => {
  it('blocks those that read it, names itself to them, and leaves the others alone', async () => {
    const twice = NOTEBOOK.replace('"file": "story.csv"', '"file": "lost.csv"').concat(
      '\n```json lift:source other\n{ "file": "story.csv", "roles": {} }\n```\n',
    );
    const session = sessionOf(twice);
    await session.run();
    expect(states(session)).toEqual({ events: 'problem', ab: 'blocked', other: 'done' });
    expect(session.state('ab')).toEqual({ state: 'blocked', by: 'events' });
    expect(session.state('events')).toMatchObject({
      problem: {
        code: 'data-file-missing',
        args: { file: 'lost.csv' },
        at: { file: 'story.lift.md', cell: 'events', path: 'file', line: 8, column: 11 },
      },
    });
  });

  it('costs a scorecard the score of its own link, until it has a result', async () => {
    const card = (links: string) =>
      `\n\`\`\`json lift:analysis card\n{ "kind": "scorecard", "links": [${links}] }\n\`\`\`\n`;
    const lost = NOTEBOOK.replace('"file": "story.csv"', '"file": "lost.csv"');
    const figure = '{ "$ref": "ab.metrics.purchase.arms.treatment.value" }';
    const links = `{ "name": "convert", "value": ${figure}, "full": 1 }, { "name": "keep", "value": 0.9, "full": 1 }`;
    const session = sessionOf(lost + card(links));
    await session.run();
    expect(states(session)).toEqual({ events: 'problem', ab: 'blocked', card: 'done' });
    const problem = { code: 'no-result', args: { cell: 'ab' } };
    expect(resultOf(session, 'card')).toMatchObject({
      scored: 1,
      links: [
        { name: 'convert', state: 'unknown', figure: { estimate: null, problem } },
        { name: 'keep', state: 'reached', score: { estimate: 90 } },
      ],
    });
    session.apply(patch('events', { file: 'story.csv' }));
    await session.run();
    expect(resultOf(session, 'card')).toMatchObject({ scored: 2 });
    const line = `{ "name": "convert", "value": ${figure}, "full": ${figure} }`;
    const bound = sessionOf(lost + card(line));
    await bound.run();
    expect(bound.state('card')).toEqual({ state: 'blocked', by: 'events' });
  });

  it('tries again when a file comes to hand', async () => {
    const files = shelf({});
    const session = sessionOf(NOTEBOOK, {
      locate: (path) => Promise.resolve(files.get(path) ?? null),
    });
    await session.run();
    expect(states(session)).toEqual({ events: 'problem', ab: 'blocked' });
    files.set('story.csv', shelf().get('story.csv')!);
    session.provide();
    await session.run();
    expect(states(session)).toEqual({ events: 'done', ab: 'done' });
  });

  it('has its problem where the parameter stands, also after lines moved', async () => {
    const session = sessionOf(NOTEBOOK.replace('"control": "control"', '"control": "contrl"'));
    await session.run();
    const line = NOTEBOOK.split('\n').findIndex((text) => text.includes('"control"')) + 1;
    expect(session.problems).toMatchObject([{ at: { cell: 'ab', path: 'control', line } }]);
    session.apply((notebook) => insertCell(notebook, 1, { type: 'prose', body: 'One\n\nmore.' }));
    expect(session.problems[0]!.at!.line).toBeGreaterThan(line);
  });

  it('keeps the rest alive when its JSON is broken, and knows the line', async () => {
    const broken = NOTEBOOK.replace('"looks": "fixed"', '"looks": "fixed",');
    const session = sessionOf(broken);
    await session.run();
    expect(states(session)).toEqual({ events: 'done', ab: 'problem' });
    expect(session.problems).toMatchObject([{ code: 'json-trailing-comma', at: { cell: 'ab' } }]);
  });

  it('is said to be untrusted when it is code that nobody has allowed', async () => {
    const session = sessionOf(`${NOTEBOOK}\n\`\`\`js lift:transform sums\n1 + 1\n\`\`\`\n`);
    await session.run();
    expect(session.state('sums')).toMatchObject({
      state: 'problem',
      problem: { code: 'untrusted', at: { cell: 'sums' } },
    });
    expect(session.state('ab').state).toBe('done');
  });

  it('is in every cycle it is part of, while the others run', async () => {
    const cycle = (id: string, other: string) =>
      `\n\`\`\`json lift:analysis ${id}\n{ "kind": "experiment", "source": "events", "alpha": { "$ref": "${other}.alpha" } }\n\`\`\`\n`;
    const session = sessionOf(NOTEBOOK + cycle('x', 'y') + cycle('y', 'x'));
    await session.run();
    expect(states(session)).toEqual({ events: 'done', ab: 'done', x: 'problem', y: 'problem' });
  });

  it('is a bug of ours when the engine fails for another reason', async () => {
    const engine: Engine = {
      ...nodeEngine(),
      run: () => Promise.reject(new TypeError('oops')),
    };
    const session = sessionOf(NOTEBOOK, { engine });
    await session.run();
    expect(session.state('ab')).toMatchObject({
      state: 'bug',
      message: expect.stringContaining('oops') as string,
    });
  });

  it('has a header with a key nobody knows, located, while the cells run', async () => {
    const session = sessionOf(NOTEBOOK.replace('"timezone": "UTC"', '"timezon": "Asia/Shanghai"'));
    await session.run();
    expect(states(session)).toEqual({ events: 'done', ab: 'done' });
    expect(session.problems).toMatchObject([
      { code: 'unknown-key', args: { near: 'timezone' }, at: { line: 2, column: 18 } },
    ]);
    expect(session.state('lift:notebook').state).toBe('problem');
    session.apply((notebook) => setHeader(notebook, { timezon: undefined }));
    await session.run();
    expect(session.problems).toEqual([]);
  });

  it('names what a value in prose may have meant', async () => {
    const session = sessionOf(NOTEBOOK.replace('arms.treatment.value', 'arms.treatmnt.value'));
    await session.run();
    expect(session.problems).toMatchObject([
      { code: 'not-at-path', args: { near: 'treatment' }, at: { line: 5 } },
    ]);
  });
});

describe('a cell that refers to another', () => {
  it('takes the value it refers to, and follows it', async () => {
    const reads = `${NOTEBOOK}\n\`\`\`json lift:analysis again
{
  "kind": "experiment",
  "source": "events",
  "exposure": { "event": "exposure", "variant": "variant" },
  "control": { "$ref": "ab.control" },
  "metrics": [{ "name": "purchase", "type": "proportion", "event": "purchase", "window": "1d" }],
  "completeThrough": "2026-03-05",
  "looks": "fixed"
}
\`\`\`
`;
    const session = sessionOf(reads);
    await session.run();
    expect(resultOf(session, 'again')).toEqual(resultOf(session, 'ab'));
    session.apply(patch('ab', { control: 'treatment' }));
    expect(session.state('again')).toMatchObject({
      state: 'stale',
      reason: { why: 'source-changed', by: 'ab' },
    });
    await session.run();
    expect(session.value('again.control')).toMatchObject({ value: 'treatment', stale: false });
  });
});

describe('running', () => {
  it('waits for the reader in a lazy notebook, ancestors first when asked', async () => {
    const { engine, calls } = watchedEngine();
    const lazy = NOTEBOOK.replace('"liftbook": 1,', '"liftbook": 1, "run": "lazy",');
    const session = sessionOf(lazy, { engine });
    expect(states(session)).toEqual({ events: 'waiting', ab: 'waiting' });
    await session.run(['ab']);
    expect(calls).toEqual(['load events', 'run ab']);
    session.apply(patch('ab', { alpha: 0.1 }));
    expect(session.state('ab')).toMatchObject({ state: 'stale', reason: { why: 'edited' } });
    await session.run();
    expect(session.state('ab').state).toBe('done');
  });

  it('waits for the reader in a manual cell of a notebook that else runs by itself', async () => {
    const session = sessionOf(NOTEBOOK);
    session.apply((notebook) => setAttributes(notebook, 'ab', { run: 'manual' }));
    await until(session, () => session.state('events').state === 'done');
    expect(session.state('ab').state).toBe('waiting');
    await session.run(['ab']);
    expect(session.state('ab').state).toBe('done');
  });

  it('reads a source again when it is asked to, and its readers only when the data changed', async () => {
    const { engine, calls } = watchedEngine();
    const files = shelf();
    const session = sessionOf(NOTEBOOK, {
      engine,
      locate: (path) => Promise.resolve(files.get(path) ?? null),
    });
    await session.run();
    await session.run(['events']);
    expect(calls).toEqual(['load events', 'run ab', 'load events']);
    const more = [...STORY, 'gus,2026-03-02T15:00:00Z,exposure,treatment,'];
    files.set('story.csv', shelf({ 'story.csv': more }).get('story.csv')!);
    await session.run(['events']);
    await session.run();
    expect(calls.slice(3)).toEqual(['load events', 'run ab']);
    expect(session.value('ab.arms.treatment.users')).toMatchObject({ value: 4 });
  });

  it('runs all again when the time zone of the notebook changes', async () => {
    const { engine, calls } = watchedEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await session.run();
    session.apply((notebook) => setHeader(notebook, { timezone: 'Asia/Shanghai' }));
    await session.run();
    expect(calls).toEqual(['load events', 'run ab', 'load events', 'run ab']);
  });

  it('lets the latest edit win, whichever run ends last', async () => {
    const { engine, waiting } = slowEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await until(session, () => waiting.length === 1);
    session.apply(patch('ab', { alpha: 0.1 }));
    await until(session, () => waiting.length === 2);
    expect(waiting[0]!.signal.aborted).toBe(true);
    expect(session.state('ab')).toMatchObject({ state: 'running', done: 1, total: 4 });
    waiting[1]!.go();
    await session.run();
    waiting[0]!.go();
    await Promise.resolve();
    expect(session.value('ab.alpha')).toEqual({ value: 0.1, stale: false, reason: null });
  });

  it('keeps on with a run that an edit elsewhere does not touch', async () => {
    const { engine, waiting } = slowEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await until(session, () => waiting.length === 1);
    session.apply((notebook) => insertCell(notebook, 0, { type: 'prose', body: 'Before.' }));
    expect(waiting[0]!.signal.aborted).toBe(false);
    waiting[0]!.go();
    await session.run();
    expect(session.state('ab').state).toBe('done');
    expect(waiting).toHaveLength(1);
  });

  it('stops when the reader cancels, and stays so until something changes', async () => {
    const { engine, waiting } = slowEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    await until(session, () => waiting.length === 1);
    session.cancel('ab');
    expect(waiting[0]!.signal.aborted).toBe(true);
    expect(session.state('ab').state).toBe('waiting');
    session.apply((notebook) => insertCell(notebook, 0, { type: 'prose', body: 'Before.' }));
    expect(session.state('ab').state).toBe('waiting');
    session.apply(patch('ab', { alpha: 0.1 }));
    expect(session.state('ab').state).toBe('running');
    session.cancel();
    expect(session.state('ab').state).toBe('waiting');
    await session.close();
  });
});

describe('closing', () => {
  it('stops what runs and ends the wait for it', async () => {
    const { engine, waiting } = slowEngine();
    const session = sessionOf(NOTEBOOK, { engine });
    const run = session.run();
    await until(session, () => waiting.length === 1);
    await session.close();
    await run;
    expect(waiting[0]!.signal.aborted).toBe(true);
  });
});

describe('a notebook that brings results along', () => {
  const saved = async (): Promise<string> => {
    const session = sessionOf(NOTEBOOK);
    await session.run();
    session.saveResults();
    return session.text;
  };

  it('shows them until it has its own', async () => {
    const text = await saved();
    const without = sessionOf(text, { locate: () => Promise.resolve(null) });
    await without.run();
    await until(without, () => without.state('ab').state === 'snapshot');
    expect(without.value('ab.arms.control.users')).toMatchObject({ value: 3, stale: true });
    const state = without.state('ab');
    expect('output' in state && state.output).toMatchObject({
      type: 'analysis',
      tables: expect.arrayContaining([expect.objectContaining({ name: 'arms' })]) as unknown,
    });
  });

  it('shows them as stale when the parameters are no longer those', async () => {
    const text = (await saved()).replace('"control": "control"', '"control": "treatment"');
    const without = sessionOf(text, { locate: () => Promise.resolve(null) });
    await until(without, () => without.state('ab').state === 'stale');
    expect(without.state('ab')).toMatchObject({ reason: { why: 'edited' } });
  });

  it('does not change a byte when the same results are saved again', async () => {
    const text = await saved();
    const session = sessionOf(text, { now: () => 1e12 });
    await session.run();
    session.saveResults();
    expect(session.text).toBe(text);
  });

  it('runs nothing when its format is newer than this version', async () => {
    const { engine, calls } = watchedEngine();
    const newer = (await saved()).replace('"liftbook": 1', '"liftbook": 2');
    const session = sessionOf(newer, { engine });
    await session.run();
    await until(session, () => session.state('ab').state === 'snapshot');
    expect(calls).toEqual([]);
    expect(session.problems).toMatchObject([{ code: 'newer-version' }]);
    expect(session.refusal).toMatchObject({ code: 'newer-version', at: { file: session.file } });
    expect(session.state('lift:notebook')).toMatchObject({
      state: 'problem',
      problem: { code: 'newer-version', args: { found: 2, known: 1 }, at: { line: 2, column: 15 } },
    });
  });
});
