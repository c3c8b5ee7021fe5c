import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repurchase } from '../../src/analyses/repurchase/repurchase';
import type { RepurchaseResult } from '../../src/analyses/repurchase/result';
import type { Dataset } from '../../src/data/dataset';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import { outcomeOf } from './run';

function repurchaseOf(dataset: Dataset, given: object = {}) {
  return outcomeOf(repurchase, dataset, { purchase: { event: 'buy' }, within: ['10d'], ...given });
}

function shop(text: string): Dataset {
  return story(`user:text at:time event:text product:text\n${text}`);
}

/** From Monday, 2 March 2026, to the end of the 22nd; the last whole day is the 20th after the first. */
const STORY = shop(`
  ann 0 buy tea
  bob 1 buy gear
  ann 0.5 buy gear
  cat 2 buy tea
  ann 5 buy tea
  bob 11 buy tea
  ann 12 buy gear
  dan 18 buy tea
  dan 20.99 visit -`);

const brief = ({ orders }: RepurchaseResult) =>
  orders.map(({ reached, of, within }) => [reached, of, within[0]!.reached, within[0]!.of]);

describe('repurchase', () => {
  it('counts purchases of a day as one, and within a time only who was watched for so long', () => {
    const { result } = repurchaseOf(STORY);
    expect([result.customers, result.purchases]).toEqual([4, 7]);
    // Dan has been watched for two days only; Bob for nine since his second purchase.
    expect(brief(result)).toEqual([
      [2, 4, 2, 3],
      [1, 2, 1, 1],
    ]);
  });

  it('takes the limit in: ten days are within ten days, and not within nine', () => {
    const { result } = repurchaseOf(STORY, { within: ['9d', '10d'] });
    expect(result.orders[0]!.within.map(({ reached, of }) => [reached, of])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  it('reckons those who still wait in, as Kaplan and Meier do', () => {
    const { curve, medianDays } = repurchaseOf(STORY).result.orders[0]!;
    // Day 5: one of the three who are still watched; day 10: one of two.
    expect(curve.map(({ days }) => days)).toEqual([5, 10]);
    expect(curve[0]!.share).toBeCloseTo(1 / 3, 12);
    expect(curve[1]!.share).toBeCloseTo(2 / 3, 12);
    expect(medianDays).toMatchObject({ problem: { code: 'median-open' } });
  });

  it('counts every row, in days and parts of days, where that is asked for', () => {
    const { result } = repurchaseOf(STORY, { distinct: 'event' });
    expect(result.purchases).toBe(8);
    expect(result.orders[0]!.curve[0]!.days).toBe(0.5);
    // Ann's third is that of day 5, four and a half days after the second; Bob has had ten whole days.
    expect(brief(result)[1]).toEqual([1, 2, 1, 2]);
  });

  it('runs the time from the first purchase where that is asked for', () => {
    const days = (since: string) =>
      repurchaseOf(STORY, { since }).result.orders[1]!.curve.map(({ days }) => days);
    expect(days('previous')).toEqual([7]);
    expect(days('first')).toEqual([12]);
  });

  it('divides customers by what they bought first', () => {
    const { input, params, result } = repurchaseOf(STORY, { breakdown: 'product' });
    expect(result.groups.map(({ name, customers }) => [name, customers])).toEqual([
      ['tea', 3],
      ['gear', 1],
    ]);
    expect(result.groups[0]!.orders[0]).toMatchObject({ reached: 1, of: 3 });
    expect(result.comparisons[0]).toMatchObject({
      ...{ group: 'gear', p: null },
      problem: { code: 'too-few-users' },
    });
    const ids = (path: string) => [...repurchase.members!(input, params, path)];
    expect(ids('groups.tea')).toEqual([0, 2, 3]);
    expect(ids('groups.tea.orders[0].reached')).toEqual([0]);
    expect(ids('orders[0].within[0]')).toEqual([0, 1]);
    expect(ids('cohorts["2026-03-01"]')).toEqual([0, 1, 2, 3]);
    expect(ids('customers')).toEqual([]);
  });

  it('names the control that it does not find', () => {
    expect(() => repurchaseOf(STORY, { breakdown: 'product', control: 'te' })).toThrowError(
      expect.objectContaining({ code: 'no-such-group' }),
    );
  });

  it('agrees with following one customer after the other', () => {
    const row = fc.record({
      user: fc.integer({ min: 0, max: 6 }),
      day: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 15 }),
        (rows, limit) => {
          const lines = rows.map(({ user, day }) => `u${user} ${day}.25 buy -`);
          const data = shop([...lines, 'end 30.99 visit -'].join('\n'));
          const { result } = repurchaseOf(data, { within: [`${limit}d`] });
          const days = [...Array(7).keys()].map((user) =>
            [...new Set(rows.filter((each) => each.user === user).map(({ day }) => day))].sort(
              (a, b) => a - b,
            ),
          );
          [0, 1].forEach((order) => {
            const due = days.filter((mine) => mine.length > order);
            const watched = due.filter((mine) => 30 - mine[order]! >= limit);
            const came = (those: number[][], most: number) =>
              those.filter((mine) => mine[order + 1]! - mine[order]! <= most).length;
            expect(brief(result)[order]).toEqual([
              came(due, Infinity),
              due.length,
              came(watched, limit),
              watched.length,
            ]);
          });
        },
      ),
      { numRuns: 80 },
    );
  });

  it('shares its customers out among groups and cohorts', () => {
    const rows = [...Array(90).keys()].map(
      (i) => `u${(i * 7) % 40} ${(i * 11) % 60} buy p${(i * 5) % 14}`,
    );
    const data = shop([...rows, 'end 69.99 visit -'].join('\n'));
    const { result } = repurchaseOf(data, { breakdown: 'product', period: 'week' });
    const sum = (list: readonly { readonly customers: number }[]) =>
      list.reduce((total, { customers }) => total + customers, 0);
    expect(sum(result.groups)).toBe(result.customers);
    expect(sum(result.cohorts)).toBe(result.customers);
    expect(result.groups.at(-1)).toMatchObject({ name: 'Other', isRest: true });
    expect(result.groups).toHaveLength(11);
    const reached = result.cohorts.reduce((total, { orders }) => total + orders[0]!.reached, 0);
    expect(reached).toBe(result.orders[0]!.reached);
  });
});

describe('bad input', () => {
  const said = (data: Dataset) => {
    const { result, params } = repurchaseOf(data);
    return repurchase
      .findings(result, params)
      .map((each) => findingSentence(each, english))
      .join(' ');
  };

  it('says that nobody bought, that one customer is alone, and that nobody came back', () => {
    expect(() => repurchaseOf(STORY, { where: { event: 'visit' } })).toThrowError(
      expect.objectContaining({ code: 'no-purchases' }),
    );
    expect(said(shop('ann 0 buy -\nann 20.99 visit -'))).toMatch(/There is one customer/);
    expect(said(shop('ann 0 buy -\nbob 3 buy -\nann 20.99 visit -'))).toMatch(
      /None of the 2 customers has bought a second time/,
    );
  });
});
