import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import type { DirectEngine } from '../../src/engine/direct';
import type { Setting } from '../../src/engine/engine';
import { nodeEngine } from '../../src/engine/node-engine';
import { ROLES, STORY, csvFile } from './csv-file';

const SETTING: Setting = { timezone: 'UTC', weekStart: 'monday', locale: 'en' };
const NEVER = new AbortController().signal;
const nobody = (): void => {};

const UNITS = [
  'version,country,spend',
  'a,DE,1',
  'a,DE,2',
  'a,FR,100',
  'b,DE,3',
  'b,DE,5',
  'b,FR,900',
];

const ON_EVENTS: JsonObject = {
  kind: 'experiment',
  source: 'events',
  exposure: { event: 'exposure', variant: 'variant' },
  control: 'control',
  metrics: [{ name: 'purchase', type: 'proportion', event: 'purchase', window: '1d' }],
  completeThrough: '2026-03-05',
  looks: 'fixed',
};

const ON_UNITS: JsonObject = {
  kind: 'experiment',
  source: 'units',
  variant: 'version',
  control: 'a',
  metrics: [{ name: 'spend', type: 'mean', column: 'spend' }],
};

function load(engine: DirectEngine, cell: string, lines: readonly string[], roles: JsonObject) {
  const file = csvFile(`${cell}.csv`, lines);
  const params = { file: file.name, roles };
  const request = { notebook: 'n', cell, params, files: [file], setting: SETTING };
  return engine.load(request, nobody, NEVER);
}

async function engineWithBoth(): Promise<DirectEngine> {
  const engine = nodeEngine();
  await load(engine, 'events', STORY, ROLES);
  await load(engine, 'units', UNITS, {});
  return engine;
}

function asked(cell: string, params: JsonObject, setting = SETTING) {
  return { notebook: 'n', cell, params, setting };
}

async function armsOf(engine: DirectEngine, params: JsonObject) {
  const { result } = await engine.run(asked('ab', params), nobody, NEVER);
  const { arms } = result as unknown as { arms: { name: string; users: number }[] };
  return arms.map(({ name, users }) => [name, users]);
}

describe('a segment', () => {
  it('holds the users with at least one event that passes', async () => {
    const engine = await engineWithBoth();
    const size = (where: JsonObject) =>
      engine.segment(asked('s', { source: 'events', where } as JsonObject));
    expect(await size({ event: 'purchase' })).toEqual({ type: 'segment', users: 3, of: 6 });
    expect(await size({ event: 'purchase', amount: { '>=': 25 } })).toMatchObject({ users: 2 });
    // One event has to pass all of it: nobody bought and was exposed in one row.
    expect(await size({ event: 'purchase', variant: 'control' })).toMatchObject({ users: 0 });
    expect(await size({})).toMatchObject({ users: 6 });
    expect(await engine.segment(asked('s', { source: 'events' }))).toMatchObject({ users: 6 });
  });

  it('holds the units of a unit table that pass', async () => {
    const engine = await engineWithBoth();
    const where = { country: 'DE' };
    expect(await engine.segment(asked('s', { source: 'units', where }))).toEqual({
      type: 'segment',
      users: 4,
      of: 6,
    });
  });

  it('reads times without a zone in the zone of the notebook', async () => {
    const engine = await engineWithBoth();
    const params = { source: 'events', where: { ts: { '<': '2026-03-02T10:30:00' } } };
    const berlin = { ...SETTING, timezone: 'Europe/Berlin' };
    expect(await engine.segment(asked('s', params))).toMatchObject({ users: 3 });
    expect(await engine.segment(asked('s', params, berlin))).toMatchObject({ users: 3 });
    const utc = { source: 'events', where: { ts: { '<': '2026-03-02T10:07:00' } } };
    expect(await engine.segment(asked('s', utc, berlin))).toMatchObject({ users: 2 });
  });

  it.each([
    ['a column that is not there', { source: 'events', where: { contry: 'DE' } }, 'where.contry'],
    ['an unknown key', { source: 'events', were: {} }, 'were'],
    ['a source that was not read', { source: 'evnts' }, 'source'],
    ['no source', { where: {} }, 'source'],
  ])('refuses %s, and says where', async (_, params, path) => {
    const engine = await engineWithBoth();
    await expect(engine.segment(asked('s', params as JsonObject))).rejects.toMatchObject({
      name: 'Problem',
      at: { path },
    });
  });
});

describe('a population', () => {
  it('leaves an experiment on events only the users of the segment, with all their rows', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', { source: 'events', where: { event: 'purchase' } }));
    expect(await armsOf(engine, { ...ON_EVENTS, population: 'buyers' })).toEqual([
      ['control', 1],
      ['treatment', 2],
    ]);
    expect(await armsOf(engine, ON_EVENTS)).toEqual([
      ['control', 3],
      ['treatment', 3],
    ]);
  });

  it('gives what a file with these units alone gives', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('germans', { source: 'units', where: { country: 'DE' } }));
    const some = await engine.run(
      asked('ab', { ...ON_UNITS, population: 'germans' }),
      nobody,
      NEVER,
    );
    const alone = nodeEngine();
    await load(
      alone,
      'units',
      UNITS.filter((line) => !line.includes('FR')),
      {},
    );
    const all = await alone.run(asked('ab', ON_UNITS), nobody, NEVER);
    expect(some.result).toEqual(all.result);
    expect(some.data).toMatchObject({ users: 4 });
  });

  it('lists among the users behind a number only its own', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('modest', { source: 'events', where: { amount: { '<=': 25 } } }));
    const params = { ...ON_EVENTS, population: 'modest' };
    expect(await engine.members(asked('ab', params), 'arms.treatment', 0, 9)).toEqual({
      total: 1,
      ids: ['dan'],
    });
  });

  it('is found anew when its source has been read anew', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', { source: 'events', where: { event: 'purchase' } }));
    await load(engine, 'events', [...STORY, 'eve,2026-03-02T18:00:00Z,purchase,,9'], ROLES);
    expect(await armsOf(engine, { ...ON_EVENTS, population: 'buyers' })).toEqual([
      ['control', 2],
      ['treatment', 2],
    ]);
  });

  it.each([
    ['a segment that has not run', 'others', 'no-value-yet'],
    ['a segment of another source', 'germans', 'population-elsewhere'],
    ['a segment that holds nobody', 'none', 'nobody-in-population'],
  ])('that is %s is refused', async (_, population, code) => {
    const engine = await engineWithBoth();
    await engine.segment(asked('germans', { source: 'units', where: { country: 'DE' } }));
    await engine.segment(asked('none', { source: 'events', where: { amount: { '>': 99 } } }));
    await expect(armsOf(engine, { ...ON_EVENTS, population })).rejects.toMatchObject({
      code,
      at: { path: 'population' },
    });
  });

  it('is gone with its notebook', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', { source: 'events', where: { event: 'purchase' } }));
    await engine.close('n');
    await load(engine, 'events', STORY, ROLES);
    await expect(armsOf(engine, { ...ON_EVENTS, population: 'buyers' })).rejects.toMatchObject({
      code: 'no-value-yet',
    });
  });
});

describe('users divided by a segment', () => {
  const BUYERS = { source: 'events', rule: { event: 'purchase' } };
  const steps = [{ event: 'exposure' }, { event: ['purchase', 'view'] }];
  const FUNNEL: JsonObject = {
    ...{ kind: 'funnel', source: 'events', steps, window: '1d', breakdown: 'buyers' },
    completeThrough: '2026-03-05',
  };
  const RETENTION: JsonObject = {
    ...{ kind: 'retention', source: 'events', start: { event: 'exposure' }, period: 'day' },
    ...{ periods: 2, breakdown: 'buyers', control: 'buyers', completeThrough: '2026-03-05' },
  };

  async function groupsOf(engine: DirectEngine, params: JsonObject) {
    const { result } = await engine.run(asked('cell', params), nobody, NEVER);
    return (result as unknown as { groups: { name: string; entered?: number; users?: number }[] })
      .groups;
  }

  it('are those in it and the others, in funnels and cohorts', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', BUYERS as JsonObject));
    const funnel = await groupsOf(engine, FUNNEL);
    expect(funnel.map(({ name, entered }) => [name, entered])).toEqual([
      ['(others)', 3],
      ['buyers', 3],
    ]);
    const retention = await groupsOf(engine, RETENTION);
    expect(retention.map(({ name, users }) => [name, users])).toEqual([
      ['buyers', 3],
      ['(others)', 3],
    ]);
  });

  it('are the same when the population is another segment', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', BUYERS as JsonObject));
    const where = { variant: 'treatment' };
    await engine.segment(asked('treated', { source: 'events', where }));
    const funnel = await groupsOf(engine, { ...FUNNEL, population: 'treated' });
    expect(funnel.map(({ name, entered }) => [name, entered])).toEqual([
      ['buyers', 2],
      ['(others)', 1],
    ]);
  });

  it('changes with the segment', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', BUYERS as JsonObject));
    await groupsOf(engine, FUNNEL);
    const rule = { event: 'purchase', value: 'amount', sum: { '>': 20 } };
    await engine.segment(asked('buyers', { source: 'events', rule }));
    const funnel = await groupsOf(engine, FUNNEL);
    expect(funnel.map(({ name, entered }) => [name, entered])).toEqual([
      ['(others)', 4],
      ['buyers', 2],
    ]);
  });

  it('is a column where no segment is called so', async () => {
    const engine = await engineWithBoth();
    await expect(groupsOf(engine, FUNNEL)).rejects.toMatchObject({ code: 'not-in-data' });
  });

  it('refuses a segment of other data', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', { source: 'units' }));
    await expect(groupsOf(engine, FUNNEL)).rejects.toMatchObject({
      ...{ code: 'population-elsewhere', at: { path: 'breakdown' } },
    });
  });

  it('are looked at over time by the kind segments', async () => {
    const engine = await engineWithBoth();
    await engine.segment(asked('buyers', BUYERS as JsonObject));
    const rule = { not: { event: 'purchase' } };
    await engine.segment(asked('lookers', { source: 'events', rule }));
    const params = { kind: 'segments', source: 'events', segments: ['buyers', 'lookers'] };
    const asks = { ...params, period: 'day', completeThrough: '2026-03-04' };
    const { result } = await engine.run(asked('who', asks), nobody, NEVER);
    const { segments, overlaps } = result as never as {
      segments: { name: string; users: number; of: number; rows: object[] }[];
      overlaps: object[];
    };
    expect(segments.map(({ name, users, of }) => [name, users, of])).toEqual([
      ['buyers', 3, 6],
      ['lookers', 3, 6],
    ]);
    expect(overlaps).toMatchObject([{ both: 0, either: 6, jaccard: { estimate: 0 } }]);
    expect(segments[0]!.rows).toMatchObject([
      { start: '2026-03-02', users: 3, of: 6, entered: 3, left: 0 },
      { start: '2026-03-03', users: 3, of: 6, entered: 0, left: 0 },
      { start: '2026-03-04', users: 3, of: 6, entered: 0, left: 0 },
    ]);
    const { ids } = await engine.members(asked('who', asks), 'segments.buyers', 0, 9);
    expect(ids).toEqual(['ann', 'bob', 'dan']);
    const missing = { ...asks, segments: ['buyers', 'vip'] };
    await expect(engine.run(asked('who', missing), nobody, NEVER)).rejects.toMatchObject({
      ...{ code: 'no-such-cell', at: { path: 'segments[1]' } },
    });
  });
});
