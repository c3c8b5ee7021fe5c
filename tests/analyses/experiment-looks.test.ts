import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf } from '../../src/analyses/experiment/boundary';
import { findings } from '../../src/analyses/experiment/findings';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import type { Roles } from '../../src/events/roles';
import { looksAt, sequentialBounds, spentOf } from '../../src/stats/group-sequential';
import { story } from '../events/story';
import { expectClose } from '../stats/expect-close';
import { EVENT_ROLES, experimentOf } from './run';
import { shop } from './shop';

const BASE = {
  exposure: { event: 'see', variant: 'arm' },
  control: 'A',
  minimumDays: 0,
  metrics: [{ name: 'bought', type: 'proportion', event: 'buy' }],
};

/** Ten users who come over ten days; looks are planned through day 3 and day 7. */
const arrivals = story(`user:text at:time event:text arm:text
  ann 0.5 see A
  bob 0.5 see B
  cy  1.5 see A
  dan 2.5 see B
  eve 4.5 see A
  fay 5.5 see B
  gus 7.5 see A
  hal 8.5 see B
  ann 0.6 buy -
  eve 8.0 buy -
`);
const byDates = {
  ...BASE,
  looks: { plan: 'obrien-fleming', looks: ['2026-03-04', '2026-03-08'] },
};

const readout = (params: object): ExperimentResult =>
  experimentOf(arrivals, EVENT_ROLES, { ...byDates, ...params }).result;
const looksOf = (result: ExperimentResult) =>
  result.metrics[0]!.looks!.map(({ is, users, through }) => `${is} ${users} ${through ?? ''}`);

describe('looks planned by dates', () => {
  it('are made with the users who had come by then, and say which one it is', () => {
    const first = readout({ completeThrough: '2026-03-04' });
    expect(looksOf(first)).toEqual(['now 4 2026-03-04', 'ahead 10 2026-03-08']);
    const looks = first.checks.find(({ name }) => name === 'looks');
    expect(looks).toMatchObject({ status: 'pass', look: { number: 1, of: 2, isPlanned: true } });
    // From half a day to 3 days, of half a day to 7 days.
    expectClose(first.metrics[0]!.looks![0]!.passed, 2.5 / 6.5, 1e-12);
    expect(first.verdict.decision).toBe('keep-running');
  });

  it('that were not planned come behind those that were, and a warning says so', () => {
    const extra = readout({ completeThrough: '2026-03-06' });
    expect(looksOf(extra)).toEqual(['made 4 2026-03-04', 'now 5 2026-03-06', 'ahead 7 2026-03-08']);
    const looks = extra.checks.find(({ name }) => name === 'looks');
    expect(looks).toMatchObject({ status: 'warn', look: { number: 2, of: 3, isPlanned: false } });
  });

  it('end with the last date: who comes later is late, what is done later does not count', () => {
    const over = readout({ completeThrough: '2026-03-11' });
    expect(looksOf(over)).toEqual(['made 4 2026-03-04', 'now 6 2026-03-11']);
    expect(over.arms.map(({ users, late }) => `${users} ${late}`)).toEqual(['3 1', '3 1']);
    expect(over.metrics[0]!.arms.map(({ total }) => total)).toEqual([1, 0]);
    expect(over.verdict).toMatchObject({ decision: 'keep-running', rule: 'too-few-users' });
    const later = readout({ completeThrough: '2026-03-12' });
    expect(later.metrics[0]!.comparisons).toEqual(over.metrics[0]!.comparisons);
  });

  it('wait for the window: users count when theirs has passed', () => {
    const metrics = [{ ...BASE.metrics[0], window: '2d' }];
    const windowed = readout({ metrics, completeThrough: '2026-03-08' });
    // By the end of day 3 the window of ann and bob, by the end of day 7 that of all but gus and hal.
    expect(looksOf(windowed)).toEqual(['made 2 2026-03-04', 'now 5 2026-03-08']);
    expect(windowed.arms.map(({ users }) => users)).toEqual([3, 2]);
  });
});

describe('a planned end before the first exposure', () => {
  // Ann is the first who was exposed, at noon of March 2.
  it.each([
    [
      'the end of the test',
      { looks: 'hybrid', plannedEnd: '2026-02-27' },
      'plannedEnd',
      '2026-02-27',
    ],
    [
      'the end of one look',
      { looks: 'fixed', plannedEnd: '2026-03-01' },
      'plannedEnd',
      '2026-03-01',
    ],
    [
      'the last look less the window',
      {
        looks: { plan: 'pocock', looks: ['2026-03-05'] },
        metrics: [{ ...BASE.metrics[0], window: '4d' }],
      },
      'looks',
      '2026-03-01',
    ],
  ])('is a problem where it is %s', (_, given, path, end) => {
    expect(() => readout(given)).toThrow(
      expect.objectContaining({
        code: 'end-before-exposure',
        args: { end, first: '2026-03-02', setBy: path },
        at: { path },
      }),
    );
  });

  it('is none on the very day', () => {
    const result = readout({ looks: 'hybrid', plannedEnd: '2026-03-02' });
    // Ann and bob come on it; of the others hal comes after the end of the data.
    expect(result.arms.map(({ users, late }) => [users, late])).toEqual([
      [1, 3],
      [1, 2],
    ]);
  });
});

const units = (n: number) => {
  const lines = Array.from({ length: n }, (_, i) => `u${i} ${'AB'[i % 2]} ${i % 3 === 0 ? 1 : 0}`);
  return story(`user:text arm:text bought:number\n${lines.join('\n')}`);
};
const UNIT_ROLES: Roles = { user: 'user' };
const UNIT_BASE = {
  variant: 'arm',
  control: 'A',
  metrics: [{ name: 'bought', type: 'proportion', column: 'bought' }],
};
const planned = (users: number, looks: readonly (number | string)[], plan = 'obrien-fleming') =>
  experimentOf(units(200), UNIT_ROLES, { ...UNIT_BASE, looks: { plan, looks, users } }).result;

describe('looks planned as shares of users', () => {
  it('have the bounds of Lan and DeMets', () => {
    const [now, last] = planned(400, [0.5, 1]).metrics[0]!.looks!;
    expect(now).toMatchObject({ is: 'now', passed: 0.5, users: 200 });
    expect(last).toMatchObject({ is: 'ahead', passed: 1, users: 400 });
    expectClose(now!.bound, 2.962588, 1e-6);
    expectClose(last!.bound, 1.968596, 1e-6);
    expectClose(last!.spent, 0.05, 1e-12);
  });

  it('are the same look a little early or late', () => {
    for (const share of [0.46, 0.54]) {
      const [now] = planned(400, [share, 1]).metrics[0]!.looks!;
      expectClose(now!.bound, 2.962588, 1e-6);
      expect(planned(400, [share, 1]).checks).toContainEqual(
        expect.objectContaining({ name: 'looks', status: 'pass' }),
      );
    }
  });

  it('spend all that is left when more users came than planned', () => {
    const { looks } = planned(150, [0.5, 1]).metrics[0]!;
    expect(looks!.map(({ is, users, passed }) => [is, users, passed])).toEqual([
      ['made', 75, 0.5],
      ['now', 200, 1],
    ]);
    const bounds = sequentialBounds(looksAt([0.5, 200 / 150]), 0.05, 'obrien-fleming');
    expectClose(looks![1]!.bound, bounds[1]!, 1e-12);
  });

  it('spend what the plan has for a look that was not planned', () => {
    const result = planned(1000, [0.5, 1], 'pocock');
    const [now] = result.metrics[0]!.looks!;
    expect(now).toMatchObject({ is: 'now', passed: 0.2 });
    expectClose(now!.spent, spentOf(0.2, 0.05, 'pocock'), 1e-12);
    expect(result.checks).toContainEqual(
      expect.objectContaining({
        name: 'looks',
        status: 'warn',
        look: { number: 1, of: 3, passed: 0.2, isPlanned: false },
      }),
    );
    const said = findings(result, { looks: { plan: 'pocock', looks: [0.5, 1] } } as never);
    expect(said.map(({ code }) => code)).toContain('experiment.look-extra-explained');
  });

  it.each([
    ['shares of nothing', { looks: [0.5, 1] }, 'looks-without-scale', 'looks'],
    ['dates without times', { looks: ['2026-03-04'], users: 9 }, 'needs-times', 'looks.looks[0]'],
  ])('are refused as %s', (_, looks, code, path) => {
    const given = { ...UNIT_BASE, looks: { plan: 'pocock', ...looks } };
    expect(() => experimentOf(units(20), UNIT_ROLES, given)).toThrow(
      expect.objectContaining({ code, at: expect.objectContaining({ path }) as object }),
    );
  });
});

describe('the test of a look', () => {
  const sold = shop(1200);
  const metrics = [
    { name: 'bought', type: 'proportion', event: 'buy', window: '4d' },
    {
      name: 'revenue',
      type: 'mean',
      event: 'buy',
      value: 'amount',
      margin: 0.2,
      role: 'guardrail',
    },
    { name: 'orders', type: 'count', event: 'buy', cuped: '3d', role: 'goal' },
  ];
  const shopped = (looks: unknown) =>
    experimentOf(sold, EVENT_ROLES, { ...BASE, metrics, looks }).result;
  const core = ({ metrics }: ExperimentResult) =>
    metrics.map(({ comparisons: [first] }) => {
      const { p, pAdjusted, level, difference, lift, state, margin, raw } = first!;
      return [
        [p, pAdjusted, level, difference.low, difference.high, lift.low, lift.high],
        [margin?.p ?? 0, raw?.p ?? 0, raw?.difference.low ?? 0],
        state,
      ] as const;
    });

  it('is the ordinary one when there is a single look at the end', () => {
    const single = core(shopped({ plan: 'pocock', looks: [1], users: 100 }));
    const fixed = core(shopped('fixed'));
    for (const [i, [numbers, others, state]] of single.entries()) {
      expect(state).toBe(fixed[i]![2]);
      numbers.forEach((value, k) => expectClose(value!, fixed[i]![0][k]!, 1e-7));
      others.forEach((value, k) => expectClose(value, fixed[i]![1][k]!, 1e-7));
    }
  });

  it('is stricter than the ordinary one at an early look, and less strict than the always-valid one', () => {
    const early = shopped({ plan: 'pocock', looks: [0.25, 1], users: 4800 });
    const fixed = shopped('fixed');
    for (const [i, { comparisons }] of early.metrics.entries()) {
      const [look] = comparisons;
      const [once] = fixed.metrics[i]!.comparisons;
      expect(look!.deciding).toBe('group-sequential');
      expect(look!.p).toBeGreaterThan(once!.p!);
      expect(look!.difference.low).toBeLessThan(once!.difference.low!);
      expect(look!.alwaysValid!.low).toBeLessThan(look!.difference.low!);
    }
  });

  it('never contradicts itself: p is below alpha exactly when the interval of a single look rejects', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        fc.constantFrom(0.001, 0.01, 0.05, 0.2),
        fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.constantFrom('obrien-fleming' as const, 'pocock' as const, { power: 2 }),
        (single, alpha, shares, passed, plan) => {
          const looks = shares
            .sort((a, b) => a - b)
            .map((share) => ({ passed: share, users: 1000 * share, at: null }));
          const now = { passed, users: 1000 * passed, at: null };
          const { nominal, p } = boundaryOf(plan, now, looks);
          const level = nominal(alpha);
          fc.pre(Math.abs(single / level - 1) > 1e-9);
          expect(p(single) < alpha).toBe(single < level);
        },
      ),
      { numRuns: 150 },
    );
  });
});
