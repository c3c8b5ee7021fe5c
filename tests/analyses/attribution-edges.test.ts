import { describe, expect, it } from 'vitest';
import { attribution } from '../../src/analyses/attribution/attribution';
import type { NamedTable } from '../../src/analyses/analysis';
import { Problem } from '../../src/base/problem';
import { english } from '../../src/locale/english';
import { findingSentence, problemSentence } from '../../src/locale/language';
import { DAY, START, story } from '../events/story';
import { type Around, attributionOf, creditBy, pathsOf, storyOf } from './attribution-of';
import { EVENT_ROLES, resultInBlocks } from './run';

const TWO = `
  ann 1 visit search -
  ann 2 visit email  -
  ann 2 buy   -      60
  bob 1 visit search -
  bob 2 buy   -      40
  cy  1 visit social -
`;

/** The problem that an attribution ends in. */
function problemOf(act: () => unknown): { code: string; args: object; path: string | undefined } {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) {
      return { code: error.code, args: error.args, path: error.at.path };
    }
    throw error;
  }
  throw new Error('no problem');
}

function codesOf({ result, params }: ReturnType<typeof storyOf>): string[] {
  return attribution.findings(result, params).map(({ code }) => code);
}

describe('what cannot be attributed', () => {
  it('names the nearest event and column', () => {
    const touch = { event: 'visti', channel: 'channel' };
    expect(problemOf(() => storyOf(TWO, { touch }))).toMatchObject({
      code: 'not-in-data',
      path: 'touch.event',
      args: { name: 'visti', near: 'visit' },
    });
    const column = { event: 'visit', channel: 'chanel' };
    expect(problemOf(() => storyOf(TWO, { touch: column }))).toMatchObject({
      code: 'not-in-data',
      path: 'touch.channel',
      args: { near: 'channel' },
    });
    const conversion = { event: 'bought' };
    expect(problemOf(() => storyOf(TWO, { conversion }))).toMatchObject({
      code: 'not-in-data',
      path: 'conversion.event',
    });
    const value = { event: 'buy', value: 'amuont' };
    expect(problemOf(() => storyOf(TWO, { conversion: value }))).toMatchObject({
      path: 'conversion.value',
      args: { near: 'amount' },
    });
  });

  it('refuses a look-back or half-life of no time', () => {
    expect(problemOf(() => storyOf(TWO, { lookback: '0d' }))).toMatchObject({
      code: 'window-is-zero',
      path: 'lookback',
    });
    const models = ['first', { 'time-decay': '0h' }];
    expect(problemOf(() => storyOf(TWO, { models }))).toMatchObject({
      code: 'window-is-zero',
      path: 'models[1]',
    });
  });

  it('refuses weights of nothing and the same model twice', () => {
    expect(problemOf(() => storyOf(TWO, { models: [{ position: [0, 0, 0] }] })).code).toBe(
      'weights-are-zero',
    );
    const models = ['markov', 'linear', { markov: 1 }];
    expect(problemOf(() => storyOf(TWO, { models }))).toMatchObject({
      code: 'same-model',
      path: 'models[2]',
    });
  });

  it('refuses a channel column of a hundred thousand values, and says how many it saw', () => {
    const users = 100_000;
    const dataset = {
      ...story('user:number at:time event:text channel:text\n1 1 visit a'),
      rows: users + 1,
    };
    const column = { missing: 0, unreadable: 0 };
    const rows = Array.from({ length: users + 1 }, (_, i) => i);
    const columns = [
      { ...column, name: 'user', kind: 'number' as const, values: Float64Array.from(rows) },
      {
        ...{ ...column, name: 'at', kind: 'time' as const, dateOnly: false },
        values: new Float64Array(users + 1).fill(START + DAY),
      },
      {
        ...{ ...column, name: 'event', kind: 'text' as const, values: ['visit', 'buy'] },
        codes: Int32Array.from(rows, (i) => (i === users ? 1 : 0)),
      },
      {
        ...{ ...column, name: 'channel', kind: 'text' as const },
        values: rows.map((i) => `id-${i}`),
        codes: Int32Array.from(rows),
      },
    ];
    const problem = problemOf(() =>
      attributionOf({ ...dataset, columns }, EVENT_ROLES, {
        touch: { event: 'visit', channel: 'channel' },
        conversion: { event: 'buy' },
        completeThrough: '2028-12-31',
      }),
    );
    expect(problem).toEqual({
      code: 'too-many-channels',
      path: 'touch.channel',
      args: { name: 'channel', found: 100_000, most: 500 },
    });
    // Users are counted in blocks, and the first that holds too many ends it.
    const args = { name: 'channel', found: 32_768, most: 500 };
    expect(problemSentence({ code: 'too-many-channels', args }, english).message).toContain(
      'has at least 32,768 different values',
    );
  });

  it('says what is missing, for events and for counted paths', () => {
    expect(problemOf(() => storyOf(TWO, { touch: undefined }))).toMatchObject({
      code: 'attribution-needs',
      args: { needs: 'touch' },
    });
    expect(problemOf(() => storyOf(TWO, { conversion: undefined })).path).toBe('conversion');
    const units = story('user:text plan:text\nann basic');
    expect(problemOf(() => attributionOf(units, { user: 'user' }, {})).code).toBe(
      'attribution-needs-paths',
    );
    const touch = { event: 'visit', channel: 'channel' };
    expect(problemOf(() => pathsOf('a | 1 0 0', { touch })).code).toBe('needs-events');
    const decay = { models: ['linear', 'time-decay'] };
    expect(problemOf(() => pathsOf('a | 1 0 0', decay))).toMatchObject({
      code: 'needs-ages',
      path: 'models[1]',
    });
    expect(problemOf(() => pathsOf('a | -1 0 0')).code).toBe('negative-count');
  });

  it('says when nothing converted, at all or in the range', () => {
    const conversion = { event: 'buy', where: { amount: { '>=': 1000 } } };
    expect(problemOf(() => storyOf(TWO, { conversion }))).toMatchObject({
      code: 'no-conversions',
      args: { event: 'buy' },
    });
    const range = { from: '2026-04-01', to: '2026-05-01' };
    expect(problemOf(() => storyOf(TWO, { range })).code).toBe('no-conversions-in-range');
    expect(problemOf(() => pathsOf('a > b | 0 3 0')).code).toBe('no-conversions');
  });
});

describe('warnings', () => {
  it('say that a Markov chain without failures only mirrors paths', () => {
    const codes = codesOf(pathsOf('a > b | 4 0 0\na | 2 0 0', { models: ['markov'] }));
    expect(codes).toContain('attribution.no-nulls');
    expect(codesOf(pathsOf('a > b | 4 1 0', { models: ['markov'] }))).not.toContain(
      'attribution.no-nulls',
    );
  });

  it('say that many conversions have no touch', () => {
    const lines = `${TWO}\n dan 3 buy - 1`;
    expect(codesOf(storyOf(lines))).toContain('attribution.many-untouched');
    expect(codesOf(storyOf(TWO))).not.toContain('attribution.many-untouched');
  });

  it('say that a chain of high order is mostly rare states', () => {
    const { result, params } = storyOf(TWO, { models: [{ markov: 3 }] });
    const [model] = result.models;
    expect(model!.sparse).toBe(1);
    const sparse = attribution
      .findings(result, params)
      .find(({ code }) => code === 'attribution.sparse')!;
    expect(findingSentence(sparse, english)).toContain('100 % of visits');
  });

  it('say that look-backs begin before the data do', () => {
    expect(codesOf(storyOf(TWO))).toContain('attribution.truncated');
    const lines = `${TWO.trim()}\n zoe -40 look - -`;
    expect(codesOf(storyOf(lines))).not.toContain('attribution.truncated');
  });

  it('say that participation inflates and that credit is no lift, with a way to an experiment', () => {
    const { result, params } = storyOf(TWO, { models: ['participation'] });
    const said = attribution.findings(result, params);
    expect(said.map(({ code }) => code)).toContain('attribution.inflates');
    expect(said.find(({ code }) => code === 'attribution.not-lift')!.answeredBy).toBe('experiment');
  });

  it('call no channel first while chance could turn them', () => {
    const close = storyOf(TWO, { bootstrap: 200, models: ['last'] });
    expect(codesOf(close)).toContain('attribution.unclear');
    const many = Array.from(
      { length: 60 },
      (_, i) => `u${i} 1 visit ${i < 50 ? 'search' : 'email'} -\n u${i} 2 buy - 1`,
    );
    const clear = storyOf(many.join('\n'), { bootstrap: 200, models: ['last', 'first'] });
    expect(codesOf(clear)).toContain('attribution.agreed');
    expect(codesOf(storyOf(TWO, { models: ['last'] }))).toContain('attribution.untested');
  });

  it('say that models disagree about the first', () => {
    const many = Array.from(
      { length: 60 },
      (_, i) => `u${i} 1 visit search -\n u${i} 2 visit email -\n u${i} 3 buy - 1`,
    );
    const { result, params } = storyOf(many.join('\n'), {
      bootstrap: 50,
      models: ['first', 'last'],
    });
    const [answer] = attribution.findings(result, params).filter(({ level }) => level === 'answer');
    expect(findingSentence(answer!, english)).toBe(
      'Which channel is first depends on the model: search by First and email by Last.',
    );
  });

  it('name the models by which the first is too close to tell', () => {
    const many = Array.from(
      { length: 60 },
      (_, i) =>
        `u${i} 1 visit search -\n u${i} 2 visit ${i % 2 === 0 ? 'search' : 'email'} -\n u${i} 3 buy - 1`,
    );
    const { result, params } = storyOf(many.join('\n'), {
      bootstrap: 100,
      models: ['first', 'last'],
    });
    const [answer] = attribution.findings(result, params).filter(({ level }) => level === 'answer');
    expect(findingSentence(answer!, english)).toBe(
      'search gets the most credit by 1 of 2 models; by Last it is too close to tell.',
    );
  });

  it('say that nothing can be divided when no conversion has a touch', () => {
    const lines = 'ann 1 buy - 5\nbob 1 visit search -';
    const { result, params } = storyOf(lines, { models: ['linear', 'markov', 'shapley'] });
    expect(creditBy(result, 'markov')).toEqual({ '(no touch)': 1 });
    const [search] = result.models[1]!.channels;
    expect(search).toMatchObject({
      removalEffect: null,
      problem: { code: 'no-touched-conversions' },
    });
    expect(attribution.findings(result, params).map(({ code }) => code)).toContain(
      'attribution.untouched',
    );
  });
});

describe('intervals', () => {
  const many = Array.from(
    { length: 80 },
    (_, i) =>
      `u${i} 1 visit ${'ab'[i % 2]} -\n u${i} 2 visit ${'abc'[i % 3]} -` +
      (i % 4 === 0 ? '' : `\n u${i} 3 buy - ${i}`),
  ).join('\n');
  const models = ['last', 'time-decay', 'markov', 'shapley', { shapley: 'rate' }];

  it('hold the estimate, are the same for a seed and others for another', () => {
    const run = (seed: number) => storyOf(many, { models, bootstrap: 200, seed }).result;
    const first = run(1);
    for (const { channels } of first.models) {
      for (const { conversions } of channels) {
        expect(conversions.low!).toBeLessThanOrEqual(conversions.estimate!);
        expect(conversions.high!).toBeGreaterThanOrEqual(conversions.estimate!);
      }
      const chances = channels.slice(0, -1).map(({ firstProbability }) => firstProbability!);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(channels.at(-1)!.firstProbability).toBeNull();
    }
    expect(run(1)).toEqual(first);
    expect(run(2).models[0]!.channels).not.toEqual(first.models[0]!.channels);
  });

  it('of a channel that gets x of one-purchase users are those of a Poisson count', () => {
    const purchases = Array.from({ length: 400 }, (_, i) => `u${i} 1 visit a -\n u${i} 2 buy - 1`);
    const { result } = storyOf(purchases.join('\n'), { models: ['last'], bootstrap: 2000 });
    const { low, high } = result.models[0]!.channels[0]!.conversions;
    expect((high! - low!) / (2 * 1.96 * Math.sqrt(400))).toBeCloseTo(1, 1);
  });

  it('draw users whole: twenty purchases of one user move together', () => {
    const single = Array.from({ length: 20 }, (_, i) => `u${i} 1 visit a -\n u${i} 2 buy - 1`);
    const whole = Array.from(
      { length: 20 },
      (_, i) => `u 1.${i + 10} visit a -\n u 1.${i + 10} buy - 1`,
    );
    const width = (lines: readonly string[]) => {
      const { result } = storyOf(lines.join('\n'), { models: ['last'], bootstrap: 500 });
      const { low, high } = result.models[0]!.channels[0]!.conversions;
      return high! - low!;
    };
    expect(width(whole)).toBeGreaterThan(2 * width(single));
  });

  it('of counted paths take each journey as another user', () => {
    const { result } = pathsOf('a | 400 100 0\nb | 100 900 0', {
      models: ['last'],
      bootstrap: 1000,
    });
    const { low, high } = result.models[0]!.channels[0]!.conversions;
    expect((high! - low!) / (2 * 1.96 * Math.sqrt(400))).toBeCloseTo(1, 1);
  });

  it('show the error of sampled Shapley values, which exact ones of twelve channels do not have', () => {
    const channels = Array.from({ length: 13 }, (_, i) => `c${i}`);
    const lines = channels.map((channel, i) => `${channel} > c0 | ${i + 1} ${20 - i} 0`);
    const sampled = pathsOf(lines.join('\n'), { models: [{ shapley: 'rate' }], bootstrap: 20 });
    const exact = pathsOf(lines.slice(0, 12).join('\n'), { models: [{ shapley: 'rate' }] });
    const [model] = sampled.result.models;
    expect(model!.channels[0]!.samplingError).toBeGreaterThan(0);
    expect(exact.result.models[0]!.channels[0]).not.toHaveProperty('samplingError');
    const sum = model!.channels.reduce(
      (total, { conversions }) => total + conversions.estimate!,
      0,
    );
    expect(sum).toBeCloseTo(91, 8);
  });

  it('are the same in blocks of the engine’s size', async () => {
    const { input, params, result } = storyOf(many, { models, bootstrap: 20 });
    expect(await resultInBlocks(attribution as never, input, params)).toEqual(result);
  });
});

describe('costs', () => {
  const spend = (rows: string, unit?: string): Around => ({
    columnUnits: { amount: 'EUR' },
    tables: new Map<string, NamedTable>([
      [
        'spend',
        {
          dataset: story(`date:time channel:text cost:number\n${rows}`, { dateOnly: true }),
          roles: { channel: 'channel', date: 'date', cost: 'cost' },
          columnUnits: unit === undefined ? {} : { cost: unit },
        },
      ],
    ]),
  });
  const last = { costs: 'spend', models: ['last'] };

  it('give return and cost per conversion, and list what does not match', () => {
    const around = spend('1 search 10\n1 print 7\n2 search 10', 'EUR');
    const { result } = storyOf(TWO, last, around);
    const [search, email] = result.models[0]!.channels;
    expect(search).toMatchObject({
      channel: 'search',
      cost: 20,
      roas: { estimate: 2 },
      cac: { estimate: 20 },
    });
    expect(email).toMatchObject({ channel: 'email', cost: null, roas: null, cac: null });
    expect(result.costs).toEqual({
      total: 27,
      unit: 'EUR',
      outside: 0,
      withoutTouch: [{ channel: 'print', cost: 7 }],
      withoutCost: ['email', 'social'],
    });
  });

  it('count by the dates of the range, else of the data', () => {
    const around = spend('-3 search 10\n1 search 4\n2 search 2\n999 search 1', 'EUR');
    const whole = storyOf(TWO, { ...last, completeThrough: '2026-03-10' }, around).result;
    expect(whole.costs).toMatchObject({ total: 6, outside: 11 });
    const range = { from: '2026-03-04', to: '2026-03-05' };
    const part = storyOf(TWO, { ...last, range }, around).result;
    expect(part.costs).toMatchObject({ total: 2, outside: 15 });
  });

  it('turn the ends of the interval: more conversions are cheaper ones', () => {
    const { result } = storyOf(TWO, { ...last, bootstrap: 100 }, spend('1 search 20', 'EUR'));
    const [search] = result.models[0]!.channels;
    const { conversions, cac, roas, value } = search!;
    expect(cac!.low).toBeCloseTo(20 / conversions.high!, 12);
    expect(cac).toMatchObject({ high: null, problem: { code: 'no-upper-end' } });
    expect(roas!.high).toBeCloseTo(value!.high! / 20, 12);
  });

  it('do not divide euros by dollars, nor anything by nothing', () => {
    const dollars = storyOf(TWO, last, spend('1 search 20', 'USD'));
    const [search] = dollars.result.models[0]!.channels;
    expect(search!.roas).toMatchObject({ estimate: null, problem: { code: 'units-differ' } });
    expect(search!.cac).toMatchObject({ estimate: 20 });
    expect(codesOf(dollars)).toContain('attribution.units-differ');
    const free = storyOf(TWO, last, spend('1 search 0', 'EUR')).result;
    expect(free.models[0]!.channels[0]!.roas).toMatchObject({ problem: { code: 'no-cost' } });
    const none = storyOf(TWO, last, spend('1 social 5', 'EUR')).result;
    const social = none.models[0]!.channels.find(({ channel }) => channel === 'social')!;
    expect(social.cac).toMatchObject({ problem: { code: 'no-conversions-credited' } });
  });

  it('are refused from a table without the roles', () => {
    const tables = new Map<string, NamedTable>([
      ['spend', { dataset: story('a:text\nb'), roles: {}, columnUnits: {} }],
    ]);
    expect(problemOf(() => storyOf(TWO, last, { tables }))).toMatchObject({
      code: 'not-a-cost-table',
      path: 'costs',
    });
  });
});

describe('the users behind a number', () => {
  const { input, params } = storyOf(
    `${TWO}
     dan 3 buy - 1
     eve 1 visit search -
     eve 2 visit email -
     eve 3 buy - 1
     eve 4 visit email -`,
    { completeThrough: '2026-04-03', models: ['first', 'last', 'markov', 'time-decay'] },
  );
  const users = (path: string) => [...attribution.members!(input, params, path)];

  it('are those with journeys of the kind', () => {
    expect(users('journeys.converted')).toEqual([0, 1, 3, 4]);
    expect(users('journeys.withoutTouch')).toEqual([3]);
    expect(users('journeys.null')).toEqual([2]);
    expect(users('journeys.open')).toEqual([4]);
  });

  it('are those for whose conversion the channel gets credit by the model', () => {
    expect(users('models.first.channels.search')).toEqual([0, 1, 4]);
    expect(users('models.last.channels.search')).toEqual([1]);
    expect(users('channels.email.last')).toEqual([0, 4]);
    expect(users('models.markov.channels.search.conversions')).toEqual([0, 1, 4]);
    expect(users('models["time-decay"].channels.email')).toEqual([0, 4]);
    expect(users('models.last.channels["(no touch)"]')).toEqual([3]);
    expect(users('models.last.channels.nothing')).toEqual([]);
    expect(users('models.nothing.channels.email')).toEqual([]);
    expect(users('paths')).toEqual([]);
  });
});

describe('show working', () => {
  it('has the figures from which the number follows', () => {
    const models = ['linear', 'markov'];
    const { result } = storyOf(TWO, { models, costs: undefined });
    const markov = attribution.working(result, 'models.markov.channels.search.conversions')!;
    const figure = (symbol: string) =>
      markov.figures.find((each) => each.symbol === symbol)!.value as number;
    expect((figure('N') * figure('R')) / figure('Σ R')).toBeCloseTo(markov.value, 12);
    expect(attribution.working(result, 'channels.search.linear')!.value).toBe(1.5);
    expect(attribution.working(result, 'models.markov.channels.search.removalEffect')!.value).toBe(
      result.models[1]!.channels[0]!.removalEffect,
    );
    expect(attribution.working(result, 'journeys.converted')).toBeNull();
    expect(attribution.working(result, 'models.linear.channels.nobody')).toBeNull();
  });
});
