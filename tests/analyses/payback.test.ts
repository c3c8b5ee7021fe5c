import { describe, expect, it } from 'vitest';
import type { NamedTable } from '../../src/analyses/analysis';
import { payback } from '../../src/analyses/payback/payback';
import type { Dataset } from '../../src/data/dataset';
import { english } from '../../src/locale/english';
import { story } from '../events/story';
import { ALONE, outcomeOf } from './run';

function table(text: string, columnUnits: Readonly<Record<string, string>> = {}): NamedTable {
  return {
    dataset: story(`channel:text date:time cost:number\n${text}`, { dateOnly: true }),
    roles: { channel: 'channel', date: 'date', cost: 'cost' },
    columnUnits,
  };
}

function paybackOf(dataset: Dataset, costs: NamedTable, given: object = {}, units = {}) {
  const params = {
    acquisition: { event: 'join', channel: 'channel' },
    purchase: { event: 'buy', value: 'amount' },
    ...{ costs: 'spend', period: 'week', periods: 4 },
    ...given,
  };
  const around = { ...ALONE, columnUnits: units, tables: new Map([['spend', costs]]) };
  return outcomeOf(payback, dataset, params, { around });
}

function shop(text: string): Dataset {
  return story(`user:text at:time event:text channel:text amount:number\n${text}`);
}

/** Three weeks from Monday, 2 March 2026. */
const STORY = shop(`
  ann 0 join search -
  bob 3 join search -
  ann 1 buy - 40
  cat 8 join video -
  ann 9 buy - 70
  cat 9 buy - 10
  dan 2 buy - 500
  eve 4 join direct -
  fay 5 join - -
  eve 20.99 visit - -`);

const SPEND = table(`
  search 0 60
  search 4 40
  video 10 50
  mail 1 7
  video 30 99`);

describe('payback', () => {
  const { input, params, result } = paybackOf(STORY, SPEND);
  const channel = (name: string) => result.channels.find((each) => each.channel === name)!;

  it('names the unit of money on the axes of its chart, where one is known', () => {
    const known = paybackOf(STORY, table('search 0 60', { cost: 'EUR' }), {}, { amount: 'EUR' });
    const spec = (of: typeof result) =>
      JSON.stringify(payback.charts(of, english).find(({ name }) => name === 'balance')!.spec);
    expect(spec(known.result)).toContain('"title":"Cost, EUR"');
    expect(spec(known.result)).toContain('"title":"Value, EUR"');
    expect(spec(result)).toContain('"title":"Cost"');
  });

  it('divides costs by users, buyers and buyers who came back', () => {
    expect(channel('search')).toMatchObject({
      ...{ users: 2, buyers: 1, repeatBuyers: 1 },
      ...{ cost: 100, cac: 50, costPerBuyer: 100, costPerRepeatBuyer: 100, value: 110 },
    });
    expect(channel('video')).toMatchObject({
      ...{ users: 1, buyers: 1, repeatBuyers: 0 },
      ...{ cost: 50, cac: 50, costPerBuyer: 50, costPerRepeatBuyer: null },
      problem: { code: 'nobody-bought-again' },
    });
  });

  it('sets what whole cohorts brought against what they cost', () => {
    const points = (name: string) =>
      channel(name).curve.map(({ users, cost, value, ratio }) => [users, cost, value, ratio]);
    expect(points('search')).toEqual([
      [2, 100, 40, 0.4],
      [2, 100, 110, 1.1],
      [2, 100, 110, 1.1],
      [0, 0, null, null],
    ]);
    // The cohort of the second week has had two.
    expect(points('video')).toEqual([
      [1, 50, 10, 0.2],
      [1, 50, 10, 0.2],
      [0, 0, 0, null],
      [0, 0, null, null],
    ]);
    expect(channel('search')).toMatchObject({ paidBackBy: 1, ltvToCac: { offset: 2 } });
    expect(channel('video')).toMatchObject({ paidBackBy: null, state: 'unknown' });
  });

  it('lists costs without users, users without costs, and what it leaves out', () => {
    expect(result.costs).toEqual({
      ...{ total: 157, outside: 99 },
      withoutUsers: [{ channel: 'mail', cost: 7 }],
      withoutCost: ['direct'],
    });
    // Fay joined by no channel; Dan never joined.
    expect([result.users, result.withoutChannel]).toEqual([5, 1]);
    expect(channel('direct').curve[0]).toMatchObject({ ratio: null, problem: { code: 'no-cost' } });
  });

  it('adds up over cohorts', () => {
    for (const { channel, users, cost, value } of result.channels) {
      const own = result.cohorts.filter((each) => each.channel === channel);
      const sum = (key: 'users' | 'cost' | 'value') =>
        own.reduce((total, each) => total + (each[key] ?? 0), 0);
      expect([sum('users'), sum('cost'), sum('value')]).toEqual([users, cost ?? 0, value]);
    }
    expect(result.cohorts.map(({ name }) => name)).toContain('2026-03-09 · video');
  });

  it('counts the margin only', () => {
    const half = paybackOf(STORY, SPEND, { margin: 0.5 }).result.channels;
    const search = half.find((each) => each.channel === 'search')!;
    expect(search.curve[1]!.ratio).toBe(0.55);
    expect(search.paidBackBy).toBeNull();
  });

  it('lists the users behind a channel, a cohort and a count', () => {
    const ids = (path: string) => [...payback.members!(input, params, path)];
    expect(ids('channels.search')).toEqual([0, 1]);
    expect(ids('channels.search.repeatBuyers')).toEqual([0]);
    expect(ids('cohorts["2026-03-09 · video"]')).toEqual([2]);
    expect(ids('channels.video.curve[2]')).toEqual([]);
    expect(ids('users')).toEqual([]);
  });

  it('does not divide money of two kinds', () => {
    const costs = table('search 0 60', { cost: 'USD' });
    const { channels } = paybackOf(STORY, costs, {}, { amount: 'EUR' }).result;
    expect(channels[0]).toMatchObject({ state: 'unknown', problem: { code: 'units-differ' } });
  });

  it('says that nobody was acquired, and that a table has no costs', () => {
    expect(() => paybackOf(STORY, SPEND, { where: { event: 'buy' } })).toThrowError(
      expect.objectContaining({ code: 'nobody-acquired' }),
    );
    const acquisition = { event: 'singup', channel: 'channel' };
    expect(() => paybackOf(STORY, SPEND, { acquisition })).toThrowError(
      expect.objectContaining({ code: 'not-in-data', at: { path: 'acquisition.event' } }),
    );
    const plain = { ...SPEND, roles: {} };
    expect(() => paybackOf(STORY, plain)).toThrowError(
      expect.objectContaining({ code: 'not-a-cost-table' }),
    );
  });

  it('finds the channel that is cheap by the buyer and dear by the one who comes back', () => {
    const rows = [...Array(60).keys()].flatMap((i) => {
      const [user, way] = [`u${i}`, i < 30 ? 'coupon' : 'search'];
      const again = way === 'search' && i % 3 === 0;
      return [
        ...[`${user} 0 join ${way} -`, `${user} 1 buy - 10`],
        ...(again ? [`${user} 9 buy - 10`] : []),
      ];
    });
    const data = shop([...rows, 'u0 20.99 visit - -'].join('\n'));
    const found = paybackOf(data, table('coupon 0 100\nsearch 0 200')).result.looksGood;
    expect(found).toMatchObject({
      ...{ channel: 'coupon', repeatBuyers: 0, buyers: 30 },
      ...{ otherRepeatBuyers: 10, otherBuyers: 30 },
    });
    expect(found!.p!).toBeLessThan(0.01);
    expect(paybackOf(data, table('coupon 0 300\nsearch 0 200')).result.looksGood).toBeNull();
  });
});
