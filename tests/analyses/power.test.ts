import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculator } from '../../src/analyses/calculator/calculator';
import { inputOf } from '../../src/analyses/input-of';
import { power } from '../../src/analyses/power/power';
import type { PowerResult } from '../../src/analyses/power/result';
import { NOBODY, buildIndex } from '../../src/events/build-index';
import type { Dataset } from '../../src/data/dataset';
import type { Roles } from '../../src/events/roles';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import reference from '../reference/plans.json';
import { expectClose } from '../stats/expect-close';
import { EVENT_ROLES, experimentOf, resultInBlocks } from './run';
import { shop } from './shop';

const AROUND = {
  timezone: 'UTC',
  weekStart: 'monday',
  population: null,
  columnUnits: {},
  tables: new Map(),
} as const;

function setup(given: object, dataset: Dataset | null, roles: Roles) {
  const params = power.params.parse({ ...(dataset ? { source: 'story' } : {}), ...given });
  const index = dataset ? buildIndex(dataset, roles) : NOBODY;
  return { params, input: inputOf(index, params, AROUND) };
}

function planOf(given: object, dataset: Dataset | null = null, roles = EVENT_ROLES): PowerResult {
  const { params, input } = setup(given, dataset, roles);
  return power.infer(power.aggregate(input, params), params, input.scope);
}

/** Ten events: four people open the payment page, two of the three whose week has passed pay in it. */
const TEN_EVENTS = story(`
  user:text at:time event:text amount:number
  ada 0.5 open -
  ada 1.5 pay 10
  bob 1.2 open -
  bob 8.2 pay 20
  cid 2.0 open -
  cid 3.0 open -
  cid 8.9 pay 30
  dan 7.5 open -
  dan 7.6 pay 40
  eve 10.0 view -
`);

const PAYS = { name: 'pays', type: 'proportion', event: 'pay', window: '7d' };

describe('a plan from users who stopped coming', () => {
  /** Somebody new each day but the fourth and fifth of ten days; later only events of another name. */
  const stopped = (end: number) =>
    story(
      [
        'user:text at:time event:text',
        ...[0, 1, 2, 5, 6, 7, 8, 9].map((day) => `u${day} ${day} open`),
        'u1 3 pay',
        `eve ${end} view`,
      ].join('\n'),
    );
  const given = { exposure: { event: 'open' }, metric: PAYS, mde: 0.1 };

  it('has no days once they have been away for longer than ever before', () => {
    expect(planOf(given, stopped(12)).days.estimate).toBeGreaterThan(0);
    const plan = planOf(given, stopped(13));
    expect(plan.days).toMatchObject({
      estimate: null,
      problem: { code: 'arrivals-stopped', args: { last: '2026-03-11', days: 3 } },
    });
    expect(plan.curve).toEqual([]);
    expect(plan.total).toBeGreaterThan(0);
  });

  it('has them when it is typed how many come', () => {
    expect(planOf({ ...given, arrivals: 10 }, stopped(13)).days.estimate).toBeGreaterThan(0);
  });
});

describe('a plan from ten events', () => {
  const plan = planOf({ exposure: { event: 'open' }, metric: PAYS, mde: 0.1 }, TEN_EVENTS);

  it('takes the share of those who had their week: ada and cid paid in it, bob one moment too late', () => {
    expect(plan.baseline).toBe(2 / 3);
    expect(plan.estimated).toMatchObject({ users: 4, matured: 3, total: 2 });
    expectClose(plan.sd ** 2, 2 / 9);
  });

  it('counts each newcomer once, on the day of the first opening, and empty days too', () => {
    expect(plan.traffic.map(({ users }) => users)).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 0, 0]);
    expect(plan.traffic[0]!.date).toBe('2026-03-02');
    expect(plan.arrivals).toEqual({ perDay: 0.4, historyDays: 10 });
  });

  it('lets users enter anew where a range begins, as a test would that begins there', () => {
    const range = { from: '2026-03-05', to: '2026-03-12' };
    const later = planOf({ exposure: { event: 'open' }, metric: PAYS, range }, shopFrom());
    expect(later.estimated!.users).toBe(2);
  });

  it('adds up amounts, and keeps users without any at 0', () => {
    const revenue = { name: 'revenue', type: 'mean', event: 'pay', value: 'amount', window: '7d' };
    const { baseline, sd } = planOf({ exposure: { event: 'open' }, metric: revenue }, TEN_EVENTS);
    expectClose(baseline, 40 / 3);
    expectClose(sd ** 2, ((10 - 40 / 3) ** 2 + (40 / 3) ** 2 + (30 - 40 / 3) ** 2) / 2);
  });
});

/** cid opens again inside the range, dan for the first time, ada only before it. */
function shopFrom(): Dataset {
  return story(`
    user:text at:time event:text
    ada 0.5 open
    cid 2.0 open
    cid 3.5 open
    dan 4.0 open
    dan 4.5 pay
    eve 25 view
  `);
}

describe('users needed', () => {
  it.each(reference.plans)(
    'are those of scipy for $baseline, $effect, sd $sd, $split, $looks',
    ({ baseline, effect, sd, split, looks, alpha, power: wanted, total }) => {
      const direction = effect > 0 ? 'up' : 'down';
      const type = sd === null ? 'proportion' : 'mean';
      const plan = planOf({
        metric: { name: 'm', type, direction, column: 'x' },
        baseline,
        ...(sd === null ? {} : { sd }),
        mde: { absolute: Math.abs(effect) },
        ...{ split, looks, alpha, power: wanted },
      });
      const whole = split.map((share) =>
        Math.ceil((total * share) / split.reduce((sum, each) => sum + each, 0)),
      );
      expect(plan.arms.map(({ users }) => users)).toEqual(whole);
      expect(plan.total).toBe(whole.reduce((sum, users) => sum + users, 0));
      expect(plan.perArm).toBe(Math.min(...whole));
      expectClose(plan.powerCurve[9]!.power, wanted, 1e-3);
    },
  );

  it('are 31,231 in each arm for 5 % and a relative change of 10 %, nothing but these two typed', () => {
    const plan = planOf({ baseline: 0.05, mde: 0.1 });
    expect(plan).toMatchObject({ perArm: 31_231, total: 62_462, type: 'proportion', metric: null });
    expect(plan.estimated).toBeUndefined();
    expect(plan.days).toMatchObject({ estimate: null, problem: { code: 'arrivals-unknown' } });
  });

  it('find the change they were planned for, with the wanted chance, and no smaller one', () => {
    const baseline = fc.double({ min: 0.02, max: 0.6, noNaN: true });
    const mde = fc.double({ min: 0.02, max: 0.5, noNaN: true });
    const looks = fc.constantFrom('fixed', 'hybrid', 'always-valid');
    const split = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(baseline, mde, looks, split, (baseline, mde, looks, split) => {
        const { total } = planOf({ baseline, mde, looks, split });
        const { atHand } = planOf({ baseline, mde, looks, split, users: total! });
        // Whole users, in each arm: a little more than was asked for.
        const slack = 1e-6 + (2 * split.length) / total!;
        expect(atHand!.power).toBeGreaterThan(0.8 - 1e-9);
        expect(atHand!.power).toBeLessThan(0.8 + slack * 2);
        expectClose(atHand!.mde!, mde, slack * 2);
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the unit, nor on which side of 0 the average lies', () => {
    const { total } = planOf({ baseline: 12, sd: 30, mde: 0.1 });
    expect(planOf({ baseline: 1200, sd: 3000, mde: 0.1 }).total).toBe(total);
    expect(planOf({ baseline: -12, sd: 30, mde: 0.1 }).total).toBe(total);
  });

  it('are as many for a fall of those who do it as for a rise of those who do not', () => {
    const falls = { metric: { name: 'm', type: 'proportion', direction: 'down' } };
    const fall = planOf({ ...falls, baseline: 0.3, mde: { absolute: 0.03 }, users: 5000 });
    const rise = planOf({ baseline: 0.7, mde: { absolute: 0.03 }, users: 5000 });
    expect(fall.total).toBe(rise.total);
    expectClose(fall.atHand!.mde! * 0.3, rise.atHand!.mde! * 0.7, 1e-9);
  });

  it('are not there for a change that takes a share beyond 1, and it is said why', () => {
    const plan = planOf({ baseline: 0.9, mde: 0.2, arrivals: 100, users: 1000 });
    expect(plan).toMatchObject({ total: null, problem: { code: 'impossible-rate' } });
    expect(plan.atHand).toMatchObject({ power: null, problem: { code: 'impossible-rate' } });
    expect(plan.effects[0]!.total).toBeGreaterThan(0);
    expect(plan.curve.every(({ mde }) => mde === null || mde < 0.12)).toBe(true);
  });
});

describe('days', () => {
  const steady = { baseline: 0.05, mde: 0.1, arrivals: 1000 };

  it('are whole weeks of the typed newcomers', () => {
    expect(planOf(steady).days).toEqual({ estimate: 63, low: 63, high: 63 });
    expect(planOf({ ...steady, arrivals: 1e6 }).days.estimate).toBe(7);
  });

  it('are twice as many when half of the users take part', () => {
    expect(planOf({ ...steady, allocation: 0.5 }).days.estimate).toBe(126);
  });

  it('need a week of history', () => {
    const short = story('user:text at:time event:text\na 0.5 pay\nb 1.5 pay\nb 4 view');
    const metric = { name: 'all', type: 'count', event: 'pay', window: '1d' };
    expect(planOf({ metric, sd: 1 }, short).days).toMatchObject({
      estimate: null,
      problem: { code: 'history-too-short', args: { days: 4, needed: 7 } },
    });
  });

  it('have a curve on which the change gets smaller as users come', () => {
    const { curve } = planOf(steady);
    expect(curve[0]).toMatchObject({ days: 7, users: 7000 });
    const sizes = curve.map(({ mde }) => mde!);
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
    expect(curve.find(({ mde }) => mde! <= 0.1)!.days).toBe(63);
  });
});

describe('the baseline of a source', () => {
  const given = { exposure: { event: 'see' }, mde: 0.1 };

  it('of a ratio has the variance of its linearised values', () => {
    const rows = story(`
      user:text clicks:number views:number
      a 1 4
      b 0 2
      c 3 6
      d 2 3
    `);
    const ratio = { numerator: { column: 'clicks' }, denominator: { column: 'views' } };
    const metric = { name: 'ctr', type: 'ratio', ...ratio };
    const plan = planOf({ metric, mde: 0.1 }, rows, { user: 'user' });
    const residuals = [1 - 0.4 * 4, 0 - 0.4 * 2, 3 - 0.4 * 6, 2 - 0.4 * 3];
    const squares = residuals.reduce((sum, r) => sum + r ** 2, 0);
    expectClose(plan.baseline, 6 / 15);
    expectClose(plan.sd ** 2, squares / 3 / 3.75 ** 2);
    expect(plan.estimated).toMatchObject({ total: 6, denominator: 15, users: 4 });
  });

  it('needs fewer users when what was known before explains some of the noise', () => {
    const metric = { name: 'orders', type: 'count', event: 'buy', window: '7d' };
    const raw = planOf({ ...given, metric }, shop(2000));
    const adjusted = planOf({ ...given, metric: { ...metric, cuped: '3d' } }, shop(2000));
    const { varianceRemoved } = adjusted.estimated!;
    expect(adjusted.baseline).toBe(raw.baseline);
    expectClose(adjusted.sd ** 2, raw.sd ** 2 * (1 - varianceRemoved!), 1e-9);
  });

  it('gives way to what is typed', () => {
    const metric = { name: 'bought', type: 'proportion', event: 'buy', window: '7d' };
    const typed = { ...given, metric, baseline: 0.2, completeThrough: '2026-03-10' };
    const plan = planOf(typed, shop(500));
    expect(plan.baseline).toBe(0.2);
    expect(plan.estimated).toBeUndefined();
    expect(plan.arrivals!.historyDays).toBe(9);
  });

  it('is the same however the users are cut into blocks', async () => {
    const metric = { name: 'revenue', type: 'mean', event: 'buy', value: 'amount', window: '4d' };
    const { params, input } = setup({ ...given, metric }, shop(300), EVENT_ROLES);
    const whole = planOf({ ...given, metric }, shop(300));
    expect(await resultInBlocks(power as never, input, params)).toEqual(whole);
  });
});

describe('a plan and the experiment that follows it', () => {
  it('look at the same people: those of all arms together', () => {
    const metric = { name: 'bought', type: 'proportion', event: 'buy', window: '7d' };
    const { result } = experimentOf(shop(800), EVENT_ROLES, {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      contamination: 'first',
      looks: 'fixed',
      metrics: [metric],
    });
    const { estimated } = planOf({ exposure: { event: 'see' }, metric }, shop(800));
    const sum = (key: 'users' | 'matured' | 'total') =>
      result.metrics[0]!.arms.reduce((total, arm) => total + arm[key], 0);
    expect(estimated).toMatchObject({
      users: sum('users'),
      matured: sum('matured'),
      total: sum('total'),
    });
  });

  it('see the same smallest change: that of the test when it has so many people', () => {
    const arms = 'A 31231 1562\nB 31231 1562';
    const params = calculator.params.parse({ arms });
    const input = inputOf(NOBODY, params as never, AROUND);
    const { metrics } = calculator.infer(null, params, input.scope);
    const { atHand } = planOf({ baseline: 1562 / 31_231, users: 62_462 });
    // The readout takes both arms at their rate today, the plan the treatment at its changed one.
    expectClose(atHand!.mde!, metrics[0]!.mde!, 0.03);
    expect(atHand!.mde!).toBeGreaterThan(metrics[0]!.mde!);
  });
});

describe('the working of a plan', () => {
  const shown = (given: object, path: string) => {
    const { formula, figures, value } = power.working(planOf(given), path)!;
    const of = (symbol: string) => Number(figures.find((each) => each.symbol === symbol)?.value);
    return { formula, value, of };
  };

  it('comes to the users it explains: a share', () => {
    const given = { baseline: 0.05, mde: 0.1, arms: 3, split: [2, 1, 1] };
    for (const path of ['total', 'perArm', 'arms.control', 'arms["treatment-2"]']) {
      const { value, of } = shown(given, path);
      const spread = (arm: string) => (of(`p_${arm}`) * (1 - of(`p_${arm}`))) / of(`w_${arm}`);
      const reach = (of('z') + of('z_β')) ** 2;
      const users = (of('w') * reach * (spread('c') + spread('t'))) / of('Δ') ** 2;
      expect(value - users).toBeGreaterThanOrEqual(0);
      expect(value - users).toBeLessThan(3);
    }
  });

  it('comes to the users it explains: an average that may be looked at any time', () => {
    const { value, of } = shown({ baseline: 10, sd: 30, looks: 'always-valid' }, 'total');
    const reach = (of('z') + of('z_β')) ** 2;
    const users = (reach * of('s') ** 2 * (1 / of('w_c') + 1 / of('w_t'))) / of('Δ') ** 2;
    expectClose(value, users, 1e-4);
  });

  it('is not there for anything else', () => {
    expect(power.working(planOf({ baseline: 0.1 }), 'alpha')).toBeNull();
  });
});

describe('a plan that cannot be made says what it needs', () => {
  const metric = { name: 'revenue', type: 'mean', event: 'pay', value: 'amount' };

  it.each([
    [{}, 'plan-needs'],
    [{ baseline: 5, metric }, 'plan-needs'],
    [{ baseline: 1.5 }, 'impossible-rate'],
    [{ baseline: 0 }, 'baseline-is-zero'],
    [{ baseline: 0.5, arms: 3, split: [0.5, 0.5] }, 'split-needs-arms'],
  ])('%j: %s', (given, code) => {
    expect(() => planOf(given)).toThrow(code);
  });

  it('where everybody has the same value', () => {
    const metric = { name: 'opened', type: 'count', event: 'open', window: '12h' };
    const given = { exposure: { event: 'open' }, metric };
    expect(() => planOf(given, TEN_EVENTS)).toThrow('same-value');
  });

  it('without anybody who would be exposed', () => {
    const given = { exposure: { event: 'view', where: { user: 'ada' } }, metric: PAYS };
    expect(() => planOf(given, TEN_EVENTS)).toThrow('nobody-to-expose');
    const early = { from: '2026-02-01', to: '2026-02-02' };
    expect(() => planOf({ metric: PAYS, range: early }, TEN_EVENTS)).toThrow(
      'range-matches-nothing',
    );
  });
});

describe('what is said of a plan', () => {
  const sentences = (given: object) => {
    const params = power.params.parse(given);
    return power
      .findings(planOf(given), params)
      .map((finding) => findingSentence(finding, english));
  };

  it('answers in days, users and the change from and to', () => {
    expect(sentences({ baseline: 0.05, mde: 0.1, arrivals: 3000 })).toContain(
      'Let it run for 21 days: 62,462 users in 2 arms (31,231 in each) find a rise from 5.00 % to 5.50 % (10.0 %) with a chance of 80 %.',
    );
  });

  it('offers what four weeks would show where a test would take very long', () => {
    const said = sentences({ baseline: 0.05, mde: 0.1, arrivals: 500 }).join(' ');
    expect(said).toContain('126 days is long');
    expect(said).toContain('In 28 days the test would see changes of 21.7 % or more');
  });
});

describe('a plan of looks', () => {
  const given = { baseline: 0.05, mde: 0.1 };
  const once = planOf(given);
  const looked = planOf({ ...given, looks: { plan: 'obrien-fleming', looks: 5 } });

  it('takes more users than one look by the inflation of the plan', () => {
    const { inflation, looks, expected } = looked.sequential!;
    // tests/reference/sequential-power.py, five looks at 80 %.
    expectClose(inflation, 1.0247156209220392, 1e-7);
    expect(Math.abs(looked.total! / (once.total! * inflation) - 1)).toBeLessThan(1e-4);
    expect(looks.at(-1)).toMatchObject({ passed: 1, users: looked.total });
    expect(Math.abs(looks.at(-1)!.bound - 2.031)).toBeLessThan(1e-4);
    expect(expected.change).toBeLessThan(once.total!);
    expect(expected.none).toBeGreaterThan(once.total!);
  });

  it('finds the change with the wanted chance, and the curve goes through it', () => {
    const { users } = { users: looked.total! };
    const at = planOf({ ...given, users, looks: { plan: 'obrien-fleming', looks: 5 } });
    expect(Math.abs(at.atHand!.power! - 0.8)).toBeLessThan(1e-4);
    expect(Math.abs(at.atHand!.mde! - 0.1)).toBeLessThan(1e-3);
  });

  it('ends with a look whether or not it is named', () => {
    const shares = planOf({ ...given, looks: { plan: 'pocock', looks: [0.5] } }).sequential!.looks;
    expect(shares.map(({ passed }) => passed)).toEqual([0.5, 1]);
  });

  it('is said with what it costs at most and saves on average', () => {
    const params = power.params.parse({ ...given, looks: { plan: 'pocock', looks: 3 } });
    const said = power.findings(planOf({ ...given, looks: params.looks }), params);
    expect(said.map((each) => findingSentence(each, english))).toContainEqual(
      expect.stringMatching(
        /^3 looks \(Pocock\) take 1\d\.\d % more users at most than one look\./,
      ),
    );
  });
});
