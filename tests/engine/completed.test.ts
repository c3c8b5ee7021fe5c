import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import type { DirectEngine } from '../../src/engine/direct';
import type { AnalysisOutput, DataFile, Setting, SourceOutput } from '../../src/engine/engine';
import { nodeEngine } from '../../src/engine/node-engine';
import { ROLES, csvFile } from './csv-file';

const SETTING: Setting = { timezone: 'UTC', weekStart: 'monday', locale: 'en' };
const NEVER = new AbortController().signal;

/** ann came back as a1; bob is one person under two names, one of them an alias of an alias. */
const EVENTS = csvFile('events.csv', [
  'user_id,ts,event,variant,quantity,price',
  'ann,2026-03-02T09:00:00Z,exposure,control,,',
  'bob,2026-03-02T09:05:00Z,exposure,treatment,,',
  'cat,2026-03-02T09:10:00Z,exposure,control,,',
  'dan,2026-03-02T09:20:00Z,exposure,treatment,,',
  'a1,2026-03-02T10:00:00Z,purchase,,2,10',
  'b2,2026-03-02T12:00:00Z,purchase,,1,30',
]);
const ALIASES = csvFile('aliases.csv', ['alias,user', 'a1,ann', 'b2,b1', 'b1,bob', 'x,y', 'y,x']);
const UNITS = csvFile('users.csv', [
  'user,country,age,price,email',
  'ann,DE,30,1,ann@example.com',
  'bob,FR,40,2,bob@example.com',
  'cat,DE,,3,cat@example.com',
]);

const load = (direct: DirectEngine, cell: string, params: JsonObject, file: DataFile) =>
  direct.load(
    {
      notebook: 'n',
      cell,
      params: { file: file.name, ...params },
      files: [file],
      setting: SETTING,
    },
    () => {},
    NEVER,
  );

async function loaded(params: JsonObject): Promise<{ direct: DirectEngine; output: SourceOutput }> {
  const direct = nodeEngine();
  await load(direct, 'people', { roles: { alias: 'alias', user: 'user' } }, ALIASES);
  const columns = { email: { privacy: 'identifier' }, age: { unit: 'years' } };
  await load(direct, 'users', { roles: { user: 'user' }, columns }, UNITS);
  const output = await load(direct, 'events', { roles: ROLES, ...params }, EVENTS);
  return { direct, output };
}

async function purchases(direct: DirectEngine, more: JsonObject = {}): Promise<JsonObject> {
  const params = {
    kind: 'experiment',
    source: 'events',
    exposure: { event: 'exposure', variant: 'variant' },
    control: 'control',
    metrics: [{ name: 'spend', type: 'mean', event: 'purchase', value: 'price' }],
    completeThrough: '2026-03-05',
    looks: 'fixed',
    ...more,
  };
  const request = { notebook: 'n', cell: 'ab', params, setting: SETTING };
  const { result } = (await direct.run(request, () => {}, NEVER)) as AnalysisOutput;
  return result as JsonObject;
}

describe('a source with aliases', () => {
  it('counts a person once, also behind an alias of an alias', async () => {
    expect((await loaded({})).output.users).toBe(6);
    expect((await loaded({ aliases: 'people' })).output.users).toBe(4);
  });

  it('gives what was done under an alias to the person', async () => {
    const { direct } = await loaded({ aliases: 'people' });
    expect(await purchases(direct)).toMatchObject({
      metrics: [
        {
          arms: [
            { name: 'control', total: 10 },
            { name: 'treatment', total: 30 },
          ],
        },
      ],
    });
  });
});

describe('a source with units', () => {
  it('has their columns, under the name of their cell where the name is taken', async () => {
    const { output } = await loaded({ units: 'users' });
    expect(
      output.columns.slice(6).map(({ name, kind, missing }) => ({ name, kind, missing })),
    ).toEqual([
      { name: 'country', kind: 'text', missing: 3 },
      { name: 'age', kind: 'number', missing: 4 },
      { name: 'users.price', kind: 'number', missing: 3 },
      { name: 'email', kind: 'text', missing: 3 },
    ]);
  });

  it('keeps private what is private there', async () => {
    const { output } = await loaded({ units: 'users' });
    expect(Object.keys(output.values)).toContain('country');
    expect(Object.keys(output.values)).not.toContain('email');
  });

  it('lets an analysis filter by them', async () => {
    const { direct } = await loaded({ units: 'users', aliases: 'people' });
    const result = await purchases(direct, { where: { country: ['DE', 'FR'] } });
    expect(result).toMatchObject({ metrics: [{ arms: [{ users: 2 }, { users: 1 }] }] });
  });
});

describe('a source with formulas', () => {
  it('has a column for each, made of the file, of units and of other formulas', async () => {
    const { output, direct } = await loaded({
      units: 'users',
      columns: {
        value: { formula: 'quantity * price', unit: 'EUR' },
        discounted: { formula: 'value * 0.9 - "users.price"' },
      },
    });
    const byName = new Map(output.columns.map((column) => [column.name, column]));
    expect(byName.get('value')).toMatchObject({ kind: 'number', missing: 4, min: 20, max: 30 });
    expect(byName.get('discounted')).toMatchObject({ kind: 'number', missing: 6 });
    const metrics = [{ name: 'value', type: 'mean', event: 'purchase', value: 'value' }];
    expect(await purchases(direct, { metrics })).toMatchObject({ metrics: [{ name: 'value' }] });
  });

  it.each([
    [{ price: { formula: '1' } }, 'column-taken', 'columns.price.formula'],
    [{ value: { formula: '2 +' } }, 'bad-formula', 'columns.value.formula'],
    [{ value: { formula: 'prise' } }, 'not-in-data', 'columns.value.formula'],
    [{ value: { formula: 'event' } }, 'wrong-type', 'columns.value.formula'],
  ])('says what is wrong with %j', async (columns, code, path) => {
    await expect(loaded({ columns })).rejects.toMatchObject({ code, at: { path } });
  });
});

it('a table that is joined must say its roles', async () => {
  const direct = nodeEngine();
  await load(direct, 'users', { roles: {} }, UNITS);
  await expect(
    load(direct, 'events', { roles: ROLES, units: 'users' }, EVENTS),
  ).rejects.toMatchObject({
    code: 'companion-without-role',
    args: { source: 'users', role: 'user' },
    at: { path: 'units' },
  });
});
