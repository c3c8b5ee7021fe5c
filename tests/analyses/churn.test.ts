import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { churn } from '../../src/analyses/churn/churn';
import type { ChurnResult } from '../../src/analyses/churn/result';
import type { Dataset } from '../../src/data/dataset';
import { block } from '../../src/events/event-index';
import { sampleQuantile } from '../../src/stats/sample-quantile';
import { story } from '../events/story';
import { outcomeOf } from './run';

function churnOf(dataset: Dataset, given: object = {}): ChurnResult {
  return outcomeOf(churn, dataset, given).result;
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

/** Twenty whole days. Gaps: Ann 3, 3, open 13; Bob 10, open 8; Cat open 14; Dan open 0. */
const FOUR = people(`
  ann 0
  ann 0.5
  ann 3
  ann 6
  bob 1
  bob 11
  cat 5
  dan 19.99`);

describe('churn', () => {
  it('says how many come back from silences of each length', () => {
    const { curve } = churnOf(FOUR, { after: '7d' });
    // Seven silences; those of gaps 3, 3 and 10 have ended.
    const row = (days: number) => curve.find((each) => each.days === days)!;
    expect([row(0).of, row(0).returned]).toEqual([7, 3]);
    // Two whole silent days: all but Dan, who was there on the last day.
    expect([row(2).of, row(2).returned]).toEqual([6, 3]);
    expect([row(3).of, row(3).returned]).toEqual([4, 1]);
    // S(2) = 1, S(3) = 4/6, S(10) = 4/6 · 2/3: at day 10 Ann, Bob's gap and Cat are at risk.
    expect(row(2).rate).toBeCloseTo(1 - (4 / 6) * (2 / 3), 12);
    expect(row(3).rate).toBeCloseTo(1 - 2 / 3, 12);
    expect(row(7).rate).toBeCloseTo(1 - 2 / 3, 12);
  });

  it('counts a return within the horizon only', () => {
    const { curve, rule } = churnOf(FOUR, { after: '7d', horizon: '2d' });
    expect(rule.horizonDays).toBe(2);
    expect(curve[2]!.rate).toBeCloseTo(1 - 4 / 6, 12);
    expect(curve[3]!.rate).toBe(0);
    expect(curve[8]!.rate).toBeCloseTo(1 / 3, 12);
  });

  it('tells who is gone and who is there', () => {
    const { now, through, gaps } = churnOf(FOUR, { after: '9d' });
    // Ann is silent for 13 days, Cat for 14, Bob for 8, Dan for none.
    expect(now).toMatchObject({ users: 4, churned: 2, active: 2, atRisk: 0, withRhythm: 0 });
    expect(through).toBe('2026-03-21');
    expect(gaps).toEqual({ count: 3, medianDays: 3, p90Days: 3 + 0.8 * 7 });
  });

  it('says who is silent for longer than is usual for them', () => {
    const { now, rule } = churnOf(FOUR, { after: '14d', gaps: 2 });
    // Ann comes every three days and is silent for 13.
    expect(now).toMatchObject({ users: 4, churned: 1, atRisk: 1, active: 2, withRhythm: 1 });
    expect(rule).toMatchObject({ days: 14, isSuggested: false, suggestedDays: null });
    expect(rule.problem).toMatchObject({ code: 'no-churn-rule', args: { users: 4 } });
  });

  it('counts of each period who was there, who left and who came back', () => {
    const { rows } = churnOf(FOUR, { after: '4d', period: 'week' });
    expect(
      rows.map(({ start, users, churned, returned, complete }) => [
        start,
        users,
        churned,
        returned,
        complete,
      ]),
    ).toEqual([
      ['2026-03-02', null, null, null, true],
      // On the 9th Ann (active on the 8th) and Cat (on the 7th) are there; both fall silent. Bob
      // left on the 7th and is back on the 13th.
      ['2026-03-09', 2, 2, 1, true],
      ['2026-03-16', null, null, null, false],
    ]);
    expect(rows[0]!.problem).toMatchObject({ code: 'before-the-data' });
    expect(rows[2]!.problem).toMatchObject({ code: 'not-mature' });
  });

  it('proposes the first day after which too few come back', () => {
    // Twelve people come every second day until day 20; half of them stop there, half go on to day 60.
    const lines = Array.from({ length: 12 }, (_, user) => {
      const end = user < 6 ? 20 : 60;
      return Array.from({ length: end / 2 + 1 }, (_, i) => `u${user} ${2 * i + 0.99}`);
    });
    const { rule, now } = churnOf(people(lines.flat().join('\n')));
    // All gaps are of two days: whoever is silent for two whole ones never came back.
    expect(rule).toMatchObject({ days: 2, isSuggested: true, suggestedDays: 2 });
    expect(rule.back).toMatchObject({ of: 6, returned: 0, rate: 0, low: 0 });
    expect(now).toMatchObject({ users: 12, churned: 6, active: 6 });
  });

  it('proposes nothing from one customer, and says so', () => {
    const one = people('ann 0\nann 3\nann 29.99');
    expect(() => churnOf(one)).toThrow(
      expect.objectContaining({
        code: 'no-churn-rule',
        args: expect.objectContaining({ users: 1 }),
      }),
    );
    expect(churnOf(one, { after: '14d' }).now).toMatchObject({ users: 1, churned: 0 });
  });

  it('proposes nothing from data too short to watch a silence', () => {
    const lines = Array.from({ length: 40 }, (_, user) =>
      [0, 7, 14].map((day) => `u${user} ${day + (user % 7) * 0.9}`),
    );
    expect(() => churnOf(people(lines.flat().join('\n')))).toThrow(
      expect.objectContaining({ code: 'no-churn-rule' }),
    );
  });

  it('refuses what cannot be counted', () => {
    const code = (given: object, data = FOUR) => {
      try {
        churnOf(data, given);
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ after: '0d' })).toBe('window-is-zero');
    expect(code({ event: 'buy' })).toBe('not-in-data');
    expect(code({ event: 'late' }, people('ann 0\nbob 5.5 late'))).toBe('nothing-to-count');
  });

  it('points at an end of the data on which nobody was there', () => {
    const { input, params, result } = outcomeOf(churn, FOUR, {
      after: '7d',
      completeThrough: '2026-06-30',
    });
    expect(result.emptyDays).toBe(101);
    expect(churn.findings(result, params).map(({ code }) => code)).toContain('churn.empty-days');
    expect(input.scope.completeThrough).toBe(Date.parse('2026-07-01'));
  });
});

describe('the users behind churn', () => {
  it('are those that were counted', () => {
    const { input, params } = outcomeOf(churn, FOUR, { after: '14d', gaps: 2 });
    const names = ['ann', 'bob', 'cat', 'dan'];
    const who = (path: string) =>
      Array.from(churn.members!(input, params, path), (user) => names[user]);
    expect(who('now.churned')).toEqual(['cat']);
    expect(who('now.atRisk')).toEqual(['ann']);
    expect(who('now.active')).toEqual(['bob', 'dan']);
    expect(who('now.users')).toEqual(names);
    expect(who('curve[0].of')).toEqual([]);
  });
});

const visits = fc.array(fc.record({ user: fc.nat(7), day: fc.integer({ min: 0, max: 39 }) }), {
  minLength: 1,
  maxLength: 60,
});
type Visits = readonly { readonly user: number; readonly day: number }[];

const THROUGH = { completeThrough: '2026-04-10', after: '5d' };

function streamOf(list: Visits): Dataset {
  return people(list.map(({ user, day }) => `u${user} ${day}`).join('\n'));
}

/** Active days of each user, ascending. */
function daysByUser(list: Visits): number[][] {
  const users = [...new Set(list.map(({ user }) => user))];
  return users.map((user) =>
    [...new Set(list.filter((each) => each.user === user).map(({ day }) => day))].sort(
      (a, b) => a - b,
    ),
  );
}

describe('churn of any stream', () => {
  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(visits, (list) => {
        const { now, rows, curve } = churnOf(streamOf(list), { ...THROUGH, period: 'day' });
        const users = daysByUser(list);
        const first = Math.min(...users.flat());
        const isGone = (days: readonly number[], day: number) => {
          const last = days.findLast((each) => each < day);
          return last !== undefined && day - 1 - last >= 5;
        };
        expect(now.churned).toBe(users.filter((days) => isGone(days, 40)).length);
        for (const [i, row] of rows.entries()) {
          const day = first + i;
          if (row.users === null) continue;
          const there = users.filter((days) => days[0]! < day && !isGone(days, day));
          expect(row.users).toBe(there.length);
          expect(row.churned).toBe(
            there.filter((days) => !days.includes(day) && isGone(days, day + 1)).length,
          );
          expect(row.returned).toBe(
            users.filter((days) => isGone(days, day) && days.includes(day)).length,
          );
        }
        for (const { days, of, returned } of curve) {
          const silences = users.flatMap((active) =>
            active.map((day, i) => ({
              isOpen: i === active.length - 1,
              days: (active[i + 1] ?? 40) - day - 1,
            })),
          );
          const long = silences.filter(
            (each) => each.days >= days && (each.isOpen || each.days >= days),
          );
          expect(of).toBe(long.length);
          expect(returned).toBe(long.filter(({ isOpen }) => !isOpen).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('calls at risk who is silent for longer than nine in ten of their own gaps', () => {
    fc.assert(
      fc.property(visits, (list) => {
        const { now } = churnOf(streamOf(list), { ...THROUGH, after: '60d', gaps: 2 });
        const atRisk = daysByUser(list).filter((days) => {
          const gaps = days.slice(1).map((day, i) => day - days[i]!);
          return gaps.length >= 2 && 40 - days.at(-1)! > sampleQuantile(gaps, 0.9);
        });
        expect(now.atRisk).toBe(atRisk.length);
      }),
    );
  });

  it('is the same however the users are cut into blocks', () => {
    fc.assert(
      fc.property(visits, fc.nat(8), (list, cut) => {
        const { input, params, result } = outcomeOf(churn, streamOf(list), THROUGH);
        const { users } = input.events;
        const at = Math.min(cut, users);
        const part = (from: number, to: number) =>
          churn.aggregate({ ...input, events: block(input.events, from, to) }, params);
        const whole = churn.merge(part(0, at), part(at, users));
        expect(churn.infer(whole, params, input.scope)).toEqual(result);
      }),
      { numRuns: 40 },
    );
  });

  it('does not see what comes after the data end', () => {
    fc.assert(
      fc.property(visits, visits, (list, future) => {
        const later = future.map(({ user, day }) => ({ user, day: day + 40 }));
        const before = churnOf(streamOf(list), THROUGH);
        const after = churnOf(
          streamOf([
            ...list,
            ...later.filter(({ user }) => list.some((each) => each.user === user)),
          ]),
          THROUGH,
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('has a curve of shares within their intervals', () => {
    fc.assert(
      fc.property(visits, (list) => {
        for (const { rate, low, high } of churnOf(streamOf(list), THROUGH).curve) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(rate + 1e-12);
          expect(high).toBeGreaterThanOrEqual(rate - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});
