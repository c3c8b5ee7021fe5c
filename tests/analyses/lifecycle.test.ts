import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifecycle } from '../../src/analyses/lifecycle/lifecycle';
import type { GrowthRow, LifecycleResult } from '../../src/analyses/lifecycle/result';
import type { Dataset } from '../../src/data/dataset';
import { english } from '../../src/locale/english';
import { block } from '../../src/events/event-index';
import { DAY, START, story } from '../events/story';
import { ALONE, outcomeOf } from './run';

function lifecycleOf(dataset: Dataset, given: object = {}): LifecycleResult {
  return outcomeOf(lifecycle, dataset, given).result;
}

/** Rows `user day [event]`, days from Monday, 2 March 2026. */
function people(text: string): Dataset {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([user, day, event = 'visit']) => `${user} ${day} ${event}`);
  return story(`user:text at:time event:text\n${rows.join('\n')}`);
}

const parts = ({ active, unknown, returning, resurrected, dormant, ...row }: GrowthRow) => {
  return [active, unknown, row.new, returning, resurrected, dormant];
};

/** Weeks of 2, 9, 16, 23 and 30 March; the data end in the middle of the last one. */
const FIVE_WEEKS = `
  ann 0
  ann 1
  ann 8
  bob 2
  bob 16
  cat 9
  cat 10
  dan 16
  eve 20.5
  ann 29
  eve 30
  fay 31.98`;

describe('lifecycle', () => {
  it('tells who is new, returning, back again and fallen silent', () => {
    const { rows } = lifecycleOf(people(FIVE_WEEKS), { period: 'week' });
    expect(rows.map((row) => [row.start, ...parts(row)])).toEqual([
      // Ann and Bob may have been there before the data begin.
      ['2026-03-02', 2, 2, 0, 0, 0, null],
      // Ann returns, Cat is new, Bob is gone.
      ['2026-03-09', 2, 0, 1, 1, 0, 1],
      // Bob is back, Dan and Eve are new, Ann and Cat are gone.
      ['2026-03-16', 3, 0, 2, 0, 1, 2],
      // Nobody comes: all three are gone.
      ['2026-03-23', 0, 0, 0, 0, 0, 3],
      // Ann, Eve and Fay, but the week has not ended.
      ['2026-03-30', null, null, null, null, null, null],
    ]);
    expect(rows.map(({ complete }) => complete)).toEqual([true, true, true, true, false]);
    expect(rows[4]).toMatchObject({
      activeSoFar: 3,
      problem: { code: 'not-mature', args: { through: '2026-04-05' } },
    });
  });

  it('divides gained by lost', () => {
    const { rows } = lifecycleOf(people(FIVE_WEEKS), { period: 'week' });
    expect(rows.map(({ quickRatio }) => quickRatio.estimate)).toEqual([null, 1, 1.5, 0, null]);
    expect(rows[0]!.quickRatio).toMatchObject({ problem: { code: 'before-the-data' } });
    const { quickRatio } = rows[3]!;
    expect(quickRatio.low).toBe(0);
    expect(quickRatio.high).toBeGreaterThan(1);
  });

  it('has no quick ratio where nobody fell silent', () => {
    const { rows } = lifecycleOf(people('ann 0\nann 7\nbob 7\nann 13.99'));
    expect(rows[1]!.quickRatio).toEqual({
      estimate: null,
      low: null,
      high: null,
      problem: { code: 'nobody-dormant', args: {}, at: {} },
    });
    expect(rows[1]).not.toHaveProperty('problem');
  });

  it('knows the past of the first row when the range begins after the data', () => {
    const range = { from: '2026-03-09', to: '2026-03-30' };
    const { rows } = lifecycleOf(people(FIVE_WEEKS), { period: 'week', range });
    expect(rows.map((row) => [row.start, ...parts(row)])).toEqual([
      ['2026-03-09', 2, 0, 1, 1, 0, 1],
      ['2026-03-16', 3, 0, 2, 0, 1, 2],
      ['2026-03-23', 0, 0, 0, 0, 0, 3],
    ]);
  });

  it('selects periods by their start', () => {
    const weeks = (from: string, to: string) =>
      lifecycleOf(people(FIVE_WEEKS), { range: { from, to } }).rows.map(({ start }) => start);
    expect(weeks('2026-03-10', '2026-03-23')).toEqual(['2026-03-16']);
    expect(weeks('2026-03-09', '2026-03-24')).toEqual(['2026-03-09', '2026-03-16', '2026-03-23']);
  });

  it('counts only the event that is asked for, and calls the first of it new', () => {
    const data = people(`
      ann 0 visit
      ann 7 buy
      ann 14 buy
      bob 8 visit
      bob 14 buy
      bob 20.99 visit`);
    const { rows } = lifecycleOf(data, { event: 'buy' });
    expect(rows.map(parts)).toEqual([
      [0, 0, 0, 0, 0, null],
      [1, 0, 1, 0, 0, 0],
      [2, 0, 1, 1, 0, 0],
    ]);
  });

  it('filters the event by its row', () => {
    const data = story(`user:text at:time event:text amount:number
      ann 0 buy 5
      ann 1 buy 50
      ann 2 buy 5
      bob 2.99 buy 50`);
    const event = { event: 'buy', where: { amount: { '>=': 10 } } };
    const { rows } = lifecycleOf(data, { event, period: 'day' });
    expect(rows.map(({ active }) => active)).toEqual([0, 1, 1]);
  });

  it('puts a period that holds the data end among the unfinished, also at its very start', () => {
    const ending = (completeThrough: string) =>
      lifecycleOf(people(FIVE_WEEKS), { completeThrough }).rows.at(-1)!;
    expect(ending('2026-03-22')).toMatchObject({ start: '2026-03-16', complete: true });
    expect(ending('2026-03-23T00:01')).toMatchObject({ start: '2026-03-23', complete: false });
  });

  it('starts weeks on Sunday where that is asked for', () => {
    const { rows } = lifecycleOf(people(FIVE_WEEKS), { weekStart: 'sunday' });
    expect(rows.map(({ start }) => start).slice(0, 3)).toEqual([
      '2026-03-01',
      '2026-03-08',
      '2026-03-15',
    ]);
    // Day 22 is Tuesday 24 March, day 29 Tuesday 31 March.
    expect(rows.map(parts).slice(0, 3)).toEqual([
      [2, 2, 0, 0, 0, null],
      [2, 0, 1, 1, 0, 1],
      [2, 0, 1, 0, 1, 2],
    ]);
  });

  it('cuts days where the clocks say so', () => {
    // 29 March 2026 in Berlin goes from 23:00 UTC of the 28th to 22:00 UTC of the 29th.
    const data = people(`
      ann ${26 + 22.5 / 24}
      ann ${26 + 23 / 24}
      ann ${27 + 21.9 / 24}
      ann ${27 + 22 / 24}
      ann ${28 + 21.99 / 24}`);
    const { rows } = lifecycleOf(data, { period: 'day', timezone: 'Europe/Berlin' });
    expect(rows.map(({ start, active }) => [start, active])).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 1],
      ['2026-03-30', 1],
    ]);
  });

  it('agrees with the published case of PostHog', () => {
    // posthog/queries/test/test_lifecycle.py, test_lifecycle_trend, its days counted from 9 January.
    const data = people(`
      p1 2.5
      p1 3.5
      p1 4.5
      p1 6.5
      p1 8.5
      p1 10.5
      p2 0.5
      p2 3.5
      p3 3.5
      p4 6.5`);
    const { rows } = lifecycleOf(data, {
      ...{ period: 'day', completeThrough: '2026-03-12' },
      range: { from: '2026-03-05', to: '2026-03-13' },
    });
    expect(rows.map((row) => row.new)).toEqual([1, 0, 0, 1, 0, 0, 0, 0]);
    expect(rows.map(({ returning }) => returning)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
    expect(rows.map(({ resurrected }) => resurrected)).toEqual([1, 0, 0, 1, 0, 1, 0, 1]);
    expect(rows.map(({ dormant }) => dormant)).toEqual([0, 2, 1, 0, 2, 0, 1, 0]);
  });

  it('tells the two hours of an autumn night apart', () => {
    const at = (iso: string) => (Date.parse(iso) - START) / DAY;
    const data = people(`
      ann ${at('2026-10-24T23:30Z')}
      ann ${at('2026-10-25T00:30Z')}
      ann ${at('2026-10-25T01:30Z')}`);
    const { rows } = lifecycleOf(data, {
      ...{ period: 'hour', timezone: 'Europe/Berlin', completeThrough: '2026-10-25T02:00Z' },
    });
    expect(rows.map(({ start, active }) => [start, active])).toEqual([
      ['2026-10-25T01:00+02:00', 1],
      ['2026-10-25T02:00+02:00', 1],
      ['2026-10-25T02:00+01:00', 1],
    ]);
  });
});

describe('stickiness', () => {
  /** Ann every day, Bob every seventh, for thirty whole days. */
  const days = Array.from({ length: 30 }, (_, day) => day);
  const data = people(
    [...days.map((day) => `ann ${day + 0.99}`), '\nbob 0.5\nbob 7.5\nbob 14.5'].join('\n'),
  );

  it('is the mean of daily users over the users of 28 days', () => {
    const { stickiness } = lifecycleOf(data, { period: 'day' });
    expect(stickiness).toHaveLength(30);
    expect(stickiness[0]).toMatchObject({ start: '2026-03-02', dau: 2, wau: null, mau: null });
    expect(stickiness[5]).toMatchObject({ wau: null, problem: { code: 'before-the-data' } });
    expect(stickiness[6]).toMatchObject({ dau: 1, wau: 2, mau: null, ratio: null });
    expect(stickiness[20]).toMatchObject({ dau: 1, wau: 2 });
    expect(stickiness[21]).toMatchObject({ dau: 1, wau: 1 });
    // 28 days of Ann and three of Bob.
    expect(stickiness[27]).toEqual({
      start: '2026-03-29',
      ...{ dau: 1, wau: 1, mau: 2, ratio: 31 / 28 / 2 },
    });
    expect(stickiness[29]!.ratio).toBe(30 / 28 / 2);
  });

  it('looks back before the range', () => {
    const range = { from: '2026-03-30', to: '2026-04-01' };
    const { stickiness } = lifecycleOf(data, { period: 'day', range });
    expect(stickiness.map(({ start, mau }) => [start, mau])).toEqual([
      ['2026-03-30', 2],
      ['2026-03-31', 2],
    ]);
  });

  it('counts users by their active days of the last 28', () => {
    const { power, powerDays } = lifecycleOf(data);
    expect(powerDays).toEqual({ from: '2026-03-04', through: '2026-03-31' });
    expect(power.filter(({ users }) => users > 0)).toEqual([
      { days: 2, users: 1 },
      { days: 28, users: 1 },
    ]);
    expect(power).toHaveLength(28);
  });

  it('has no power curve of fewer than 28 whole days', () => {
    const result = lifecycleOf(people('ann 0\nann 26.99'));
    expect([result.power, result.powerDays]).toEqual([[], null]);
    expect(result.problem).toMatchObject({ code: 'before-the-data' });
    expect(lifecycleOf(people('ann 0\nann 27.99')).power).toHaveLength(28);
  });
});

describe('the users behind a number', () => {
  const { input, params, result } = outcomeOf(lifecycle, people(FIVE_WEEKS), { period: 'week' });
  const names = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
  const who = (path: string) =>
    Array.from(lifecycle.members!(input, params, path), (user) => names[user]);

  it('are those that were counted', () => {
    expect(who('rows[0].unknown')).toEqual(['ann', 'bob']);
    expect(who('rows[0].new')).toEqual([]);
    expect(who('rows[1].returning')).toEqual(['ann']);
    expect(who('rows[2].resurrected')).toEqual(['bob']);
    expect(who('rows[2].new')).toEqual(['dan', 'eve']);
    expect(who('rows[3].dormant')).toEqual(['bob', 'dan', 'eve']);
    expect(who('rows[2].active')).toEqual(['bob', 'dan', 'eve']);
    expect(who('rows[4].active')).toEqual([]);
    expect(who('rows[9].active')).toEqual([]);
    expect(who('stickiness[0].dau')).toEqual([]);
  });

  it('are as many as the result says', () => {
    for (const [i, row] of result.rows.entries()) {
      for (const key of [
        'active',
        'new',
        'returning',
        'resurrected',
        'dormant',
        'unknown',
      ] as const) {
        expect(who(`rows[${i}].${key}`)).toHaveLength(row[key] ?? 0);
      }
    }
    for (const { days, users } of result.power)
      expect(who(`power[${days - 1}]`)).toHaveLength(users);
  });
});

describe('the working of a number', () => {
  it('ends in the number that the tables show', () => {
    const days = Array.from({ length: 40 }, (_, day) => `ann ${day + 0.5}\nu${day} ${day}`);
    const result = lifecycleOf(people(`${days.join('\n')}\nbob 0\nbob 39.99`), { period: 'week' });
    const shown: string[] = [];
    for (const { columns, rows } of lifecycle.tables(result, english)) {
      for (const row of rows) {
        for (const { key, path } of columns) {
          if (path !== 'quickRatio' && path !== 'ratio') continue;
          const found = lifecycle.working(result, `${String(row['path'])}.${path}`);
          expect(found?.value ?? null).toBe(row[key]);
          if (found) shown.push(path);
        }
      }
    }
    expect(shown.filter((path) => path === 'quickRatio').length).toBeGreaterThan(2);
    expect(shown.filter((path) => path === 'ratio')).toHaveLength(13);
    expect(lifecycle.working(result, 'rows[1].active')).toBeNull();
  });
});

describe('bad input', () => {
  const failing = (given: object, data = people(FIVE_WEEKS)) => {
    return expect(() => lifecycleOf(data, given));
  };

  it('names an event that is not there and the nearest that is', () => {
    failing({ event: 'vist' }).toThrow(
      expect.objectContaining({
        code: 'not-in-data',
        args: { what: 'event', name: 'vist', known: ['visit'], near: 'visit' },
        at: { path: 'event' },
      }) as Error,
    );
    failing({ event: { event: 'vist' } }).toThrow(
      expect.objectContaining({ at: { path: 'event.event' } }) as Error,
    );
  });

  it('says when nothing is left to count', () => {
    failing({ range: { from: '2027-01-01', to: '2027-02-01' } }).toThrow('nothing-to-count');
    failing({ completeThrough: '2026-03-01' }).toThrow('nothing-to-count');
  });

  it('refuses a table without events, and more rows than anybody reads', () => {
    const units = story('user:text amount:number\nann 1');
    expect(() => outcomeOf(lifecycle, units, {}, { roles: { user: 'user' } })).toThrow(
      'needs-events',
    );
    failing({ period: 'hour' }, people('ann 0\nann 200')).toThrow('too-many-periods');
  });

  it('refuses a period that there is not', () => {
    expect(lifecycle.params.safeParse({ source: 's', period: 'year' }).success).toBe(false);
  });
});

interface Visit {
  readonly user: number;
  readonly hour: number;
}

const visits = fc.array(
  fc.record({ user: fc.integer({ min: 0, max: 7 }), hour: fc.integer({ min: 0, max: 24 * 45 }) }),
  { minLength: 1, maxLength: 80 },
);

function streamOf(list: readonly Visit[], days = 0): Dataset {
  return people(list.map(({ user, hour }) => `u${user} ${days + hour / 24}`).join('\n'));
}

/** A local date, read off the platform's own calendar. */
function localDate(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms);
}

/** The Monday of a date, or the first of its month. */
function bucketOf(date: string, period: string): string {
  if (period === 'day') return date;
  if (period === 'month') return `${date.slice(0, 7)}-01`;
  const noon = new Date(`${date}T12:00:00Z`);
  const monday = noon.getTime() - ((noon.getUTCDay() + 6) % 7) * DAY;
  return new Date(monday).toISOString().slice(0, 10);
}

/** Lifecycle by sets of names: for each row of the result its own users, told apart one by one. */
function direct(list: readonly Visit[], rows: readonly GrowthRow[], period: string, zone: string) {
  const active = new Map<string, Set<number>>();
  for (const { user, hour } of list) {
    const start = bucketOf(localDate(START + hour * 3_600_000, zone), period);
    active.set(start, (active.get(start) ?? new Set()).add(user));
  }
  const of = (i: number) => active.get(rows[i]?.start ?? '') ?? new Set<number>();
  return rows.map((_, i) => {
    const seen = new Set(rows.slice(0, i).flatMap((_, j) => [...of(j)]));
    const now = [...of(i)];
    const returning = now.filter((user) => of(i - 1).has(user)).length;
    const fresh = now.filter((user) => !seen.has(user)).length;
    const dormant = [...of(i - 1)].filter((user) => !of(i).has(user)).length;
    return i === 0
      ? [now.length, now.length, 0, 0, 0, null]
      : [now.length, 0, fresh, returning, now.length - fresh - returning, dormant];
  });
}

describe('the lifecycle of any stream', () => {
  const periods = fc.constantFrom('day', 'week', 'month');
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
  const completeThrough = '2026-04-30';

  it('is what counting names in sets gives, in zones with daylight saving too', () => {
    fc.assert(
      fc.property(visits, periods, zones, (list, period, timezone) => {
        const { rows } = lifecycleOf(streamOf(list), { period, timezone, completeThrough });
        const counted = rows.filter(({ complete }) => complete);
        expect(counted.map(parts)).toEqual(
          direct(list, rows, period, timezone).slice(0, counted.length),
        );
      }),
    );
  });

  it('adds up: the parts are the active, and gained less lost is the change', () => {
    fc.assert(
      fc.property(visits, periods, (list, period) => {
        const { rows } = lifecycleOf(streamOf(list), { period, completeThrough });
        let before: number | null = null;
        for (const row of rows.filter(({ complete }) => complete)) {
          expect(row.new! + row.returning! + row.resurrected! + row.unknown!).toBe(row.active);
          if (before !== null) {
            expect(row.new! + row.resurrected! - row.dormant!).toBe(row.active! - before);
          }
          before = row.active;
        }
      }),
    );
  });

  it('is the same however the users are cut into blocks', () => {
    fc.assert(
      fc.property(visits, periods, fc.nat(8), fc.nat(8), (list, period, a, b) => {
        const { input, params, result } = outcomeOf(lifecycle, streamOf(list), {
          period,
          completeThrough,
        });
        const users = input.events.users;
        const cuts = [0, Math.min(a, b, users), Math.min(Math.max(a, b), users), users];
        const parts = cuts
          .slice(1)
          .map((to, i) =>
            lifecycle.aggregate({ ...input, events: block(input.events, cuts[i]!, to) }, params),
          );
        const whole = parts.reduce((x, y) => lifecycle.merge(x, y));
        expect(lifecycle.infer(whole, params, input.scope)).toEqual(result);
      }),
    );
  });

  it('moves by whole weeks when all times do, and changes in nothing else', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 60 }), (list, weeks) => {
        const [now, later] = [0, 7 * weeks].map((days) =>
          lifecycleOf(streamOf(list, days), {
            period: 'week',
            completeThrough: new Date(START + (days + 50) * DAY).toISOString().slice(0, 10),
          }),
        );
        const moved = (start: string) =>
          new Date(Date.parse(start) + 7 * weeks * DAY).toISOString().slice(0, 10);
        const numbers = ({ rows, stickiness, power }: LifecycleResult) => [
          rows.map((row) => parts(row)),
          stickiness.map(({ dau, wau, mau, ratio }) => [dau, wau, mau, ratio]),
          power,
        ];
        expect(numbers(later!)).toEqual(numbers(now!));
        expect(later!.rows.map(({ start }) => start)).toEqual(
          now!.rows.map(({ start }) => moved(start)),
        );
      }),
    );
  });

  it('has DAU ≤ WAU ≤ MAU, each the number of distinct users of its days', () => {
    fc.assert(
      fc.property(visits, (list) => {
        const { stickiness } = lifecycleOf(streamOf(list), { completeThrough });
        const day = (hour: number) => new Date(START + hour * 3_600_000).toISOString().slice(0, 10);
        for (const [i, { dau, wau, mau, ratio }] of stickiness.entries()) {
          const distinct = (length: number) => {
            const dates = stickiness
              .slice(Math.max(0, i + 1 - length), i + 1)
              .map(({ start }) => start);
            return new Set(
              list.filter(({ hour }) => dates.includes(day(hour))).map(({ user }) => user),
            ).size;
          };
          expect(dau).toBe(distinct(1));
          expect(wau).toBe(i < 6 ? null : distinct(7));
          expect(mau).toBe(i < 27 ? null : distinct(28));
          if (ratio !== null) expect(ratio).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('lifecycle under other settings of the notebook', () => {
  it('takes the zone and the week start of the header', () => {
    const around = { ...ALONE, timezone: 'America/New_York', weekStart: 'sunday' as const };
    const { result } = outcomeOf(lifecycle, people(FIVE_WEEKS), {}, { around });
    // 2 March, midnight UTC, is Sunday evening in New York.
    expect(result.rows[0]!.start).toBe('2026-03-01');
    expect(result.dataStart).toBe('2026-03-01');
  });
});
