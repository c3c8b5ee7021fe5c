import { describe, expect, it } from 'vitest';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { Comparison, ExperimentResult } from '../../src/analyses/experiment/result';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import { EVENT_ROLES, experimentOf } from './run';
import { shop } from './shop';

const events = shop(2000);

const BASE = {
  exposure: { event: 'see', variant: 'arm' },
  control: 'A',
  split: { A: 1, B: 1 },
  metrics: [{ name: 'bought', type: 'proportion', event: 'buy', window: '7d' }],
};

function read(params: object = {}) {
  return experimentOf(events, EVENT_ROLES, { ...BASE, ...params });
}

function first({ metrics }: ExperimentResult): Comparison {
  return metrics[0]!.comparisons[0]!;
}

describe('looks', () => {
  it('are always valid by default, with the fixed half beside', () => {
    const { result } = read();
    const { deciding, test, fixed, alwaysValid, p, level } = first(result);
    expect({ deciding, test, level }).toEqual({
      deciding: 'always-valid',
      test: 'always-valid',
      level: 0.95,
    });
    expect(alwaysValid).toBeUndefined();
    expect(fixed).toMatchObject({ test: 'score-z', level: 0.95 });
    expect(p).toBeGreaterThan(fixed!.p!);
  });

  it('are fixed on a table of units', () => {
    const units = story(
      `arm:text paid:flag\n${Array.from({ length: 400 }, (_, i) => `${i % 2 ? 'A' : 'B'} ${i % 5 ? 'no' : 'yes'}`).join('\n')}`,
    );
    const { result } = experimentOf(
      units,
      {},
      {
        variant: 'arm',
        control: 'A',
        metrics: [{ name: 'paid', type: 'proportion', column: 'paid' }],
      },
    );
    expect(first(result)).toMatchObject({ deciding: 'fixed', test: 'score-z' });
    expect(result.checks.map(({ name }) => name)).not.toContain('looks');
  });

  it('spend half of alpha on each half when an end is planned', () => {
    const { result } = read({ plannedEnd: '2026-05-01' });
    expect(first(result)).toMatchObject({ deciding: 'always-valid', level: 0.975 });
    expect(first(result).fixed!.level).toBe(0.975);
  });

  it('let the fixed half decide once everybody of the planned time has had the window', () => {
    // Data are complete through 29 March: seven days after the end of 21 March at the latest.
    for (const [plannedEnd, deciding] of [
      ['2026-03-08', 'fixed'],
      ['2026-03-25', 'always-valid'],
    ]) {
      expect(first(read({ plannedEnd }).result).deciding).toBe(deciding);
    }
  });

  it('leave later users out of the fixed half, which then never changes again', () => {
    const early = read({ plannedEnd: '2026-03-08', completeThrough: '2026-03-16' }).result;
    const later = read({ plannedEnd: '2026-03-08', completeThrough: '2026-03-25' }).result;
    expect(first(early).deciding).toBe('fixed');
    for (const key of ['p', 'difference', 'lift', 'statistic'] as const) {
      expect(first(later)[key]).toEqual(first(early)[key]);
    }
    expect(later.arms.every(({ late }) => late > 0)).toBe(true);
    expect(first(later).alwaysValid).not.toEqual(first(early).alwaysValid);
  });

  it('do not let what users see after the planned time change the fixed half', () => {
    const rows = Array.from({ length: 400 }, (_, i) => {
      const arm = i % 2 === 0 ? 'A' : 'B';
      const other = arm === 'A' ? 'B' : 'A';
      const again = i % 3 === 0 ? `\nu${i} 12 see ${other}` : '';
      return `u${i} 0 see ${arm}${again}${i % 5 === 0 ? `\nu${i} 1 buy -` : ''}`;
    });
    const lines = `user:text at:time event:text arm:text\n${rows.join('\n')}\nx 20 buy -`;
    for (const contamination of ['exclude', 'first', 'last']) {
      const given = { ...BASE, contamination, plannedEnd: '2026-03-03' };
      const at = (completeThrough: string) =>
        experimentOf(story(lines), EVENT_ROLES, { ...given, completeThrough }).result;
      const [early, late] = [at('2026-03-10'), at('2026-03-20')];
      expect(first(early).deciding).toBe('fixed');
      expect(late.metrics[0]!.arms).toEqual(early.metrics[0]!.arms);
      expect(first(late).difference).toEqual(first(early).difference);
    }
  });

  it('count a metric without a window up to the planned end only', () => {
    const metrics = [{ name: 'bought', type: 'proportion', event: 'buy' }];
    const { result } = read({ metrics, plannedEnd: '2026-03-08' });
    const closed = read({ metrics, looks: 'fixed', completeThrough: '2026-03-08' }).result;
    const totals = ({ metrics: [metric] }: ExperimentResult) =>
      metric!.arms.map(({ users, total }) => [users, total]);
    // A user who sees the other arm only after the end is mixed all the same.
    const [all, few] = [totals(result).flat(), totals(closed).flat()];
    all.forEach((count, i) => expect(Math.abs(count - few[i]!)).toBeLessThan(0.03 * few[i]!));
    expect(all[1]).toBeLessThan(totals(read({ metrics }).result)[0]![1]!);
  });

  it('keep a fixed test waiting until its planned end', () => {
    const { verdict } = read({ looks: 'fixed', plannedEnd: '2026-05-01' }).result;
    expect(verdict).toMatchObject({ decision: 'keep-running', rule: 'planned-end-not-reached' });
  });

  it('need a planned end to be hybrid', () => {
    expect(() => read({ looks: 'hybrid' })).toThrow('needs-planned-end');
  });

  it('say nothing about fewer than 100 users in an arm', () => {
    const { result } = experimentOf(shop(80), EVENT_ROLES, BASE);
    expect(first(result)).toMatchObject({ p: null, state: 'not-enough' });
    expect(first(result).problem).toMatchObject({ code: 'too-few-for-looks' });
    expect(result.verdict).toMatchObject({ decision: 'keep-running', rule: 'too-few-users' });
  });
});

describe('the series', () => {
  it.each([{ window: '7d' }, {}])('ends with what the always-valid half says now: %o', (window) => {
    const metrics = [{ name: 'bought', type: 'proportion', event: 'buy', ...window }];
    const { result } = read({ metrics });
    const last = result.metrics[0]!.series!.at(-1)!;
    const { lift } = first(result);
    expect(last.estimate).toBeCloseTo(lift.estimate!, 12);
    expect(last.low).toBeCloseTo(lift.low!, 12);
    expect(last.high).toBeCloseTo(lift.high!, 12);
  });

  it.each(['2026-03-12', '2026-03-15'])(
    'shows on a day what an analysis of that day showed: %s',
    (day) => {
      const metrics = [
        { name: 'revenue', type: 'mean', event: 'buy', value: 'amount' },
        { name: 'orders', type: 'count', event: 'buy', window: '4d' },
      ];
      // Whom a user saw later is not known on the day, so nobody is left out for it.
      const given = { metrics, contamination: 'first' };
      const whole = read(given).result;
      const then = read({ ...given, completeThrough: day }).result;
      whole.metrics.forEach(({ series }, i) => {
        const point = series!.find(({ through }) => through === day)!;
        const { lift } = then.metrics[i]!.comparisons[0]!;
        expect(point.estimate).toBeCloseTo(lift.estimate!, 10);
        expect(point.low).toBeCloseTo(lift.low!, 10);
      });
    },
  );
});

describe('segments', () => {
  it('hold what an experiment on their users alone would find', () => {
    const metrics = [
      { name: 'bought', type: 'proportion', event: 'buy', window: '7d' },
      { name: 'revenue', type: 'mean', event: 'buy', value: 'amount' },
    ];
    const { result } = read({ metrics, looks: 'fixed', segments: ['country'] });
    const { groups } = result.metrics[1]!.segments![0]!;
    expect(groups.map(({ value }) => value).sort()).toEqual(['DE', 'FR']);
    const users = groups.flatMap(({ arms }) => arms.map((arm) => arm.users));
    expect(users.reduce((sum, count) => sum + count)).toBe(
      result.arms.reduce((sum, arm) => sum + arm.users, 0),
    );
    for (const { arms, comparisons } of groups) {
      const [control, treatment] = arms;
      expect(comparisons[0]!.difference.estimate).toBeCloseTo(
        treatment!.value! - control!.value!,
        12,
      );
    }
  });

  it('take the value on the exposure, else the last one before it, never a later one', () => {
    const rows = `
      ann 0 visit -  DE
      ann 1 see   A  -
      ann 2 visit -  FR
      bob 1 see   A  FR
      cy  1 see   B  -
      cy  2 visit -  DE
      fay 9 visit -  -
    `;
    const { result } = experimentOf(
      story(`user:text at:time event:text arm:text country:text\n${rows}`),
      EVENT_ROLES,
      {
        exposure: { event: 'see', variant: 'arm' },
        control: 'A',
        looks: 'fixed',
        segments: ['country'],
        metrics: [{ name: 'back', type: 'proportion', event: 'visit' }],
      },
    );
    const { groups } = result.metrics[0]!.segments![0]!;
    const users = groups.map(({ value, arms }) => [value, ...arms.map((arm) => arm.users)]);
    expect(users.sort()).toEqual([
      ['(none)', 0, 1],
      ['DE', 1, 0],
      ['FR', 1, 0],
    ]);
  });

  it('say whether they differ by more than chance', () => {
    const { result } = read({ looks: 'fixed', segments: ['country'] });
    const { heterogeneity } = result.metrics[0]!.segments![0]!;
    expect(heterogeneity).toMatchObject({ df: 1 });
    expect(heterogeneity.p).toBeGreaterThan(0.001);
  });
});

describe('a ratio', () => {
  it('is the sum of one thing over the sum of another', () => {
    const metrics = [
      {
        name: 'basket',
        type: 'ratio',
        numerator: { event: 'buy', value: 'amount' },
        denominator: { event: 'buy' },
      },
    ];
    const { arms } = read({ metrics, looks: 'fixed' }).result.metrics[0]!;
    for (const { value, total, denominator } of arms) {
      expect(value).toBeCloseTo(total / denominator!, 12);
    }
  });
});

describe('a guardrail with a margin', () => {
  const guarded = (margin: number, direction: 'up' | 'down') =>
    read({
      looks: 'fixed',
      metrics: [
        BASE.metrics[0],
        { ...BASE.metrics[0], name: 'guard', role: 'guardrail', margin, direction },
      ],
    }).result;

  it('must lie within it for a better goal to ship', () => {
    const { metrics, verdict } = guarded(0.1, 'up');
    expect(metrics[1]!.comparisons[0]!.margin).toMatchObject({
      relative: 0.1,
      state: 'non-inferior',
    });
    expect(verdict.decision).toBe('ship');
  });

  it('blocks when its interval lies wholly beyond it', () => {
    const { metrics, verdict } = guarded(0.01, 'down');
    expect(metrics[1]!.comparisons[0]!.margin!.state).toBe('inferior');
    expect(verdict).toMatchObject({ decision: 'do-not-ship', rule: 'guardrail-worse' });
  });

  it('keeps the test running while it is open', () => {
    const { lift } = guarded(0.1, 'up').metrics[1]!.comparisons[0]!;
    const { verdict } = guarded(lift.estimate!, 'down');
    expect(verdict).toMatchObject({ decision: 'keep-running', rule: 'guardrail-not-shown-safe' });
  });

  it.each(['fixed', 'always-valid'])('has the p of the test its interval inverts: %s', (looks) => {
    for (const margin of [0.02, 0.1, 0.3, 0.5, 0.7]) {
      for (const direction of ['up', 'down']) {
        for (const type of ['proportion', 'count']) {
          const metric = {
            name: 'guard',
            type,
            event: 'buy',
            role: 'guardrail',
            margin,
            direction,
          };
          const { result } = read({ looks, metrics: [metric] });
          const { state, p } = first(result).margin!;
          expect(state === 'non-inferior').toBe(p! < 0.025);
          expect(state === 'inferior').toBe(p! > 0.975);
        }
      }
    }
  });
});

describe('members', () => {
  const { input, params, result } = read();
  const ids = (path: string) => experiment.members!(input, params, path);

  it('are as many as the number they stand behind', () => {
    for (const { name, users } of result.arms) expect(ids(`arms.${name}`).length).toBe(users);
    const contamination = result.checks.find(({ name }) => name === 'contamination')!;
    expect(ids('checks.contamination').length).toBe((contamination as { users: number }).users);
    for (const { name, total } of result.metrics[0]!.arms) {
      expect(ids(`metrics.bought.arms.${name}`).length).toBe(total);
    }
  });

  it('are named by the row of a table too', () => {
    const row = 'metrics.bought.comparisons.B';
    expect(ids(`${row}.control`)).toEqual(ids('metrics.bought.arms.A'));
    expect(ids(`${row}.treatment`)).toEqual(ids('metrics.bought.arms.B'));
    expect(ids('metrics.sold.arms.A').length).toBe(0);
  });
});

describe('working', () => {
  const metrics = [
    { name: 'bought', type: 'proportion', event: 'buy' },
    { name: 'revenue', type: 'mean', event: 'buy', value: 'amount', role: 'goal' },
  ];

  it.each(['fixed', 'always-valid'])('ends in the number that is asked about: %s', (looks) => {
    const { result } = read({ metrics, looks });
    for (const { name, comparisons } of result.metrics) {
      const row = `metrics.${name}.comparisons.B`;
      const { statistic, p, pAdjusted, difference, lift } = comparisons[0]!;
      const value = (field: string) => experiment.working(result, `${row}.${field}`)!.value;
      expect(value('statistic')).toBe(statistic);
      expect(value('p')).toBe(p);
      expect(value('pAdjusted')).toBe(pAdjusted);
      expect(value('difference')).toBe(difference.estimate);
      expect(value('lift')).toBe(lift.estimate);
      expect(value('control')).toBe(result.metrics.find((m) => m.name === name)!.arms[0]!.value);
    }
    expect(experiment.working(result, 'checks.srm')!.value).toBeGreaterThanOrEqual(0);
    expect(experiment.working(result, 'arms.A')).toBeNull();
  });

  it('shows the figures that the formula takes', () => {
    const { result } = read({ metrics, looks: 'fixed' });
    const shown = experiment.working(result, 'metrics.bought.comparisons.B.statistic')!;
    const [d, p, c, t] = shown.figures.map(({ value }) => Number(value));
    expect(d! / Math.sqrt(p! * (1 - p!) * (1 / c! + 1 / t!))).toBeCloseTo(shown.value, 10);
    const welch = experiment.working(result, 'metrics.revenue.comparisons.B.statistic')!;
    const [gap, error] = welch.figures.map(({ value }) => Number(value));
    expect(gap! / error!).toBeCloseTo(welch.value, 10);
  });
});

describe('what is said', () => {
  const said = (params: object, dataset = events) => {
    const run = experimentOf(dataset, EVENT_ROLES, { ...BASE, ...params });
    return experiment
      .findings(run.result, run.params)
      .map((each) => findingSentence(each, english));
  };

  it('names the arm to ship with its change', () => {
    const [answer] = said({ looks: 'fixed' }).filter((sentence) => sentence.startsWith('Ship'));
    expect(answer).toMatch(/^Ship B\. bought is up \d+\.\d % \(\d+\.\d % to \d+\.\d %\)\.$/);
  });

  it('screams when an arm has no conversions at all', () => {
    const rows = Array.from({ length: 400 }, (_, i) => {
      const arm = i % 2 === 0 ? 'A' : 'B';
      const buys = arm === 'A' && i % 8 === 0 ? `\nu${i} 1 buy -` : '';
      return `u${i} 0 see ${arm}${buys}`;
    });
    const silent = story(`user:text at:time event:text arm:text\n${rows.join('\n')}\nx 9.5 buy -`);
    const sentences = said({ looks: 'fixed' }, silent);
    expect(sentences).toContainEqual(
      expect.stringContaining('B has no conversions among 200 users'),
    );
    expect(sentences).toContainEqual(expect.stringMatching(/^Do not ship B\. bought is down 100/));
    expect(sentences).toContain('An arm without any: bought');
  });

  it('names the user who makes much of the money', () => {
    const rows = Array.from({ length: 400 }, (_, i) => {
      const amount = i === 7 ? 500 : 1 + (i % 3);
      return `u${i} 0 see ${i % 2 === 0 ? 'A' : 'B'} -\nu${i} 1 buy - ${amount}`;
    });
    const heavy = story(
      `user:text at:time event:text arm:text amount:number\n${rows.join('\n')}\nx 9.5 buy - 1`,
    );
    const metrics = [{ name: 'revenue', type: 'mean', event: 'buy', value: 'amount' }];
    expect(said({ looks: 'fixed', metrics }, heavy)).toContainEqual(
      expect.stringMatching(/^revenue: one user makes 5\d % of all in arm B\. Without/),
    );
    expect(said({ looks: 'fixed', metrics }, heavy)).toContain('One user weighs much: revenue');
  });

  it('says that users do not stand as planned, and nothing else', () => {
    const sentences = said({ looks: 'fixed', split: { A: 9, B: 1 } });
    expect(sentences).toContain(
      'This comparison cannot be trusted: users were not divided as planned.',
    );
    expect(sentences.some((sentence) => sentence.startsWith('Ship'))).toBe(false);
  });
});
