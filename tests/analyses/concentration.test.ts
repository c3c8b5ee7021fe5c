import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateAll } from '../../src/analyses/blocks';
import { concentration } from '../../src/analyses/concentration/concentration';
import { findings } from '../../src/analyses/concentration/findings';
import type { ConcentrationResult } from '../../src/analyses/concentration/result';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { block } from '../../src/events/event-index';
import { story } from '../events/story';
import { cdnow, isPublicDataMissing } from './public-data';
import { ALONE, outcomeOf } from './run';
import { shop } from './shop';

const REVENUE = {
  measure: { event: 'buy', value: 'amount' },
  bootstrap: 50,
  completeThrough: '2026-04-30',
};

function concentrationOf(dataset: Dataset, given: object = REVENUE): ConcentrationResult {
  return outcomeOf(concentration, dataset, given).result;
}

/** Ann buys for 6 and 3, Bob for 2 and gets 1 back, Cid gets more back than he paid, Dot only looks. */
const STORY = `user:text at:time event:text amount:number city:text
  ann 0 buy 6 Ulm
  ann 1 buy 3 Ulm
  bob 1 buy 2 Bonn
  bob 2 buy -1 Bonn
  cid 1 buy 5 -
  cid 4 buy -7 -
  dot 1 look - Ulm
  eve 3 buy - Bonn`;

describe('a concentration', () => {
  it('is counted by hand: refunds are netted, who is below 0 counts as 0', () => {
    const result = concentrationOf(story(STORY), {
      ...REVENUE,
      top: [0.25, 0.5],
      superUsers: 0.25,
    });
    expect(result).toMatchObject({
      ...{ users: 4, of: 5, total: 10, mean: 2.5, median: 0.5, missing: 1, isCount: false },
      negative: { users: 1, total: -2 },
      superUsers: { users: 1, of: 4, value: 9, part: 0.9, mean: 9, least: 9, timesMedian: 18 },
    });
    // 0, 0, 1, 9: (1·1 + 3·9) / (4·10)
    expect(result.gini.estimate).toBe(0.7);
    expect(
      result.top.map(({ name, users, value, part }) => [name, users, value, part.estimate]),
    ).toEqual([
      ['25%', 1, 9, 0.9],
      ['50%', 2, 10, 1],
    ]);
    expect(result.reach.map(({ name, users }) => [name, users])).toEqual([
      ['50%', 1],
      ['80%', 1],
    ]);
  });

  it('says which rows of a last day it leaves out, and counts them when it is told the end', () => {
    const given = { measure: { event: 'buy', value: 'amount' }, bootstrap: 50 };
    const data = story(`${STORY}\n  dot 4.5 buy 9 Ulm`);
    const { result, params } = outcomeOf(concentration, data, given);
    // The day of Cid’s refund and Dot’s purchase has hardly begun.
    expect(result).toMatchObject({ total: 15, unfinished: { rows: 2, day: '2026-03-06' } });
    expect(findings(result, params).map(({ code }) => code)).toContain('unfinished-day');
    const all = concentrationOf(data, { ...given, completeThrough: '2026-03-06' });
    expect(all).toMatchObject({ total: 19, unfinished: null });
  });

  it('counts rows where no column is added up, and everybody where everyone is asked for', () => {
    const looks = { ...REVENUE, measure: { event: '*' } };
    expect(concentrationOf(story(STORY), looks)).toMatchObject({
      users: 5,
      total: 8,
      isCount: true,
    });
    const all = concentrationOf(story(STORY), { ...REVENUE, everyone: true });
    expect(all).toMatchObject({ users: 5, of: 5, total: 10, mean: 2 });
  });

  it('reads a column of a unit table', () => {
    const units = story('user:text spent:number\n a 1\n b 3\n c -');
    const given = { measure: { column: 'spent' }, bootstrap: 50 };
    const { result } = outcomeOf(concentration, units, given, { roles: { user: 'user' } });
    expect(result).toMatchObject({ users: 2, total: 4, missing: 1, gini: { estimate: 0.25 } });
  });

  it('is that of a sorted list, whoever the users are', () => {
    const amounts = fc.array(fc.integer({ min: -3, max: 30 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(
        amounts.filter((all) => all.some((each) => each > 0)),
        (all) => {
          const rows = all.map((each, i) => `u${i} ${i % 5} buy ${each}`).join('\n');
          const dataset = story(`user:text at:time event:text amount:number\n${rows}`);
          const result = concentrationOf(dataset, { ...REVENUE, top: [0.2] });
          const sorted = all.map((each) => Math.max(0, each)).sort((a, b) => b - a);
          const total = sorted.reduce((sum, each) => sum + each, 0);
          const few = Math.ceil(all.length / 5);
          const top = sorted.slice(0, few).reduce((sum, each) => sum + each, 0);
          expect(result.top[0]!.users).toBe(few);
          expect(result.top[0]!.part.estimate).toBeCloseTo(top / total, 12);
          expect(result.tenths.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total, 9);
          expect(result.tenths.reduce((sum, { users }) => sum + users, 0)).toBe(all.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names as members of a top share those who bring it, and none besides', () => {
    const { input, params, result } = outcomeOf(concentration, shop(400), REVENUE);
    const { users, value } = result.top.find(({ name }) => name === '5%')!;
    const found = concentration.members!(input, params, 'top["5%"]');
    expect(found).toHaveLength(users);
    const parts = [...found].map((user) => {
      const alone = { ...input, events: block(input.events, user, user + 1) };
      return concentration.aggregate(alone, params)[0]!.amounts.amount[0]!;
    });
    expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(value, 8);
    expect(concentration.members!(input, params, 'superUsers')).toHaveLength(
      result.superUsers.users,
    );
    expect(concentration.members!(input, params, 'gini')).toHaveLength(0);
  });

  it('has intervals around what it says', () => {
    const { gini, top } = concentrationOf(shop(600), { ...REVENUE, bootstrap: 300 });
    for (const { estimate, low, high } of [gini, ...top.map(({ part }) => part)]) {
      expect(low).toBeLessThan(estimate);
      expect(high).toBeGreaterThan(estimate);
    }
  });

  it('finds the trait that makes super-users', () => {
    const rows = Array.from({ length: 300 }, (_, i) => {
      const isVip = i % 15 === 0;
      return `u${i} ${i % 20} buy ${isVip ? 500 + i : 1 + (i % 7)} ${isVip || i % 40 === 1 ? 'gold' : 'grey'}`;
    });
    const dataset = story(
      `user:text at:time event:text amount:number card:text\n${rows.join('\n')}`,
    );
    const { portrait } = concentrationOf(dataset, { ...REVENUE, superUsers: 1 / 15 });
    expect(portrait.traits[0]).toMatchObject({ kind: 'value', column: 'card', counts: [20, 8] });
  });

  it('sets what super-users bring against what they cost, by the channel they came from', () => {
    // Ads brought ann and bob for 6, mail cid for 1; dot came for nothing. Ann is the super-user.
    const dataset = story(`user:text at:time event:text amount:number from:text
      ann 0 visit - ad
      ann 1 buy 40 -
      ann 2 visit - mail
      bob 0 visit - ad
      bob 1 buy 6 -
      cid 1 visit - mail
      cid 2 buy 4 -
      dot 3 visit - -
      dot 4 buy 2 -`);
    const spend = story(
      'channel:text day:time cost:number\n ad 0 4\n ad 1 2\n mail 1 1\n ad 900 50',
      {
        dateOnly: true,
      },
    );
    const roles = { channel: 'channel', date: 'day', cost: 'cost' };
    const { result } = outcomeOf(
      concentration,
      dataset,
      {
        ...REVENUE,
        ...{ superUsers: 0.25, margin: 0.5, costs: 'spend' },
        acquisition: { event: 'visit', channel: 'from' },
      },
      {
        around: {
          ...ALONE,
          tables: new Map([['spend', { dataset: spend, roles, columnUnits: {} }]]),
        },
      },
    );
    expect(result.worth).toMatchObject({
      // Ann's 20 against the median of 20, 3, 2 and 1.
      contribution: { users: 1, of: 4, mean: 20, median: 2.5, times: 8 },
      // Ann cost 3; those whose channel is known 3, 3 and 1.
      cost: { users: 1, of: 3, mean: 3, median: 3, times: 1 },
      withoutChannel: 1,
    });
    const channels = result.worth!.channels.map(({ channel, users, cost }) => [
      channel,
      users,
      cost,
    ]);
    expect(channels).toEqual([
      ['ad', 2, 6],
      ['mail', 1, 1],
    ]);
  });

  it('says in one sentence what is wrong with the data', () => {
    const rows = (text: string) => story(`user:text at:time event:text amount:number\n${text}`);
    const code = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const looked = rows('a 0 look -\n b 1 buy 2');
    const where = { where: { amount: { '<': 1 } } };
    expect(code(() => concentrationOf(looked, { measure: { event: 'buy', ...where } }))).toBe(
      'nothing-to-count',
    );
    expect(code(() => concentrationOf(looked, { measure: { event: 'bought' } }))).toBe(
      'not-in-data',
    );
    expect(code(() => concentrationOf(rows('a 0 buy 2\n a 1 buy 3')))).toBe('one-user');
    expect(code(() => concentrationOf(rows('a 0 buy 0\n b 1 buy -3')))).toBe('nothing-to-share');
    expect(code(() => concentrationOf(looked, { measure: { column: 'amount' } }))).toBe(
      'needs-units',
    );
    const { result, params } = outcomeOf(concentration, rows('a 0 buy 2\n b 1 buy 2'), REVENUE);
    expect(concentration.findings(result, params).map((each) => each.code)).toContain(
      'concentration.all-equal',
    );
  });
});

const missing = isPublicDataMissing();

describe.skipIf(missing)('the concentration of CDNOW', () => {
  interface Golden {
    readonly concentration: Record<
      'top_2pct' | 'top_10pct' | 'top_20pct',
      { users: number; share: number }
    > & {
      readonly gini: number;
      readonly zero_customers: number;
    };
  }

  it('is that of the reference', async () => {
    const text = readFileSync('../shared/golden/cdnow.json', 'utf8');
    const golden = (JSON.parse(text) as Golden).concentration;
    const { input, params } = outcomeOf(concentration, cdnow(), { ...REVENUE, bootstrap: 200 });
    const pause = () => Promise.resolve();
    const counts = await aggregateAll(concentration, input, params, () => undefined, pause);
    const result = concentration.infer(counts, params, input.scope);
    expect(result.gini.estimate).toBeCloseTo(golden.gini, 10);
    for (const [name, key] of [
      ['2%', 'top_2pct'],
      ['10%', 'top_10pct'],
      ['20%', 'top_20pct'],
    ] as const) {
      const { users, part } = result.top.find((each) => each.name === name)!;
      expect(users).toBe(golden[key].users);
      expect(part.estimate).toBeCloseTo(golden[key].share, 10);
      expect(part.low).toBeLessThan(part.estimate);
      expect(part.high).toBeGreaterThan(part.estimate);
    }
    expect(
      counts.flatMap(({ amounts }) => [...amounts.amount]).filter((each) => each === 0),
    ).toHaveLength(golden.zero_customers);
  });
});

describe.skipIf(missing)('the concentration of Online Retail', () => {
  it('is that of the reference, on rows with a positive quantity and price and a customer', async () => {
    const path = '../shared/data/online_retail/online_retail.parquet';
    const bytes = new Uint8Array(readFileSync(path));
    const retail = await readDataset(bytesSource(bytes), { name: path });
    const numbers = (name: string) => {
      const found = retail.columns.find((column) => column.name === name)!;
      return found.kind === 'number' ? found.values : new Float64Array(0);
    };
    const [quantity, price] = [numbers('Quantity'), numbers('UnitPrice')];
    const sales = { name: 'sales', kind: 'number' as const, missing: 0, unreadable: 0 };
    const values = quantity.map((each, i) => each * price[i]!);
    const { result } = outcomeOf(
      concentration,
      { ...retail, columns: [...retail.columns, { ...sales, values }] },
      {
        where: { Quantity: { '>': 0 }, UnitPrice: { '>': 0 } },
        measure: { event: '*', value: 'sales' },
        ...{ completeThrough: '2011-12-09', bootstrap: 50 },
      },
      { roles: { user: 'CustomerID', time: 'InvoiceDate', event: 'Country' } },
    );
    expect(result).toMatchObject({ measured: 'sales', users: 4338 });
    expect(result.top.find(({ name }) => name === '2%')!.part.estimate).toBeCloseTo(0.3897, 4);
    expect(result.gini.estimate).toBeCloseTo(0.7151, 4);
  });
});
