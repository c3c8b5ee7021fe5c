import { describe, expect, it } from 'vitest';
import { splitCheck } from '../../src/analyses/experiment/checks';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { Check, ExperimentResult } from '../../src/analyses/experiment/result';
import type { Roles } from '../../src/events/roles';
import { english } from '../../src/locale/english';
import { findingSentence, loadLanguage } from '../../src/locale/language';
import { twoSidedP } from '../../src/stats/normal';
import { story } from '../events/story';
import { expectClose } from '../stats/expect-close';
import { EVENT_ROLES, experimentOf } from './run';

const BASE = {
  exposure: { event: 'see', variant: 'arm' },
  control: 'A',
  looks: 'fixed',
  metrics: [{ name: 'bought', type: 'proportion', event: 'buy' }],
};

function read(lines: string, params: object = {}) {
  const dataset = story(`user:text at:time event:text arm:text mail:text\n${lines}`);
  return experimentOf(dataset, EVENT_ROLES, { ...BASE, ...params });
}

/** Users and converted users of each arm: `A 2/1`. */
function counts({ metrics }: ExperimentResult): string[] {
  return metrics[0]!.arms.map(({ name, matured, total }) => `${name} ${matured}/${total}`);
}

function check<Name extends Check['name']>(result: ExperimentResult, name: Name) {
  return result.checks.find((each) => each.name === name) as
    Extract<Check, { name: Name }> | undefined;
}

/** What the page says, in English. */
function said({ result, params }: ReturnType<typeof read>): string[] {
  return experiment.findings(result, params).map((each) => findingSentence(each, english));
}

const opened = `
  ann 0 see A -
  ann 1 open - -
  ann 2 buy - -
  bob 0 see A -
  bob 1 buy - -
  cy  3 open - -
  cy  3 see B -
  cy  4 buy - -
  dan 1 open - -
  dan 2 see B -
  dan 5 open - -
  dan 3 buy - -
  eve 0 see B -
  eve 0 see A -
  eve 1 open - -
  fay 20 buy - -
`;

describe('an activation', () => {
  const activation = { event: 'open' };

  it('lets users count from the first such event at their exposure or later', () => {
    // bob never opens it, dan opens it again after buying, eve saw both arms.
    expect(counts(read(opened, { activation }).result)).toEqual(['A 1/1', 'B 2/1']);
    expect(counts(read(opened).result)).toEqual(['A 2/2', 'B 2/2']);
  });

  it('leaves the check of the split as it was, and has one of its own', () => {
    const { result } = read(opened, { activation });
    expect(check(result, 'srm')).toMatchObject({ observed: [2, 2] });
    expect(check(result, 'activation')).toMatchObject({
      status: 'pass',
      observed: [1, 2],
      users: 3,
      of: 4,
      df: 1,
    });
    // One of three in either arm is nothing unusual: exactly 1.
    expect(check(result, 'activation')!.p).toBeCloseTo(1, 12);
  });

  it('starts windows, and waits for those that start late', () => {
    const lines = `${opened}
      gus 10 see B -
      gus 18 open - -
      gus 18.5 buy - -
    `;
    const week = [{ ...BASE.metrics[0], window: '3d' }];
    const { result } = read(lines, { activation, metrics: week });
    // The window of gus is not over on day 20; the last day is not complete.
    expect(result.metrics[0]!.arms.map(({ users, matured }) => `${users}/${matured}`)).toEqual([
      '1/1',
      '3/2',
    ]);
  });

  it('that arms reach unevenly makes the comparison one not to be trusted', () => {
    const lines = Array.from({ length: 200 }, (_, i) => {
      const arm = i % 2 === 0 ? 'A' : 'B';
      const opens = arm === 'A' || i % 10 === 1;
      return `u${i} 0 see ${arm} -\n${opens ? `u${i} 1 open - -` : ''}`;
    });
    const reading = read(`${lines.join('\n')}\nu0 20 buy - -`, { activation });
    expect(check(reading.result, 'srm')).toMatchObject({ status: 'pass' });
    expect(check(reading.result, 'activation')).toMatchObject({
      status: 'fail',
      observed: [100, 20],
      users: 120,
      of: 200,
    });
    expect(reading.result.verdict).toMatchObject({
      decision: 'not-trusted',
      rule: 'activated-unevenly',
    });
    expect(said(reading).join('\n')).toContain('A 100 and B 20');
  });

  it('keeps what was known at the exposure: segments and the time before', () => {
    const lines = `
      ann 1 buy - old
      ann 2 see A old
      ann 3 buy - new
      ann 4 open - new
      bob 1 see B new
      bob 2 open - new
      fay 20 buy - -
    `;
    const metrics = [{ name: 'orders', type: 'count', event: 'buy', cuped: '14d' }];
    const { result } = read(lines, { activation, metrics, segments: ['mail'] });
    const groups = result.metrics[0]!.segments![0]!.groups;
    expect(groups.map(({ value, arms }) => [value, ...arms.map(({ users }) => users)])).toEqual([
      ['old', 1, 0],
      ['new', 0, 1],
    ]);
  });
});

const visitors = `
  ann 0 see A ann@home
  ann 1 buy - ann@home
  bob 0 see A bob@Our.co
  bob 1 buy - bob@Our.co
  bot 0 see A -
  bot 1 load - -
  bot 2 load - -
  bot 3 load - -
  cy  0 see B cy@home
  cy  1 load - cy@home
  dan 0 see B dan@our.co
  eve 0 see B -
  eve 1 see A eve@our.co
  fay 0 see B -
  fay 2 see A -
  gus 20 buy - -
`;

describe('users excluded by rule', () => {
  const exclude = [
    { name: 'internal', where: { mail: { contains: '@our.co' } } },
    { name: 'bots', event: 'load', atLeast: 3 },
  ];

  it('do not count, whatever they did, and are counted by rule and arm', () => {
    const { result } = read(visitors, { exclude });
    expect(counts(result)).toEqual(['A 1/1', 'B 1/0']);
    expect(counts(read(visitors).result)).toEqual(['A 3/2', 'B 2/0']);
    expect(check(result, 'left-out')).toMatchObject({
      status: 'pass',
      reasons: [
        {
          name: 'internal',
          users: 3,
          arms: [
            { name: 'A', users: 1, of: 2 },
            { name: 'B', users: 2, of: 4 },
          ],
        },
        {
          name: 'bots',
          users: 1,
          arms: [
            { users: 1, of: 2 },
            { users: 0, of: 2 },
          ],
        },
        {
          name: 'several-arms',
          users: 1,
          arms: [
            { users: 0, of: 1 },
            { users: 1, of: 2 },
          ],
        },
      ],
    });
  });

  it('belong to no check: neither of the split nor of several arms', () => {
    const { result } = read(visitors, { exclude });
    expect(check(result, 'srm')).toMatchObject({ observed: [1, 1] });
    // eve saw both arms and is internal; fay saw both and is not.
    expect(check(result, 'contamination')).toMatchObject({ users: 1, of: 3 });
  });

  it('can be looked at one by one, as can those of several arms', () => {
    const { input, params } = read(visitors, { exclude });
    const ids = (path: string) => experiment.members!(input, params, path).length;
    expect(ids('checks["left-out"]')).toBe(4);
    expect(ids('checks.contamination')).toBe(1);
  });

  it('more often from one arm than from the other are a warning', () => {
    const lines = Array.from({ length: 400 }, (_, i) => {
      const arm = i % 2 === 0 ? 'A' : 'B';
      const isOur = arm === 'B' ? i % 8 === 1 : i % 80 === 0;
      return `u${i} 0 see ${arm} ${isOur ? `u${i}@our.co` : '-'}`;
    });
    const reading = read(`${lines.join('\n')}\nu0 20 buy - -`, { exclude: exclude.slice(0, 1) });
    expect(check(reading.result, 'left-out')).toMatchObject({
      status: 'warn',
      reasons: [
        {
          name: 'internal',
          users: 55,
          arms: [
            { users: 5, of: 200 },
            { users: 50, of: 200 },
          ],
        },
      ],
    });
    expect(said(reading)).toContainEqual(
      expect.stringContaining(
        'Users of arm B were left out more often (“internal”: 25.0 % against 2.5 % in A',
      ),
    );
    expect(reading.result.verdict.decision).not.toBe('not-trusted');
  });

  it('of a unit table are found by its columns', () => {
    const units = story(
      `user:text arm:text paid:number bot:flag\n${Array.from(
        { length: 40 },
        (_, i) => `u${i} ${'AB'[i % 2]} ${i % 4 === 0 ? 1 : 0} ${i < 6 ? 'yes' : 'no'}`,
      ).join('\n')}`,
    );
    const roles: Roles = { user: 'user' };
    const { result } = experimentOf(units, roles, {
      variant: 'arm',
      control: 'A',
      metrics: [{ name: 'paid', type: 'proportion', column: 'paid' }],
      exclude: [{ name: 'bots', where: { bot: true } }],
    });
    expect(result.arms.map(({ users }) => users)).toEqual([17, 17]);
    expect(check(result, 'left-out')!.reasons[0]!.arms.map(({ users }) => users)).toEqual([3, 3]);
  });

  it.each([
    [
      'a column that is not there',
      { where: { male: 'x' } },
      'not-in-data',
      'exclude[0].where.male',
    ],
    ['an event that is not there', { event: 'loads' }, 'not-in-data', 'exclude[0].event'],
  ])('say so: %s', (_, rule, code, path) => {
    expect(() => read(visitors, { exclude: [{ name: 'x', ...rule }] })).toThrow(
      expect.objectContaining({ code, at: expect.objectContaining({ path }) as object }),
    );
  });
});

describe('users who saw several arms', () => {
  const mixed = `
    ann 0 see A -
    ann 1 see B -
    ann 2 buy - -
    bob 0 see A -
    cy  0 see B -
    cy  1 buy - -
    dan 0 see B -
    gil 0 see A -
    fay 20 buy - -
  `;

  it.each([
    ['exclude', ['A 2/0', 'B 2/1'], 'first-exposure', 1 / 2 - 1 / 3],
    ['first', ['A 3/1', 'B 2/1'], 'mixed-left-out', 0.5],
    ['last', ['A 2/0', 'B 3/2'], 'mixed-left-out', 0.5],
  ])('stand beside the result of %s the other way', (contamination, own, name, difference) => {
    const reading = read(mixed, { contamination });
    expect(counts(reading.result)).toEqual(own);
    const [comparison] = reading.result.metrics[0]!.comparisons;
    expect(comparison!.sensitivity).toMatchObject([{ name, difference: { estimate: difference } }]);
    const table = experiment
      .tables(reading.result, english)
      .find((each) => each.name === 'choices')!;
    expect(table.rows.map((row) => row['choice'])).toEqual([
      'as chosen',
      english.words.madeOtherwise[name],
    ]);
  });

  it('that come from one arm more often are a warning', () => {
    const lines = Array.from({ length: 200 }, (_, i) => {
      const arm = i % 2 === 0 ? 'A' : 'B';
      return `u${i} 0 see ${arm} -\n${i % 10 === 0 ? `u${i} 1 see B -` : ''}`;
    });
    const reading = read(`${lines.join('\n')}\nu0 20 buy - -`);
    // 20 of the 100 who began in A went on to B, none the other way.
    expect(check(reading.result, 'left-out')).toMatchObject({
      status: 'warn',
      reasons: [
        {
          name: 'several-arms',
          users: 20,
          arms: [
            { users: 20, of: 100 },
            { users: 0, of: 100 },
          ],
        },
      ],
    });
    // Chi-square: (20 − 10)²/10 twice.
    expect(check(reading.result, 'left-out')!.reasons[0]!.p).toBeCloseTo(
      twoSidedP(Math.sqrt(20)),
      15,
    );
  });
});

describe('arms that were not to be', () => {
  const leak = `
    ann 0 see A -
    bob 0 see B -
    cy  0 see C -
    dan 0 see D -
    eve 0 see D -
    fay 20 buy - -
  `;

  it('are told apart: named without traffic, or not named at all; the split is of the others', () => {
    const reading = read(leak, { split: { A: 0.5, B: 0.5, C: 0 } });
    expect(check(reading.result, 'unexpected-arms')).toEqual({
      name: 'unexpected-arms',
      status: 'fail',
      arms: [
        { name: 'C', users: 1, inPlan: true },
        { name: 'D', users: 2 },
      ],
    });
    expect(check(reading.result, 'srm')).toMatchObject({ df: 1, expected: [1, 1, 0, 0] });
    expect(check(reading.result, 'srm')!.p).toBeCloseTo(1, 12);
    const text = said(reading).join('\n');
    expect(text).toContain('1 user was recorded in arm C, which has no planned traffic.');
    expect(text).toContain(
      '2 users were recorded in arm D, which the planned split does not name.',
    );
  });
});

describe('rows that stand twice', () => {
  it('are counted in a stream of events, stay, and the page says that they count again', () => {
    const metrics = [...BASE.metrics, { name: 'orders', type: 'count', event: 'buy' }];
    const reading = read(
      `ann 0 see A -\nann 1 buy - -\nann 1 buy - -\nbob 0 see B -\nfay 20 buy - -`,
      { metrics },
    );
    const { result } = reading;
    expect(result.metrics.map(({ arms: [a] }) => a!.total)).toEqual([1, 2]);
    expect(said(reading).join('\n')).toContain(
      'One row of the events is an exact copy of an earlier one (same user, time and all else)',
    );
    expect(check(result, 'duplicates')).toEqual({
      name: 'duplicates',
      status: 'warn',
      rows: 1,
      repeated: 0,
    });
  });
});

describe('arms before the exposure', () => {
  /** `past` of each arm's hundred users bought before they were exposed on day 10. */
  const before = (a: number, b: number) => {
    const lines = Array.from({ length: 200 }, (_, i) => {
      const [arm, did] = i % 2 === 0 ? ['A', i / 2 < a] : ['B', (i - 1) / 2 < b];
      return `u${i} 10 see ${arm} -\n${did ? `u${i} 9 buy - -` : ''}`;
    });
    return read(`${lines.join('\n')}\nzoe 20 buy - -`).result;
  };

  it('are compared in the goals, without being asked to', () => {
    expect(check(before(20, 22), 'balance')).toMatchObject({
      status: 'pass',
      metric: 'bought',
      tests: 1,
    });
    const result = before(20, 60);
    expect(check(result, 'balance')).toMatchObject({ status: 'fail', metric: 'bought' });
    expect(result.verdict).toMatchObject({ decision: 'not-trusted', rule: 'unequal-before' });
  });

  it('are not compared where nobody has a past, or where it is not wanted', () => {
    expect(check(before(0, 0), 'balance')).toBeUndefined();
    const lines = 'ann 1 buy - -\nann 2 see A -\nbob 2 see B -\nfay 20 buy - -';
    expect(check(read(lines).result, 'balance')).toMatchObject({ tests: 1 });
    expect(check(read(lines, { balance: '0d' }).result, 'balance')).toBeUndefined();
    expect(check(read(lines, { balance: '12h' }).result, 'balance')).toBeUndefined();
  });
});

describe('the time that a metric needs', () => {
  it('is had by those who count, and the check says who is waiting', () => {
    const { result } = read(
      'ann 0 see A -\nbob 12 see A -\ncy 13 see B -\ndan 14 see B -\nfay 20.5 buy - -',
      { metrics: [{ ...BASE.metrics[0], window: '7d' }] },
    );
    expect(check(result, 'maturity')).toEqual({
      name: 'maturity',
      status: 'warn',
      metric: 'bought',
      waiting: 1,
      of: 4,
      windowMs: 7 * 86_400_000,
    });
  });
});

describe('a split of several arms that does not match', () => {
  it('names the arm that is furthest from its plan, by its own spread and not by its size', () => {
    const arms = ['A', 'B', 'C'].map((name, code) => {
      return { name, code, share: [0.8, 0.1, 0.1][code]! };
    });
    // A is 220 users short, 2.75·√2 standard deviations; B has 200 too many, 3.3·√2.
    const found = splitCheck(arms, [15_780, 2200, 2020], false);
    // scipy.stats.chisquare([15780, 2200, 2020], [16000, 2000, 2000])
    expect(found).toMatchObject({ status: 'fail', furthest: 'B', expected: [16_000, 2000, 2000] });
    expectClose((found as { p: number }).p, 9.052224765697363e-6, 1e-9);
    const two = splitCheck(arms.slice(0, 2), [1000, 900], false);
    expect(two).not.toHaveProperty('furthest');
    const leak = [...arms.slice(0, 2), { name: 'D', code: 2, share: 0 }];
    expect(splitCheck(leak, [1000, 900, 7], false)).not.toHaveProperty('furthest');
  });

  it('says so in both languages', async () => {
    const users = [300, 300, 200].flatMap((count, arm) =>
      Array.from({ length: count }, (_, i) => `u${arm}-${i} ${'ABC'[arm]} ${i % 3 === 0 ? 1 : 0}`),
    );
    const reading = experimentOf(
      story(`user:text arm:text bought:number\n${users.join('\n')}`),
      { user: 'user' },
      {
        variant: 'arm',
        control: 'A',
        metrics: [{ name: 'bought', type: 'proportion', column: 'bought' }],
      },
    );
    expect(said(reading).join(' ')).toContain(
      'Furthest from its plan is C: 200 users, 267 planned.',
    );
    const chinese = await loadLanguage('zh-CN');
    const { result, params } = reading;
    const sentences = experiment.findings(result, params).map((f) => findingSentence(f, chinese));
    expect(sentences.join(' ')).toContain('偏离计划最大的是 C：实际 200 名用户，计划 267 名。');
  });
});

describe('events without a value', () => {
  const lines = `
    ann 0 see A - -
    ann 1 buy - - 5
    ann 2 buy - - -
    ann 9 buy - - -
    bob 0 see B - -
    bob 1 buy - - -
    bob 2 buy - - -
    bob 3 buy - - 7
    cy  5 see B - -
    cy  4 buy - - -
    fay 20 buy - - -`;
  const amounts = story(`user:text at:time event:text arm:text mail:text amount:number\n${lines}`);
  const spent = { name: 'spent', event: 'buy', window: '7d' };

  function sentences(metric: object): string[] {
    const metrics = [{ ...spent, ...metric }];
    return said(experimentOf(amounts, EVENT_ROLES, { ...BASE, metrics })).filter((text) =>
      text.startsWith('spent: rows have no value'),
    );
  }

  it('are told with how many each arm has, inside the window and after the exposure', () => {
    expect(sentences({ type: 'mean', value: 'amount' })).toEqual([
      'spent: rows have no value (1 in A and 2 in B) and count as 0.',
    ]);
    expect(sentences({ type: 'mean', value: 'amount', window: '20d' })).toEqual([
      'spent: rows have no value (2 in A and 2 in B) and count as 0.',
    ]);
  });

  it('are left out of a quantile, and are no matter to who bought at all', () => {
    expect(sentences({ type: 'quantile', value: 'amount', quantile: 0.5 })).toEqual([
      'spent: rows have no value (1 in A and 2 in B) and are left out.',
    ]);
    expect(sentences({ type: 'proportion' })).toEqual([]);
  });
});
