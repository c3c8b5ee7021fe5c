import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/analyses/analysis';
import { experiment } from '../../src/analyses/experiment/experiment';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import * as normal from '../../src/stats/normal';
import type { Interval } from '../../src/stats/interval';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import { expectClose } from '../stats/expect-close';
import { EVENT_ROLES, experimentOf } from './run';
import { dice, shop } from './shop';

const events = shop(2000);

const METRICS = [
  { name: 'bought', type: 'proportion', event: 'buy', window: '7d', target: 0.05 },
  { name: 'revenue', type: 'mean', event: 'buy', value: 'amount', cuped: '3d', margin: 0.2 },
  { name: 'orders', type: 'count', event: 'buy', cap: { upper: 0.99 }, role: 'guardrail' },
  {
    name: 'basket',
    type: 'ratio',
    numerator: { event: 'buy', value: 'amount' },
    denominator: { event: 'buy' },
  },
  { name: 'median', type: 'quantile', quantile: 0.5, event: 'buy', value: 'amount' },
];

const BASE = {
  exposure: { event: 'see', variant: 'arm' },
  control: 'A',
  split: { A: 1, B: 1 },
  segments: ['country'],
  metrics: METRICS,
};

function read(params: object = {}, dataset = events) {
  return experimentOf(dataset, EVENT_ROLES, { ...BASE, ...params });
}

function tableOf(result: ExperimentResult, name: string): Table {
  return experiment.tables(result, english).find((table) => table.name === name)!;
}

describe('every number of a table that can be asked about', () => {
  it.each([
    { looks: 'fixed' },
    { looks: 'always-valid' },
    { plannedEnd: '2026-03-08' },
    { looks: 'fixed', lift: 'delta' },
  ])('has a working that ends in it: %o', (params) => {
    const { result } = read(params);
    let asked = 0;
    for (const { name, columns, rows } of experiment.tables(result, english)) {
      for (const row of rows) {
        for (const { key, path } of columns) {
          const value = row[key];
          if (!path || typeof row['path'] !== 'string' || typeof value !== 'number') continue;
          const working = experiment.working(result, `${row['path']}.${path}`);
          const place = `${name} · ${row['path']}.${path}`;
          expect(working, place).not.toBeNull();
          // The p of the results is the corrected one; its working is that of the plain p.
          if (key !== 'pAdjusted') expect(working!.value, place).toBeCloseTo(value, 9);
          expect(working!.figures.length, place).toBeGreaterThan(0);
          ++asked;
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
  });
});

describe('the figures of a working', () => {
  const { result } = read({ looks: 'fixed' });
  const figures = (path: string) => {
    const { figures: list, value } = experiment.working(result, path)!;
    return { value, of: Object.fromEntries(list.map((each) => [each.symbol, Number(each.value)])) };
  };

  it('make the shrunken lift from the measured one and the prior', () => {
    for (const { name } of METRICS) {
      const { value, of } = figures(`metrics.${name}.comparisons.B.shrunkenLift`);
      const [data, prior] = [1 / of['s']! ** 2, 1 / of['v']!];
      expect((of['L']! * data + of['m']! * prior) / (data + prior)).toBeCloseTo(value, 9);
    }
  });

  it('make the expected loss and the worth', () => {
    const worth = figures('metrics.revenue.comparisons.B.worth');
    expect(worth.of['D']! * worth.of['N']!).toBeCloseTo(worth.value, 6);
    const { value, of } = figures('metrics.bought.comparisons.B.mde');
    const mde = ((of['z_α/2']! + of['z_β']!) * of['SE']!) / Math.abs(of['control']!);
    expect(mde).toBeCloseTo(value, 12);
    const needed = figures('metrics.bought.comparisons.B.usersNeeded');
    const n = needed.of['n']! * (needed.of['MDE']! / needed.of['target']!) ** 2;
    expect(Math.ceil(n)).toBe(needed.value);
  });
});

describe('what it is worth', () => {
  it('is the difference times the users that the parameters name', () => {
    const { result } = read({ looks: 'fixed', worth: { users: 5000, per: '90d' } });
    expect(result.eligible).toEqual({ users: 5000, periodDays: 90, isGiven: true });
    for (const { type, comparisons } of result.metrics) {
      const { difference, worth } = comparisons[0]!;
      if (type === 'ratio' || type === 'quantile') expect(worth).toBeUndefined();
      else expect(worth!.low).toBeCloseTo(5000 * difference.low!, 9);
    }
    expect(tableOf(result, 'worth').title).toBe('What it is worth: 5,000 users in 90 days');
  });

  it('goes by those who came in the test otherwise, fewer than as many every day', () => {
    const { result } = read({ looks: 'fixed' });
    const came = result.traffic.reduce((sum, { users }) => sum + users, 0);
    expect(result.eligible).toMatchObject({ periodDays: 30, isGiven: false });
    expect(result.eligible!.users).toBeGreaterThan(came);
    expect(result.eligible!.users).toBeLessThan(3.3 * came);
  });

  it('is not known in a table of units', () => {
    const units = story(
      `arm:text paid:flag\n${Array.from({ length: 400 }, (_, i) => `${i % 2 ? 'A' : 'B'} ${i % 5 ? 'no' : 'yes'}`).join('\n')}`,
    );
    const metrics = [{ name: 'paid', type: 'proportion', column: 'paid' }];
    const { result } = experimentOf(units, {}, { variant: 'arm', control: 'A', metrics });
    expect(result.eligible).toBeUndefined();
    expect(result.metrics[0]!.comparisons[0]!.worth).toBeUndefined();
  });
});

describe('the expected loss', () => {
  const lossOf = (lift: string, name: string) => {
    const { result } = read({ looks: 'fixed', lift });
    const row = tableOf(result, 'certainty').rows.find(({ metric }) => metric === name)!;
    const { arms, comparisons } = result.metrics.find((metric) => metric.name === name)!;
    return { row, control: arms[0]!.value!, ...comparisons[0]! };
  };

  it('is of the difference, and a share says so in points', () => {
    const { row, expectedLoss, expectedLossOf } = lossOf('fieller', 'bought');
    expect(expectedLossOf).toBe('difference');
    expect(row).toMatchObject({ expectedLoss, lossFormat: 'number' });
    expect(row['lossIs']).toMatch(/^[\d.]+ pp$/);
  });

  it.each(['bought', 'revenue', 'basket'])(
    'of %s is a share of the control’s value where the lift decides',
    (name) => {
      const { row, expectedLoss, expectedLossOf, lift, statistic } = lossOf('delta', name);
      expect(expectedLossOf).toBe('lift');
      expect(row).toMatchObject({ lossFormat: 'rate', lossIs: 'of the control’s value' });
      // SE·φ(z) − L·Φ(−z), the lift with its own error.
      const z = Math.abs(statistic!);
      const error = lift.estimate! / statistic!;
      const tail = normal.lowerTail(-z);
      const chance = lift.estimate! > 0 ? tail : 1 - tail;
      expectClose(expectedLoss!, error * normal.density(z) - lift.estimate! * chance, 1e-9);
    },
  );
});

describe('the way to the target', () => {
  it('grows with the square of what is still too small to see', () => {
    const given = { looks: 'fixed', completeThrough: '2026-03-11' };
    const { outlook, mde, arms } = read(given).result.metrics[0]!;
    const users = arms.reduce((sum, { matured }) => sum + matured, 0);
    expect(outlook!.progress).toBeCloseTo((0.05 / mde!) ** 2, 12);
    expect(outlook!.usersNeeded).toBe(Math.ceil(users * (mde! / 0.05) ** 2));
    const { estimate, low, high } = outlook!.daysLeft as Interval;
    expect(low).toBeLessThanOrEqual(estimate);
    expect(estimate).toBeLessThanOrEqual(high);
  });

  /** A hundred users on each of 14 days, and as many bots, in turn in A and B; a fifth of them buys. */
  const steady = story(
    [
      'user:text at:time event:text arm:text kind:text',
      ...Array.from({ length: 2800 }, (_, i) => {
        const at = i === 0 ? 0 : Math.floor(i / 200) + ((i % 200) + 0.5) / 200;
        const row = `u${i} ${at} see ${'AB'[(i >> 1) % 2]} ${i % 2 === 0 ? 'user' : 'bot'}`;
        return i % 10 < 2 ? `${row}\nu${i} ${at} buy - -` : row;
      }),
      'end 40 other - -',
    ].join('\n'),
  );

  /** The outlook for a target that takes 1.4² = 1.96 times as many users. */
  function outlookOf(given: object, window: object = { window: '7d' }) {
    const bought = { name: 'bought', type: 'proportion', event: 'buy', ...window };
    const exclude = [{ name: 'bots', where: { kind: 'bot' } }];
    const base = { ...BASE, segments: [], exclude, looks: 'fixed', ...given };
    const at = (target: number) =>
      experimentOf(steady, EVENT_ROLES, { ...base, metrics: [{ ...bought, target }] });
    const { mde } = at(0.1).result.metrics[0]!;
    const { result, params } = at(mde! / 1.4);
    const said = experiment.findings(result, params).map((each) => findingSentence(each, english));
    return { ...result.metrics[0]!.outlook!, said: said.join('\n') };
  }

  it('takes the days until as many have come, and the window of the last of them', () => {
    // 700 have had their week by day 14; 1,372 take 14 days to come and a week more: day 21.
    const windowed = outlookOf({ completeThrough: '2026-03-15' });
    expect(windowed).toMatchObject({ usersNeeded: 1372, daysLeft: { estimate: 7 } });
    // All 1,400 count at once; 2,744 take four weeks.
    const open = outlookOf({ completeThrough: '2026-03-15' }, {});
    expect(open).toMatchObject({ usersNeeded: 2744, daysLeft: { estimate: 14 } });
    expect(open.said).toContain('in about 14 more days');
  });

  it('has no days where nobody new comes any more, and says since when', () => {
    const pause = outlookOf({ completeThrough: '2026-03-16' });
    expect(pause.daysLeft.estimate).toBeGreaterThan(0);
    const stopped = outlookOf({ completeThrough: '2026-03-18' });
    expect(stopped.daysLeft).toMatchObject({
      estimate: null,
      problem: { code: 'arrivals-stopped', args: { last: '2026-03-15', days: 3 } },
    });
    expect(stopped.said).toContain(
      'The last new users came on 2026-03-15, 3 whole days before the end of the data',
    );
  });

  it.each([
    ['the planned time is over', { plannedEnd: '2026-03-08' }, '2026-03-15', 'exposure-is-over'],
    ['the test is young', {}, '2026-03-06', 'history-too-short'],
  ])('has no days while %s', (_, given, completeThrough, code) => {
    const { daysLeft } = outlookOf({ ...given, completeThrough }, {});
    expect(daysLeft).toMatchObject({ estimate: null, problem: { code } });
  });

  it('is at its end when the target can be seen', () => {
    const metrics = [{ ...METRICS[0], target: 2 }];
    const { outlook } = read({ looks: 'fixed', metrics }).result.metrics[0]!;
    expect(outlook).toMatchObject({ progress: 1, daysLeft: { estimate: 0 } });
  });
});

/** 2,000 users of two arms over five days; in B visits on day k come with `chance(k)`, else with 10 %. */
function visits(chance: (day: number) => number) {
  const random = dice(7);
  const lines: string[] = [];
  for (let user = 0; user < 2000; ++user) {
    const seen = Math.floor(random() * 120) / 24;
    lines.push(`u${user} ${seen} see ${user % 2 === 0 ? 'A' : 'B'}`);
    for (let day = 0; day < 14; ++day) {
      const p = user % 2 === 0 ? 0.1 : chance(day + 1);
      if (random() < p) lines.push(`u${user} ${seen + day + 0.5} visit -`);
    }
  }
  return story(`user:text at:time event:text arm:text\n${lines.join('\n')}\nx 20 visit -`);
}

describe('days since exposure', () => {
  const metrics = [{ name: 'visits', type: 'count', event: 'visit' }];
  const fading = visits((day) => 0.1 + 0.3 * 0.6 ** (day - 1));

  it('count the events of each day among users who have had that day', () => {
    const rows = `
      ann 0   see   A
      ann 0.5 visit -
      ann 1.5 visit -
      bob 0   see   B
      bob 1.5 visit -
      bob 1.6 visit -
    `;
    const lines = Array.from({ length: 100 }, (_, i) => rows.replace(/(ann|bob)/g, `$1${i}`));
    const dataset = story(
      `user:text at:time event:text arm:text\n${lines.join('')}\nx 3.99 visit -`,
    );
    const given = { ...BASE, segments: [], metrics };
    const { sinceExposure } = experimentOf(dataset, EVENT_ROLES, given).result.metrics[0]!;
    // Everybody of an arm does the same, so a day says how far apart they are without any doubt.
    expect(sinceExposure).toEqual([]);
    const more = Array.from({ length: 5 }, (_, i) => {
      return `eve${i} 0 see A\neve${i} 2.5 visit -\neva${i} 0 see B\neva${i} 2.5 visit -`;
    });
    const some = [...lines, ...more];
    const noisy = story(
      `user:text at:time event:text arm:text\n${some.join('\n')}\nx 3.99 visit -`,
    );
    const points = experimentOf(noisy, EVENT_ROLES, given).result.metrics[0]!.sinceExposure!;
    const shown = points.map(({ day, users, estimate }) => [day, users, estimate]);
    const apart = (a: number, b: number) => expect.closeTo(b / 105 - a / 105, 12) as number;
    // On the first day somebody of A alone came, on the third five of each arm did.
    expect(shown).toEqual([
      [2, 105, apart(100, 200)],
      [3, 105, apart(5, 5)],
    ]);
  });

  it('find an effect that is new at first and fades', () => {
    const run = read({ metrics, segments: [] }, fading);
    const { p, early, late } = run.result.metrics[0]!.novelty![0]!;
    expect(p).toBeLessThan(1e-6);
    expect(early).toBeGreaterThan(1);
    expect(late).toBeLessThan(0.5);
    const said = experiment
      .findings(run.result, run.params)
      .map((each) => findingSentence(each, english));
    expect(said).toContainEqual(expect.stringContaining('visits: the effect of B fades'));
    const chart = experiment
      .charts(run.result, english)
      .find(({ name }) => name === 'since-exposure');
    expect(chart!.description).toContain('on day 1');
  });

  it('find none in an effect that stays', () => {
    const run = read(
      { metrics, segments: [] },
      visits(() => 0.2),
    );
    expect(run.result.metrics[0]!.novelty![0]!.p).toBeGreaterThan(0.01);
    const codes = experiment.findings(run.result, run.params).map(({ code }) => code);
    expect(codes).not.toContain('experiment.novelty-fades');
  });
});

describe('the sample shop', () => {
  it('has a novelty effect that the readout finds in visits and not in purchases', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const name = 'shop-events.parquet';
    const shopEvents = await readDataset(bytesSource(bytes), { name });
    const { result } = experimentOf(
      shopEvents,
      { user: 'user_id', time: 'ts', event: 'event' },
      {
        exposure: { event: 'exposure', where: { experiment: 'feed' }, variant: 'variant' },
        control: 'control',
        metrics: [
          { name: 'visits', type: 'count', event: 'visit' },
          { name: 'purchase', type: 'proportion', event: 'purchase' },
        ],
      },
    );
    const [visits, purchase] = result.metrics.map(({ novelty }) => novelty![0]!);
    // Checked with scipy: the ratio of sums by hand, users as units.
    expect(visits!.p).toBeLessThan(1e-6);
    expect(visits!.early).toBeGreaterThan(0.5);
    expect(Math.abs(visits!.late!)).toBeLessThan(0.2);
    expect(purchase!.p).toBeGreaterThan(0.01);
  });
});

describe('the series', () => {
  it('ends where the always-valid half stands now, for every type of metric', () => {
    // Data are complete through the end of a day, so the last day is today.
    const { result } = read({ looks: 'always-valid', segments: [] });
    for (const { name, series, comparisons } of result.metrics) {
      const last = series!.at(-1)!;
      const { lift } = comparisons[0]!;
      expect(last.estimate, name).toBeCloseTo(lift.estimate!, 10);
      expect(last.low, name).toBeCloseTo(lift.low!, 10);
    }
  });

  it('shows on a day what an analysis of that day showed, also of ratios, quantiles and caps', () => {
    const given = { contamination: 'first', segments: [], looks: 'always-valid' };
    const whole = read(given).result;
    const daysOf = ({ series }: (typeof whole.metrics)[number]) =>
      series!.map(({ through }) => through);
    const day = daysOf(whole.metrics[3]!).find((each) =>
      whole.metrics.every((metric) => daysOf(metric).includes(each)),
    )!;
    const then = read({ ...given, completeThrough: day }).result;
    whole.metrics.forEach(({ name, series }, i) => {
      const point = series!.find(({ through }) => through === day)!;
      const { lift } = then.metrics[i]!.comparisons[0]!;
      expect(point.estimate, name).toBeCloseTo(lift.estimate!, 9);
      expect(point.high, name).toBeCloseTo(lift.high!, 9);
    });
  });
});

describe('those who came in together', () => {
  it('are as many as came, each in one group', () => {
    const metrics = [{ name: 'bought', type: 'proportion', event: 'buy' }];
    const { result } = read({ metrics, looks: 'fixed' });
    const { entries, arms } = result.metrics[0]!;
    const users = entries!.reduce((sum, each) => sum + each.users, 0);
    expect(users).toBe(arms.reduce((sum, arm) => sum + arm.users, 0));
    expect(entries!.every(({ from, through }) => from < through)).toBe(true);
  });
});

describe('the users behind a number', () => {
  it('of a group are those of the group, and of all groups everybody', () => {
    const { input, params, result } = read({ looks: 'fixed' });
    const segment = result.metrics[0]!.segments![0]!;
    const ids = segment.groups.map((group, g) => {
      const row = `metrics.bought.segments[0].groups[${g}].comparisons.B`;
      const [control, treatment] = ['control', 'treatment'].map((arm) => {
        return [...experiment.members!(input, params, `${row}.${arm}`)];
      });
      expect([control!.length, treatment!.length]).toEqual(group.arms.map(({ total }) => total));
      return control!;
    });
    const all = [...experiment.members!(input, params, 'metrics.bought.arms.A')];
    expect(ids.flat().sort((a, b) => a - b)).toEqual(all);
  });
});

describe('crossed segments', () => {
  it('hold every combination, and together all users', () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const country = i % 4 < 2 ? 'DE' : 'FR';
      const platform = i % 8 < 4 ? 'ios' : i === 7 ? '-' : 'web';
      return `u${i} 0 see ${i % 2 === 0 ? 'A' : 'B'} ${country} ${platform}`;
    });
    const header = 'user:text at:time event:text arm:text country:text platform:text';
    const people = story(`${header}\n${rows.join('\n')}\nx 9 visit - - -`);
    const metrics = [{ name: 'seen', type: 'count', event: 'see' }];
    const segments = ['country', 'country * platform'];
    const { result } = read({ looks: 'fixed', metrics, segments }, people);
    const [country, both] = result.metrics[0]!.segments!;
    expect(both!.column).toBe('country × platform');
    const sizes = both!.groups.map(({ value, arms }) => [value, arms[0]!.users + arms[1]!.users]);
    expect(Object.fromEntries(sizes)).toEqual({
      'DE · ios': 10,
      'FR · ios': 10,
      'DE · web': 10,
      'FR · web': 9,
      'FR · (none)': 1,
    });
    expect(country!.groups.map(({ value }) => value)).toEqual(['DE', 'FR']);
  });
});

describe('the distribution', () => {
  it('counts every value once', () => {
    const { result } = read({ looks: 'fixed' });
    const { distribution, arms } = result.metrics[1]!;
    distribution!.arms.forEach(({ values, zeros, counts, top }, i) => {
      expect(values).toBe(arms[i]!.matured);
      expect(zeros + counts.reduce<number>((sum, count) => sum + count!, 0)).toBe(values);
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(1);
    });
    expect(distribution!.edges).toEqual([...distribution!.edges].sort((a, b) => a - b));
  });

  it('has no value of a single user in it', () => {
    const { result } = read({ looks: 'fixed' });
    const most = result.metrics[1]!.distribution!.quantiles.map(({ level }) => level);
    expect(Math.max(...most)).toBe(0.99);
  });
});

describe('other methods', () => {
  it('stand beside the score test and decide nothing', () => {
    const { result } = read({ looks: 'fixed' });
    const { alternatives, difference } = result.metrics[0]!.comparisons[0]!;
    const named = Object.fromEntries(alternatives!.map((each) => [each.name, each]));
    expect(Object.keys(named)).toEqual([
      'newcombe',
      'miettinen-nurminen',
      'agresti-caffo',
      'fisher',
    ]);
    // Miettinen and Nurminen's interval is Mee's with a little more room.
    expect(named['miettinen-nurminen']!.difference!.low).toBeLessThan(difference.low!);
    expect(named['miettinen-nurminen']!.difference!.low).toBeCloseTo(difference.low!, 3);
  });

  it('include an exact test where the score test has too few', () => {
    const rows = Array.from({ length: 240 }, (_, i) => {
      const buys = i % 60 === 0 ? `\nu${i} 1 buy -` : '';
      return `u${i} 0 see ${i % 2 === 0 ? 'A' : 'B'}${buys}`;
    });
    const few = story(`user:text at:time event:text arm:text\n${rows.join('\n')}\nx 9.5 buy -`);
    const metrics = [{ name: 'bought', type: 'proportion', event: 'buy' }];
    const run = read({ looks: 'fixed', metrics, segments: [] }, few);
    const said = experiment
      .findings(run.result, run.params)
      .map((each) => findingSentence(each, english));
    expect(said).toContainEqual(expect.stringContaining('Barnard’s exact test gives p ='));
  });
});
