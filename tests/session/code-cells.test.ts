import { describe, expect, it } from 'vitest';
import { insertCell, setBody, setJson } from '../../src/notebook/edit';
import type { Session } from '../../src/session/session';
import { NOTEBOOK, sessionOf, states, watchedEngine } from './tools';

const fence = (info: string, body: string): string => `\n\`\`\`${info}\n${body}\n\`\`\`\n`;
const transform = (id: string, code: string): string => fence(`js lift:transform ${id}`, code);
const json = (type: string, id: string, value: object): string =>
  fence(`json lift:${type} ${id}`, JSON.stringify(value));

const SOURCE = NOTEBOOK.slice(0, NOTEBOOK.indexOf('```json lift:analysis')).replace(
  /\nOf the treated.*\n/,
  '',
);
const LEAST = { kind: 'number', value: 1, label: 'At least' };
const BY_EVENT = transform('by_event', "events.groupby('event').count().orderby('event')");

async function ran(text: string, trusted = true): Promise<Session> {
  const session = sessionOf(text, { trusted });
  await session.run();
  return session;
}

function valueOf(session: Session, path: string): unknown {
  const found = session.value(path);
  return 'value' in found ? found.value : found.problem.code;
}

function problemOf(session: Session, id: string): unknown {
  const state = session.state(id);
  return state.state === 'problem' ? state.problem : state.state;
}

describe('a transform', () => {
  it('gives a table that code, charts and prose read, and a value', async () => {
    const spec = {
      data: { name: 'by_event' },
      mark: 'bar',
      encoding: { x: { field: 'event' }, y: { field: 'count', type: 'quantitative' } },
    };
    const session = await ran(
      `${SOURCE}${BY_EVENT}${transform('kinds', 'const n = by_event.numRows();\nn')}${json('chart', 'bars', spec)}`,
    );
    expect(session.problems).toEqual([]);
    expect(states(session)).toMatchObject({ by_event: 'done', kinds: 'done', bars: 'done' });
    expect(valueOf(session, 'kinds')).toBe(3);
    expect(valueOf(session, 'by_event[1].count')).toBe(3);
    expect(session.state('bars')).toMatchObject({
      output: {
        rows: 3,
        chart: {
          spec: {
            width: 'container',
            datasets: {
              by_event: [
                { event: 'exposure', count: 6 },
                { event: 'purchase', count: 3 },
                { event: 'view', count: 1 },
              ],
            },
          },
        },
      },
    });
  });

  it('runs again when an input changes, and so does what reads it', async () => {
    const code = 'events.filter((d, $) => d.amount >= $.least).count().object().count';
    const big = { label: 'Large purchases', value: { $ref: 'large' } };
    const session = await ran(
      `${SOURCE}${json('input', 'least', LEAST)}${transform('large', code)}${json('metric', 'big', big)}`,
    );
    expect(valueOf(session, 'large')).toBe(3);
    session.apply((notebook) => setJson(notebook, 'least', { ...LEAST, value: 25 }));
    await session.run();
    expect(valueOf(session, 'large')).toBe(2);
    expect(valueOf(session, 'big')).toBe(2);
    expect(session.text).toContain('"value": 25');
    session.undo();
    await session.run();
    expect(valueOf(session, 'big')).toBe(3);
  });

  it('leaves its readers alone when other code gives the same table', async () => {
    const { engine, calls } = watchedEngine();
    const chart = { data: { name: 'by_event' }, mark: 'bar' };
    const text = `${SOURCE}${BY_EVENT}${transform('sum', 'by_event.numRows()')}${json('chart', 'bars', chart)}`;
    const session = sessionOf(text, { engine, trusted: true });
    await session.run();
    const before = calls.length;
    session.apply((notebook) =>
      setBody(notebook, 'by_event', "// again\nevents.groupby('event').count().orderby('event')"),
    );
    await session.run();
    expect(calls.slice(before)).toEqual(['transform by_event']);
    expect(states(session)).toMatchObject({ sum: 'done', bars: 'done' });
  });

  it('keeps the roles and units of its source, so that an analysis can look at it', async () => {
    const buyers = NOTEBOOK.replace('"source": "events"', '"source": "kept"');
    const session = await ran(
      `${buyers}${transform('kept', "events.filter(d => d.user_id !== 'eve')")}`,
    );
    expect(session.problems).toEqual([]);
    expect(valueOf(session, 'ab.arms.control.users')).toBe(2);
    expect(session.state('kept')).toMatchObject({
      output: { table: { rows: 9, roles: { user: 'user_id', time: 'ts', event: 'event' } } },
    });
  });

  it('never hands ids of users to the page', async () => {
    const session = await ran(
      `${SOURCE}${transform('people', "events.select('user_id', 'event')")}`,
    );
    expect(valueOf(session, 'people[0]')).toEqual({ event: 'exposure' });
  });

  it('knows the days, weeks and months of the notebook’s own clock', async () => {
    const code = `events.derive({
  day: d => op.local_day(d.ts), week: d => op.local_week(d.ts), month: d => op.local_month(d.ts)
}).select('day', 'week', 'month').slice(0, 1)`;
    const shanghai = SOURCE.replace('"UTC"', '"Asia/Shanghai"');
    const session = await ran(`${shanghai}${transform('first', code)}`);
    expect(valueOf(session, 'first[0]')).toEqual({
      day: '2026-03-02',
      week: '2026-03-02',
      month: '2026-03',
    });
  });
});

describe('code that fails', () => {
  it.each([
    ['cannot be read', '1 +\n  * 2', 'code-syntax', 2, 3],
    ['names what is no cell', 'evnts.count()', 'no-such-cell', 1, 1],
    ['wants to reach outside', 'events;\nfetch("https://example.com")', 'code-outside', 2, 1],
    ['throws', 'const x = 1;\nnull.x', 'code-threw', 2, 6],
    ['names a column that is not there', 'events.filter(d => d.amout > 1)', 'code-column', 1, 22],
    [
      'uses a name inside a verb',
      'const k = 1;\nevents.filter(d => d.amount > k)',
      'code-closure',
      2,
      31,
    ],
    ['gives nothing', 'const x = 1;', 'code-no-value', undefined, undefined],
    ['gives a function', '(() => 1)', 'code-odd-value', undefined, undefined],
  ])('and %s says so where it is', async (_, code, problem, line, column) => {
    const session = await ran(`${SOURCE}${transform('t', code)}`);
    const cell = session.notebook.cells.find(({ id }) => id === 't')!;
    expect(problemOf(session, 't')).toMatchObject({
      code: problem,
      at: {
        cell: 't',
        ...(line !== undefined && { line: cell.bodyLine + line - 1, column }),
      },
    });
    expect(session.state('events').state).toBe('done');
  });

  it('points at its line also after the cell has moved', async () => {
    const session = await ran(`${SOURCE}${transform('t', 'null.x')}`);
    session.apply((notebook) => insertCell(notebook, 1, { type: 'prose', body: 'One\n\nTwo' }));
    const { bodyLine } = session.notebook.cells.find(({ id }) => id === 't')!;
    expect(problemOf(session, 't')).toMatchObject({ at: { line: bodyLine } });
  });

  it('is stopped when the reader stops it, and the cell can run again', async () => {
    const session = sessionOf(`${SOURCE}${transform('t', 'for (;;) {}')}`, { trusted: true });
    const run = session.run();
    await new Promise<void>((started) => {
      const end = session.subscribe(() => {
        if (session.state('t').state !== 'running') return;
        end();
        started();
      });
    });
    session.cancel('t');
    await run;
    session.apply((notebook) => setBody(notebook, 't', '2 + 2'));
    await session.run();
    expect(valueOf(session, 't')).toBe(4);
  });
});

describe('trust', () => {
  const TEXT = `${SOURCE}${transform('two', '1 + 1')}${json('metric', 'm', { value: { $ref: 'two' } })}`;

  it('is needed before code that came with the file runs', async () => {
    const { engine, calls } = watchedEngine();
    const session = sessionOf(TEXT, { engine });
    await session.run();
    expect(calls).toEqual(['load events']);
    expect(problemOf(session, 'two')).toMatchObject({ code: 'untrusted' });
    expect(session.state('m')).toEqual({ state: 'blocked', by: 'two' });
    session.trust();
    await session.run();
    expect(valueOf(session, 'm')).toBe(2);
  });

  it('is not needed for code that is written here', async () => {
    const session = sessionOf(SOURCE);
    await session.run();
    session.apply((notebook) =>
      insertCell(notebook, 9, { type: 'transform', id: 'two', body: '1 + 1' }),
    );
    await session.run();
    expect(valueOf(session, 'two')).toBe(2);
  });

  it('goes by what the code says, character by character, and by nothing else', () => {
    const name = (text: string): string | null => sessionOf(text).codeFingerprint;
    expect(name(SOURCE)).toBeNull();
    expect(name(TEXT)).toBe(name(TEXT.replace('lift:metric m', 'lift:metric n')));
    expect(name(TEXT)).not.toBe(name(TEXT.replace('1 + 1', '1 + 1 ')));
  });
});

describe('a cell that only says something', () => {
  it('is checked by its schema, at its place', async () => {
    const session = await ran(
      `${SOURCE}${json('input', 'share', { kind: 'slider', value: 2, min: 0, max: 1 })}${json('note', 'n', { cell: 'events', txt: 'x' })}`,
    );
    expect(problemOf(session, 'share')).toMatchObject({
      code: 'out-of-bounds',
      at: { path: 'value', column: 26 },
    });
    expect(problemOf(session, 'n')).toMatchObject({
      code: 'unknown-key',
      args: { name: 'txt', near: 'text' },
    });
  });
});

describe('a chart', () => {
  it('that names a field its table has not says so there', async () => {
    const spec = { data: { name: 'events' }, mark: 'bar', encoding: { x: { field: 'evnt' } } };
    const session = await ran(`${SOURCE}${json('chart', 'c', spec)}`);
    expect(problemOf(session, 'c')).toMatchObject({
      code: 'not-in-data',
      args: { name: 'evnt', near: 'event' },
      at: { path: 'encoding.x.field' },
    });
  });

  it('draws a table of an analysis by its name', async () => {
    const table = NOTEBOOK;
    const session = await ran(
      `${table}${json('chart', 'c', { data: { name: 'ab' }, mark: 'bar' })}`,
    );
    expect(session.state('c')).toMatchObject({ state: 'done' });
    const wrong = await ran(
      `${table}${json('chart', 'c', { data: { name: 'ab.metrcs' }, mark: 'bar' })}`,
    );
    expect(problemOf(wrong, 'c')).toMatchObject({ code: 'not-at-path', at: { path: 'data.name' } });
  });
});

describe('an analysis', () => {
  it('reads a transform by roles of its own', async () => {
    const renamed =
      `${NOTEBOOK}${transform('log', "events.rename({ user_id: 'who', ts: 'at', event: 'what' })")}`.replace(
        '"source": "events"',
        '"source": "log", "roles": { "user": "who", "time": "at", "event": "what" }',
      );
    const session = await ran(renamed);
    expect(session.problems).toEqual([]);
    expect(valueOf(session, 'ab.arms.control.users')).toBe(3);
    expect(session.state('log')).toMatchObject({ output: { table: { roles: {} } } });
  });
});
