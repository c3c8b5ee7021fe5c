import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import type { DirectEngine } from '../../src/engine/direct';
import { nodeEngine } from '../../src/engine/node-engine';
import type { AnalysisOutput, DataFile, Setting } from '../../src/engine/engine';
import { ROLES, STORY, csvFile } from './csv-file';

const SETTING: Setting = { timezone: 'UTC', weekStart: 'monday', locale: 'en' };
const NEVER = new AbortController().signal;
const nobody = (): void => {};

const AB: JsonObject = {
  kind: 'experiment',
  source: 'events',
  exposure: { event: 'exposure', variant: 'variant' },
  control: 'control',
  metrics: [{ name: 'purchase', type: 'proportion', event: 'purchase', window: '1d' }],
  completeThrough: '2026-03-05',
  looks: 'fixed',
};

function engine(): DirectEngine {
  return nodeEngine();
}

function source(params: JsonObject, ...files: readonly DataFile[]) {
  return { notebook: 'n', cell: 'events', params, files, setting: SETTING };
}

function analysis(params: JsonObject, setting: Setting = SETTING) {
  return { notebook: 'n', cell: 'ab', params, setting };
}

async function storyEngine(): Promise<DirectEngine> {
  const direct = engine();
  const params = { file: 'story.csv', roles: ROLES };
  await direct.load(source(params, csvFile('story.csv', STORY)), nobody, NEVER);
  return direct;
}

function problem(code: string, path?: string) {
  const at = path === undefined ? {} : { at: expect.objectContaining({ path }) };
  return expect.objectContaining({ code, ...at });
}

describe('load', () => {
  it('tells of a source what the page may know: no rows', async () => {
    const output = await engine().load(
      source({ file: 'story.csv', roles: ROLES }, csvFile('story.csv', STORY)),
      nobody,
      NEVER,
    );
    expect(output).toMatchObject({
      type: 'source',
      file: 'story.csv',
      rows: 10,
      users: 6,
      from: '2026-03-02T09:00:00.000Z',
      to: '2026-03-04T15:00:00.000Z',
      duplicates: 0,
      roles: ROLES,
      guesses: [],
      warnings: [],
    });
    expect(output.columns.map(({ name }) => name)).toEqual(STORY[0]!.split(','));
    expect(output.values['event']).toEqual([
      { value: 'exposure', rows: 6 },
      { value: 'purchase', rows: 3 },
      { value: 'view', rows: 1 },
    ]);
    expect(JSON.parse(JSON.stringify(output))).toEqual(output);
  });

  it('never lists the values of the user column or of one marked as an identifier', async () => {
    const params = {
      file: 'story.csv',
      roles: ROLES,
      columns: { variant: { privacy: 'identifier' } },
    };
    const output = await engine().load(source(params, csvFile('s', STORY)), nobody, NEVER);
    expect(Object.keys(output.values)).not.toContain('user_id');
    expect(Object.keys(output.values)).not.toContain('variant');
  });

  it('guesses roles where the cell has none, and counts users by them', async () => {
    const file = csvFile('story.csv', STORY);
    const output = await engine().load(source({ file: 'story.csv' }, file), nobody, NEVER);
    expect(output.roles).toEqual(ROLES);
    expect(output.guesses.map(({ role }) => role)).toEqual(['user', 'time', 'event']);
    expect(output.users).toBe(6);
  });

  it('warns when the file is not the one the notebook was written with', async () => {
    const params = { file: 'story.csv', roles: ROLES, sha256: '0'.repeat(64) };
    const output = await engine().load(source(params, csvFile('s.csv', STORY)), nobody, NEVER);
    expect(output.warnings.map(({ code }) => code)).toEqual(['changed-file']);
  });

  it('reads several files of one schema as one table', async () => {
    const files = [
      csvFile('a.csv', STORY.slice(0, 5)),
      csvFile('b.csv', [STORY[0]!, ...STORY.slice(5)]),
    ];
    const params = { files: ['a.csv', 'b.csv'], roles: ROLES };
    const output = await engine().load(source(params, ...files), nobody, NEVER);
    expect(output).toMatchObject({ file: 'a.csv, b.csv', rows: 10, users: 6 });
  });

  it('reads a file once, however often the roles change', async () => {
    let reads = 0;
    const bytes = new TextEncoder().encode(`${STORY.join('\n')}\n`);
    const slice = (from: number, to: number): Promise<ArrayBuffer> => {
      ++reads;
      return Promise.resolve(bytes.slice(from, to).buffer);
    };
    const file = { name: 'a.csv', size: bytes.length, bytes: { size: bytes.length, slice } };
    const direct = engine();
    await direct.load(source({ file: 'a.csv', roles: ROLES }, file), nobody, NEVER);
    const first = reads;
    await direct.load(source({ file: 'a.csv', roles: { user: 'user_id' } }, file), nobody, NEVER);
    expect(reads).toBe(first);
    await direct.close('n');
    await direct.load(source({ file: 'a.csv', roles: ROLES }, file), nobody, NEVER);
    expect(reads).toBeGreaterThan(first);
  });

  it.each([
    [
      'a role that names no column',
      { roles: { ...ROLES, time: 'tss' } },
      'not-in-data',
      'roles.time',
    ],
    ['a column that is not there', { columns: { emial: {} } }, 'not-in-data', 'columns.emial'],
    ['an unknown key', { rolls: {} }, 'unknown-key', 'rolls'],
    ['a time zone that is none', { timezone: 'Mars' }, 'not-a-time-zone', 'timezone'],
  ])('refuses %s, and says where', async (_, params, code, path) => {
    const request = source({ file: 'story.csv', ...params } as JsonObject, csvFile('s', STORY));
    await expect(engine().load(request, nobody, NEVER)).rejects.toThrow(problem(code, path));
  });

  it('says which file is not at hand', async () => {
    const request = source({ file: '../data/story.csv' });
    await expect(engine().load(request, nobody, NEVER)).rejects.toMatchObject({
      code: 'data-file-missing',
      args: { file: '../data/story.csv' },
    });
  });

  it('stops when it is cancelled, and reads on for another who wants the same file', async () => {
    const direct = engine();
    const file = csvFile('story.csv', STORY);
    const cancel = new AbortController();
    const params = { file: 'story.csv', roles: ROLES };
    const first = direct.load(source(params, file), nobody, cancel.signal);
    const second = direct.load({ ...source(params, file), cell: 'other' }, nobody, NEVER);
    cancel.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).rows).toBe(10);
  });
});

describe('run', () => {
  it('answers with plain data, the defaults filled in', async () => {
    const direct = await storyEngine();
    const output = await direct.run(analysis(AB), nobody, NEVER);
    expect(output.kind).toBe('experiment');
    expect(output.params).toMatchObject({ kind: 'experiment', alpha: 0.05, seed: 1 });
    const { result } = output as unknown as {
      result: { arms: { name: string; users: number }[]; metrics: { arms: object[] }[] };
    };
    expect(result.arms.map(({ name, users }) => [name, users])).toEqual([
      ['control', 3],
      ['treatment', 3],
    ]);
    expect(result.metrics[0]!.arms).toMatchObject([
      { users: 3, total: 1 },
      { users: 3, total: 2 },
    ]);
    expect(output.data).toMatchObject({ source: 'events', users: 6 });
    expect(JSON.parse(JSON.stringify(output))).toEqual(output);
  });

  it.each([
    ['another kind', { ...AB, kind: 'experimant' }, 'unknown-analysis', 'kind'],
    ['an unknown key', { ...AB, alfa: 0.1 }, 'unknown-key', 'alfa'],
    ['a source that was not read', { ...AB, source: 'evnts' }, 'source-not-read', 'source'],
    ['a value of another kind', { ...AB, alpha: '5 %' }, 'wrong-value', 'alpha'],
  ])('refuses %s, and says where', async (_, params, code, path) => {
    const direct = await storyEngine();
    await expect(direct.run(analysis(params), nobody, NEVER)).rejects.toThrow(problem(code, path));
  });

  it('stops when it is cancelled', async () => {
    const direct = await storyEngine();
    const cancel = new AbortController();
    const run = direct.run(analysis(AB), nobody, cancel.signal);
    cancel.abort();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says the same in another language without counting again', async () => {
    const direct = await storyEngine();
    const english: AnalysisOutput = await direct.run(analysis(AB), nobody, NEVER);
    const chinese = await direct.run(analysis(AB, { ...SETTING, locale: 'zh-CN' }), nobody, NEVER);
    const { kind, params, result, tables, charts, findings } = english;
    expect(await direct.present(kind, params, result, 'en')).toEqual({ tables, charts, findings });
    const shown = await direct.present(kind, params, result, 'zh-CN');
    expect(shown.tables).toEqual(chinese.tables);
    expect(shown.tables).not.toEqual(tables);
  });
});

describe('rows', () => {
  it('gives a page in file order or sorted, missing values as null', async () => {
    const direct = await storyEngine();
    const request = { notebook: 'n', cell: 'events', from: 3, to: 5 };
    const page = await direct.rows(request);
    expect(page).toMatchObject({ from: 3, total: 10 });
    const at = (text: string) => Date.parse(text);
    expect(page.rows).toEqual([
      ['ann', at('2026-03-02T10:00:00Z'), 'purchase', null, 20],
      ['dan', at('2026-03-02T11:00:00Z'), 'exposure', 'treatment', null],
    ]);
    const sorted = await direct.rows({
      ...request,
      from: 0,
      sort: { column: 'amount', descending: true },
    });
    expect(sorted.rows.map((row) => row[4])).toEqual([30, 25, 20, null, null]);
  });

  it('ends where the table ends, and never gives more than 200 rows', async () => {
    const direct = engine();
    const lines = ['user_id', ...Array.from({ length: 500 }, (_, row) => `u${row}`)];
    await direct.load(source({ file: 'a.csv' }, csvFile('a.csv', lines)), nobody, NEVER);
    const request = { notebook: 'n', cell: 'events' };
    expect((await direct.rows({ ...request, from: 0, to: 1000 })).rows).toHaveLength(200);
    expect((await direct.rows({ ...request, from: 490, to: 1000 })).rows).toHaveLength(10);
    expect((await direct.rows({ ...request, from: 900, to: 1000 })).rows).toEqual([]);
  });
});

describe('members', () => {
  it('pages the users behind a number', async () => {
    const direct = await storyEngine();
    const page = (from: number, to: number) =>
      direct.members(analysis(AB), 'metrics.purchase.arms.treatment', from, to);
    expect(await page(0, 10)).toEqual({ total: 2, ids: ['bob', 'dan'] });
    expect(await page(1, 2)).toEqual({ total: 2, ids: ['dan'] });
  });
});

describe('forms', () => {
  it('speaks the reader’s language', async () => {
    const english = await engine().form('experiment', 'en');
    const chinese = await engine().form('experiment', 'zh-CN');
    const titleOf = (schema: JsonObject) =>
      (schema['properties'] as Record<string, JsonObject>)['control']!['title'];
    expect(titleOf(english)).toBe('Control');
    expect(titleOf(chinese)).toMatch(/\p{Script=Han}/u);
  });
});
