import { describe, expect, it } from 'vitest';
import { experiment } from '../../src/analyses/experiment/experiment';
import { findings } from '../../src/analyses/experiment/findings';
import { block } from '../../src/events/event-index';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { numbersFor } from '../../src/locale/numbers';
import { chinese } from '../../src/locale/zh-cn/chinese';
import { story } from '../events/story';
import { experimentOf } from './run';

const letters = story(`
  user:text group:number member:flag age:number paid:flag spent:number
  ann       1            yes         20         yes       5
  bob       0            no          -          no        0
  cy        1            yes         30         no        -
  dan       0            yes         40         yes       7
  eve       -            no          50         yes       9
  bob       1            no          60         yes       8
`);

const BASE = {
  variant: 'group',
  control: '0',
  contamination: 'first',
  segments: ['member'],
  metrics: [
    { name: 'paid', type: 'proportion', column: 'paid' },
    { name: 'spent', type: 'mean', column: 'spent', covariate: 'age' },
    {
      name: 'per year',
      type: 'ratio',
      numerator: { column: 'spent' },
      denominator: { column: 'age' },
    },
  ],
};

describe('an experiment on one row per user', () => {
  const { input, params, result } = experimentOf(letters, { user: 'user' }, BASE);

  it('takes the variant from a column of any kind, and the first row of each user', () => {
    expect(result.arms.map(({ name, users }) => [name, users])).toEqual([
      ['0', 2],
      ['1', 2],
    ]);
    expect(result.metrics[0]!.arms).toMatchObject([
      { total: 1, value: 0.5 },
      { total: 1, value: 0.5 },
    ]);
  });

  it('says that a planned end changes nothing without times', () => {
    const planned = experimentOf(letters, { user: 'user' }, { ...BASE, plannedEnd: '2026-03-15' });
    const said = (of: typeof planned) =>
      experiment.findings(of.result, of.params).map((each) => findingSentence(each, english));
    const sentence = expect.stringMatching(/^The planned end \(2026-03-15\) changes nothing here/);
    expect(said(planned)).toContainEqual(sentence);
    expect(said({ input, params, result })).not.toContainEqual(sentence);
    const hybrid = { ...BASE, plannedEnd: '2026-03-15', looks: 'hybrid' };
    expect(() => experimentOf(letters, { user: 'user' }, hybrid)).toThrow('needs-times');
  });

  it('adds 0 for a missing value and counts it', () => {
    expect(result.metrics[1]!.arms).toMatchObject([
      { total: 7, missing: 0 },
      { total: 5, missing: 1 },
    ]);
    expect(result.metrics[2]!.arms).toMatchObject([
      { total: 7, denominator: 40, missing: 1 },
      { total: 5, denominator: 50, missing: 1 },
    ]);
  });

  it('counts further rows of a user, and users without a variant', () => {
    expect(result.checks).toContainEqual({
      name: 'duplicates',
      status: 'warn',
      rows: 0,
      repeated: 1,
    });
    expect(result.checks).toContainEqual({ name: 'without-variant', status: 'warn', users: 1 });
  });

  it('knows users whose rows name several arms, as an event table does', () => {
    const armsBy = (contamination: string) => {
      const run = experimentOf(letters, { user: 'user' }, { ...BASE, contamination });
      const { arms, checks, metrics, verdict } = run.result;
      const contaminated = checks.find(({ name }) => name === 'contamination');
      expect(contaminated).toMatchObject({ status: 'fail', users: 1, share: 0.25, of: 4 });
      expect(verdict).toMatchObject({ decision: 'not-trusted', rule: 'too-many-in-two-arms' });
      return arms.map(({ users }, i) => [users, metrics[1]!.arms[i]!.total]);
    };
    expect(armsBy('first')).toEqual([
      [2, 7],
      [2, 5],
    ]);
    expect(armsBy('exclude')).toEqual([
      [1, 7],
      [2, 5],
    ]);
    expect(armsBy('last')).toEqual([
      [1, 7],
      [3, 13],
    ]);
  });

  it('knows them in a part of the table, too', () => {
    const some = { ...BASE, where: { age: { '<': 45 } } };
    for (const contamination of ['exclude', 'last'] as const) {
      const { input, params, result } = experimentOf(
        letters,
        { user: 'user' },
        { ...some, contamination },
      );
      expect(result.arms[0]!.users).toBe(1);
      for (let cut = 1; cut < input.events.users; ++cut) {
        const parts = [block(input.events, 0, cut), block(input.events, cut, input.events.users)];
        const [a, b] = parts.map((events) => experiment.aggregate({ ...input, events }, params));
        expect(experiment.infer(experiment.merge(a!, b!), params, input.scope)).toEqual(result);
      }
    }
  });

  it('is the same from blocks that name their arms and groups in another order', () => {
    for (let cut = 1; cut < input.events.users; ++cut) {
      const parts = [block(input.events, 0, cut), block(input.events, cut, input.events.users)];
      const [a, b] = parts.map((events) => experiment.aggregate({ ...input, events }, params));
      expect(experiment.infer(experiment.merge(a!, b!), params, input.scope)).toEqual(result);
    }
  });

  it.each([
    ['events', { metrics: [{ name: 'x', type: 'proportion', event: 'buy' }] }, 'needs-events'],
    ['exposures', { exposure: { event: 'see', variant: 'group' } }, 'needs-events'],
    ['windows', { metrics: [{ ...BASE.metrics[0], window: '7d' }] }, 'needs-times'],
    ['days before', { metrics: [{ ...BASE.metrics[1], cuped: '7d' }] }, 'needs-times'],
    [
      'retention',
      { metrics: [{ name: 'x', type: 'retention', from: '1d', to: '2d' }] },
      'needs-events',
    ],
    ['a range', { range: { from: '2026-01-01', to: '2026-02-01' } }, 'needs-times'],
    ['no variant', { variant: undefined }, 'metric-needs'],
    [
      'a share of an amount',
      { metrics: [{ name: 'x', type: 'proportion', column: 'spent' }] },
      'not-zero-or-one',
    ],
    ['a preferred metric that is none', { correction: { preferred: 'payd' } }, 'no-such-metric'],
    ['a split beyond the whole', { split: { '0': 0.5, '1': 0.6 } }, 'split-does-not-add-up'],
    ['a filter that leaves nobody', { where: { age: { '>': 99 } } }, 'where-matches-nothing'],
  ])('refuses %s', (_, given, code) => {
    expect(() => experimentOf(letters, { user: 'user' }, { ...BASE, ...given })).toThrow(code);
  });

  it('filters users by their columns', () => {
    const { result: adults } = experimentOf(
      letters,
      { user: 'user' },
      {
        ...BASE,
        where: { age: { '>=': 25 } },
        control: '1',
        segments: [],
        split: { '0': 1, '1': 1 },
      },
    );
    expect(adults.arms.map(({ name, users }) => [name, users])).toEqual([
      ['1', 1],
      ['0', 1],
    ]);
  });
});

describe('what an experiment on one row per user says', () => {
  const rows = Array.from({ length: 400 }, (_, i) => {
    const isB = i % 2 === 1;
    const turn = Math.floor(i / 2) % 10;
    const took = turn < (isB ? 3 : 1) ? '-' : 100 + turn;
    return `u${i} ${isB ? 'b' : 'a'} ${turn < (isB ? 6 : 2) ? 'yes' : 'no'} ${took} 7 ${turn < 5 ? 'yes' : 'no'}`;
  });
  const table = story(
    `user:text group:text paid:flag took:number same:number even:flag\n${rows.join('\n')}`,
  );
  const paid = { name: 'paid', type: 'proportion', column: 'paid', role: 'goal' };
  const same = { name: 'same', type: 'mean', column: 'same' };
  const said = (metrics: readonly object[]) => {
    const given = { variant: 'group', control: 'a', metrics };
    const { result, params } = experimentOf(table, { user: 'user' }, given);
    return { result, found: findings(result, params) };
  };

  it('tells that missing values count as 0, and that the arms miss them unevenly', () => {
    const took = { name: 'took', type: 'mean', column: 'took', direction: 'down' };
    const missing = said([took]).found.find(({ code }) => code === 'experiment.missing-values')!;
    expect(missing).toMatchObject({ level: 'warning', tone: 'bad' });
    expect(findingSentence(missing, english)).toContain(
      'took: values are missing (10.0 % in a and 30.0 % in b) and count as 0.',
    );
    expect(
      findingSentence(missing, { ...chinese, locale: 'zh-CN', numbers: numbersFor('zh-CN') }),
    ).toContain('30.0 %');
  });

  it('gives the reason where a goal or a guardrail cannot be measured', () => {
    for (const [metrics, rule] of [
      [[same], 'goal-not-measured'],
      [[paid, { ...same, role: 'guardrail' }], 'guardrail-not-measured'],
    ] as const) {
      const { result, found } = said(metrics);
      expect(result.verdict).toMatchObject({ decision: 'inconclusive', rule });
      expect(found.map((each) => findingSentence(each, english))).toContain(
        'same, b: cannot be measured. Every user has the value 7.00. A metric that never varies cannot be compared.',
      );
    }
  });

  it('calls the winner overstated, not the first goal', () => {
    const other = { name: 'even', type: 'proportion', column: 'even' };
    const { result, found } = said([other, paid]);
    expect(result.verdict.arms[0]).toMatchObject({ decision: 'ship', metric: 'paid' });
    const overstated = found.find(({ code }) => code === 'experiment.overstated');
    expect(overstated?.args['name']).toBe('paid');
  });
});
