import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TiersResult } from '../../src/analyses/tiers/result';
import { tiers } from '../../src/analyses/tiers/tiers';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { story } from '../events/story';
import { outcomeOf } from './run';
import { shop } from './shop';

const LADDER = [
  { name: 'bronze', from: 0 },
  { name: 'silver', from: 10 },
  { name: 'gold', from: 25 },
];
const SPEND = {
  measure: { event: 'buy', value: 'amount' },
  tiers: LADDER,
  period: 'day',
  repurchase: '2d',
  completeThrough: '2026-03-11',
};

function rowsOf(text: string): Dataset {
  return story(`user:text at:time event:text amount:number\n${text}`);
}

function tiersOf(dataset: Dataset, given: object = {}): TiersResult {
  return outcomeOf(tiers, dataset, { ...SPEND, ...given }).result;
}

/** Ten days. Ann climbs to gold, Bob to silver in one step, Cid only looks, Dot comes on day 6. */
const STORY = `
  ann 0.1 buy 6
  ann 1.1 buy 4
  ann 2.5 buy 15
  ann 9.5 buy 1
  bob 0.5 look -
  bob 4 buy 12
  cid 3 look -
  dot 6 buy -
  dot 6.5 look -`;

/** Users by tier at the end of the day that many days after the first. */
function onDay(result: TiersResult, day: number): number[] {
  return result.progression[day]!.tiers.map(({ users }) => users);
}

describe('tiers', () => {
  it('are counted by hand where what was earned counts for ever', () => {
    const result = tiersOf(rowsOf(STORY));
    expect(result).toMatchObject({
      users: 4,
      rows: 6,
      missing: 1,
      outside: 0,
      through: '2026-03-11',
    });
    expect(result.tiers.map(({ users, reached }) => [users, reached])).toEqual([
      [2, 4],
      [1, 2],
      [1, 1],
    ]);
    expect([0, 1, 2, 3, 4, 6].map((day) => onDay(result, day))).toEqual([
      [2, 0, 0],
      [1, 1, 0],
      [1, 0, 1],
      [2, 0, 1],
      [1, 1, 1],
      [2, 1, 1],
    ]);
    // Ann's 6 gave bronze and was followed in a day, her 4 silver and in 1.4 days, her 15 gold and not in
    // two days; her last is too new. Bob's 12 gave silver, Dot's order nothing; neither was followed.
    const again = result.tiers.map(({ repurchase }) => [
      repurchase.count,
      repurchase.of,
      repurchase.open,
    ]);
    expect(again).toEqual([
      [1, 2, 0],
      [1, 2, 0],
      [0, 1, 1],
    ]);
    // Bronze: Ann 1 day up, Bob 3.5 days up, Cid and Dot still there. Silver: Ann 1.4 days, Bob still.
    expect(result.tiers.map(({ stay }) => [stay.stays, stay.upgraded, stay.downgraded])).toEqual([
      [4, 2, 0],
      [2, 1, 0],
      [1, 0, 0],
    ]);
    expect(result.tiers[0]!.stay.curve.map(({ days, still }) => [days, still])).toEqual([
      [1, 0.75],
      [3, 0.5],
    ]);
    expect(result.tiers[0]!.stay.medianDays).toBe(3);
  });

  it('are counted by hand where what was earned counts for three days', () => {
    const result = tiersOf(rowsOf(STORY), { window: '3d' });
    // Ann: 6 from 0.1, 10 from 1.1, 25 from 2.5, 19 from 3.1, 15 from 4.1, nothing from 5.5, 1 from 9.5.
    // Bob: 12 from 4 until 7.
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => onDay(result, day))).toEqual([
      [1, 1, 0],
      [1, 0, 1],
      [2, 1, 0],
      [1, 2, 0],
      [2, 1, 0],
      [3, 1, 0],
      [4, 0, 0],
    ]);
    expect(result.tiers.map(({ stay }) => [stay.stays, stay.upgraded, stay.downgraded])).toEqual([
      [6, 2, 0],
      [3, 1, 2],
      [1, 0, 1],
    ]);
    const down = result.movements.map(({ downgraded }) => downgraded.count);
    expect(down).toEqual([0, 2, 1]);
  });

  it('give 100 to who has spent it in parts that binary numbers cannot write', () => {
    const text =
      'a 0 buy 33.4\n a 1 buy 33.3\n a 2 buy 33.3\n b 0 buy 99.99\n c 0 buy 0.1\n c 1 buy 99.9';
    const given = {
      tiers: [
        { name: 'low', from: 0 },
        { name: 'high', from: 100 },
      ],
    };
    expect(tiersOf(rowsOf(text), given).tiers.map(({ users }) => users)).toEqual([1, 2]);
  });

  it('leave those outside who are below the lowest, and count rows where nothing is added up', () => {
    const given = {
      measure: { event: 'buy' },
      tiers: [
        { name: 'once', from: 1 },
        { name: 'often', from: 3 },
      ],
    };
    const result = tiersOf(rowsOf(STORY), given);
    expect(result).toMatchObject({ outside: 1, isCount: true });
    expect(result.tiers.map(({ users }) => users)).toEqual([2, 1]);
  });

  it('compare orders just below a threshold with those just above', () => {
    // 12 users spend 9 and come back or not, 12 spend 11; of those below 3 come back, of those above 9.
    const rows = Array.from({ length: 24 }, (_, i) => {
      const isAbove = i >= 12;
      const again = i % 12 < (isAbove ? 9 : 3) ? `\nu${i} 1 buy 0` : '';
      return `u${i} 0 buy ${isAbove ? 11 : 9}${again}`;
    });
    const given = {
      tiers: LADDER.slice(0, 2),
      near: 0.1,
      measure: { ...SPEND.measure, where: { amount: { '>': 0 } } },
    };
    const { thresholds } = tiersOf(rowsOf(rows.join('\n')), { ...given, measure: SPEND.measure });
    // The orders of 0 that follow have the same sums; they are followed by nothing.
    expect(thresholds[0]!.below).toMatchObject({ count: 3, of: 15, users: 12 });
    expect(thresholds[0]!.above).toMatchObject({ count: 9, of: 21, users: 12 });
    expect(thresholds[0]!.difference.estimate).toBeCloseTo(9 / 21 - 3 / 15, 12);
  });

  it('are those that adding up the rows at every end of a day gives', () => {
    const row = fc.record({
      user: fc.integer({ min: 0, max: 4 }),
      at: fc.integer({ min: 0, max: 90 }),
      amount: fc.integer({ min: -4, max: 14 }),
    });
    const rows = fc.array(row, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.option(fc.integer({ min: 1, max: 9 })), (all, days) => {
        const text = all
          .map(({ user, at, amount }) => `u${user} ${at / 10} buy ${amount}`)
          .join('\n');
        const result = tiersOf(rowsOf(text), { window: days === null ? null : `${days}d` });
        const firstDay = Math.floor(Math.min(...all.map(({ at }) => at)) / 10);
        for (const [i, { tiers }] of result.progression.entries()) {
          const end = firstDay + i + 1;
          expect(tiers.map(({ users }) => users)).toEqual(usersAt(all, end, days ?? Infinity));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep their accounts: who was in a tier stays, climbs or falls, and everybody is somewhere', () => {
    const { result, input, params } = outcomeOf(tiers, shop(300), {
      ...{ ...SPEND, window: '5d', completeThrough: '2026-03-25' },
    });
    for (const { tiers: rows } of result.progression) {
      for (const { before, kept, upgraded, downgraded } of rows) {
        expect(kept + upgraded + downgraded).toBe(before);
      }
    }
    for (const { kept, upgraded, downgraded } of result.movements) {
      expect(kept.count + upgraded.count + downgraded.count).toBe(kept.of);
    }
    const users = result.tiers.reduce((sum, each) => sum + each.users, result.outside);
    expect(users).toBe(result.users);
    for (const { name, users, reached } of result.tiers) {
      expect(tiers.members!(input, params, `tiers.${name}`)).toHaveLength(users);
      expect(tiers.members!(input, params, `tiers.${name}.reached`)).toHaveLength(reached);
    }
  });

  it('finds the tier effect of the sample shop, to the order', async () => {
    const bytes = new Uint8Array(readFileSync('sample-data/shop-events.parquet'));
    const dataset = await readDataset(bytesSource(bytes), {
      name: 'shop-events.parquet',
    });
    const truth = JSON.parse(readFileSync('sample-data/truth.json', 'utf8')) as {
      planted: { tiers: { name: string; from: number }[] };
      realised: {
        tiers: Record<
          string,
          { users: number; matureOrders: number; followedWithin28Days: number }
        >;
      };
    };
    const { result } = outcomeOf(
      tiers,
      dataset,
      {
        measure: { event: 'purchase', value: 'amount' },
        tiers: truth.planted.tiers.map(({ name, from }) => ({ name, from })),
      },
      { roles: { user: 'user_id', time: 'ts', event: 'event' } },
    );
    for (const { name, users, repurchase } of result.tiers) {
      const { matureOrders, followedWithin28Days } = truth.realised.tiers[name]!;
      expect(users).toBe(truth.realised.tiers[name]!.users);
      expect(repurchase).toMatchObject({ count: followedWithin28Days, of: matureOrders });
    }
    const [bronze, silver, gold] = result.tiers.map(({ repurchase }) => repurchase);
    expect(bronze!.high).toBeLessThan(silver!.low!);
    expect(silver!.high).toBeLessThan(gold!.low!);
  });
});

describe('what is wrong with the data of tiers', () => {
  const code = (text: string, given: object = {}): unknown => {
    try {
      return tiersOf(rowsOf(text), given).users;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const said = (text: string, given: object = {}) => {
    const { result, params } = outcomeOf(tiers, rowsOf(text), { ...SPEND, ...given });
    return tiers.findings(result, params).map((each) => each.code);
  };

  it('is said in one problem where nothing can be said', () => {
    const two = 'a 0 buy 1\n b 1 look -';
    expect(code(two, { where: { event: 'look' } })).toBe('nothing-to-count');
    expect(code(two, { measure: { event: 'bought' } })).toBe('not-in-data');
    expect(code(two, { tiers: [LADDER[1], LADDER[0]] })).toBe('tiers-not-ascending');
    expect(code(two, { tiers: [LADDER[0], { name: 'bronze', from: 5 }] })).toBe('same-tier');
    expect(code(two, { window: '0d' })).toBe('window-is-zero');
    expect(code(two, { repurchase: '0d' })).toBe('window-is-zero');
  });

  it('is a warning where there is something to show', () => {
    expect(said('a 0 buy 1')).toContain('tiers.one-user');
    expect(said('a 0 buy 12\n a 1 buy -5\n b 0 buy 1')).toContain('tiers.negative');
    expect(said('a 0 buy 1\n b 0 buy 2')).toEqual(
      expect.arrayContaining(['tiers.never', 'tiers.all-in-one']),
    );
    expect(said('a 9.9 buy 30\n b 0 look -')).toContain('tiers.no-orders');
    const many = Array.from({ length: 150 }, (_, i) => `u${i} ${i % 9} buy ${i}`).join('\n');
    expect(said(many)).not.toContain('tiers.stray');
    const future = { completeThrough: '2080-01-01', period: 'month' };
    expect(said(`${many}\nu150 18000 buy 5`, future)).toContain('tiers.stray');
  });
});

type Row = { readonly user: number; readonly at: number; readonly amount: number };

/** Users by tier at the end of a day: the sum of their rows in the window, from nothing. */
function usersAt(all: readonly Row[], endDay: number, windowDays: number): number[] {
  const counts = LADDER.map(() => 0);
  for (const user of new Set(all.map((row) => row.user))) {
    const own = all.filter((row) => row.user === user && row.at < 10 * endDay);
    if (own.length === 0) continue;
    // The state at the end is that of the last instant before it.
    const sum = own
      .filter(({ at }) => at + 10 * windowDays > 10 * endDay - 1e-6)
      .reduce((total, { amount }) => total + amount, 0);
    const tier = LADDER.findLastIndex(({ from }) => sum >= from);
    if (tier >= 0) ++counts[tier]!;
  }
  return counts;
}
