import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import type { NamedTable } from '../../src/analyses/analysis';
import { ltv } from '../../src/analyses/ltv/ltv';
import { payback } from '../../src/analyses/payback/payback';
import { promo } from '../../src/analyses/promo/promo';
import { repurchase } from '../../src/analyses/repurchase/repurchase';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import { unitColumns } from '../../src/events/with-units';
import type { Roles } from '../../src/events/roles';
import { expectClose } from '../stats/expect-close';
import { ALONE, outcomeOf } from './run';

const CDNOW = '../shared/data/cdnow';

function read(path: string, format: object = {}): Promise<Dataset> {
  const bytes = new Uint8Array(readFileSync(path));
  const name = path.split('/').at(-1)!;
  return readDataset(bytesSource(bytes), { name, format });
}

const isMissing = !existsSync(CDNOW);
if (isMissing) console.log(`skipped: ${CDNOW} is not here`);

describe.skipIf(isMissing)('CDNOW, as it comes', () => {
  interface Golden {
    readonly customers: number;
    readonly revenue: number;
    readonly repurchase: Readonly<Record<string, number>>;
    readonly ltv_cumulative_per_customer: Readonly<Record<string, readonly number[]>>;
    readonly bg_nbd: {
      readonly customers: number;
      readonly params: Readonly<Record<string, number>>;
      readonly log_likelihood: number;
      readonly sum_expected_next_39: number;
    };
  }
  const golden = isMissing
    ? (undefined as never)
    : (JSON.parse(readFileSync('../shared/golden/cdnow.json', 'utf8')) as Golden);
  const roles: Roles = { user: 'customer_id', time: 'date', event: 'number_of_cds' };
  const purchase = { event: '*', value: 'dollar_value' };

  it('has the value per customer of every cohort and month', async () => {
    const dataset = await read(`${CDNOW}/CDNOW_master.txt.gz`);
    const { result } = outcomeOf(ltv, dataset, { purchase, periods: 18, model: 'none' }, { roles });
    expect(result.customers).toBe(golden.customers);
    expectClose(result.total, golden.revenue);
    for (const [month, values] of Object.entries(golden.ltv_cumulative_per_customer)) {
      const { cells } = result.cohorts.find(({ cohort }) => cohort.startsWith(month))!;
      values.forEach((value, offset) => expectClose(cells[offset]!.value!, value));
    }
  });

  it('has the repurchase rates, by days and by rows', async () => {
    const dataset = await read(`${CDNOW}/CDNOW_master.txt.gz`);
    const of = (distinct: string) =>
      outcomeOf(repurchase, dataset, { purchase: { event: '*' }, distinct }, { roles }).result;
    const [days, rows] = [of('day').orders[0]!, of('event').orders[0]!];
    const expected = golden.repurchase;
    expect(days.reached).toBe(expected['customers_with_2plus_distinct_days']);
    expectClose(days.rate!, expected['rate_distinct_days']!);
    expect(rows.reached).toBe(expected['customers_with_2plus_rows']);
    expectClose(rows.rate!, expected['rate_rows']!);
    expect(days.within.map(({ reached }) => reached)).toEqual([
      expected['within_30d'],
      expected['within_90d'],
    ]);
  });

  it('has the BG/NBD of the tenth that is published, fitted to its first 39 weeks', async () => {
    const dataset = await read(`${CDNOW}/CDNOW_sample.txt`, {
      header: false,
      names: ['master', 'customer', 'date', 'cds', 'value'],
      widths: [6, 5, 9, 3, 8],
    });
    const { holdout } = outcomeOf(
      ltv,
      dataset,
      { purchase: { event: '*', value: 'value' }, holdout: '39w' },
      { roles: { user: 'customer', time: 'date', event: 'cds' } },
    ).result;
    const { model, expected } = holdout!;
    expect([model!.customers, model!.through]).toEqual([golden.bg_nbd.customers, '1997-09-30']);
    // The published table rounds weeks to two decimals; here they are days over seven.
    for (const { name, estimate } of model!.parameters) {
      expectClose(estimate, golden.bg_nbd.params[name]!, 1e-4);
    }
    expect(model!.logLikelihood!.toFixed(2)).toBe('-9582.43');
    expectClose(expected!, golden.bg_nbd.sum_expected_next_39, 1e-4);
  });
});

describe('the sample shop', async () => {
  const roles: Roles = { user: 'user_id', time: 'ts', event: 'event' };
  const events = await read('sample-data/shop-events.parquet');
  const users = await read('sample-data/users.csv');
  const purchase = { event: 'purchase', value: 'amount' };

  it('has a channel that looks good and is not (truth 5)', async () => {
    const spend: NamedTable = {
      dataset: await read('sample-data/spend.csv'),
      roles: { channel: 'channel', date: 'date', cost: 'cost' },
      columnUnits: {},
    };
    const given = {
      acquisition: { event: 'signup', channel: 'channel' },
      ...{ purchase, costs: 'spend', period: 'week' },
    };
    const around = { ...ALONE, tables: new Map([['spend', spend]]) };
    const { channels, looksGood } = outcomeOf(payback, events, given, { roles, around }).result;
    for (const { channel, cost, users, buyers, repeatBuyers, costPerRepeatBuyer } of channels) {
      const known = (truth.realised.channels as Record<string, Record<string, number | null>>)[
        channel
      ];
      if (!known) continue;
      expect([users, buyers, repeatBuyers]).toEqual([
        known['newUsers'],
        known['newBuyers'],
        known['repeatBuyers'],
      ]);
      expect(cost!).toBeCloseTo(known['cost']!, 2);
      if (costPerRepeatBuyer !== null) {
        // The truth is rounded to cents.
        expectClose(costPerRepeatBuyer, known['costPerRepeatBuyer']!, 2e-5);
      }
    }
    expect(looksGood).toMatchObject({ channel: 'coupon-site', repeatBuyers: 7, buyers: 286 });
    expect(looksGood!.p!).toBeLessThan(0.01);
  });

  it('has buyers who depend on promotions, and one that borrows from the weeks after it (truth 6)', () => {
    const table = { name: 'users', dataset: users, user: 'user_id' };
    const user = events.columns.find(({ name }) => name === 'user_id')!;
    const taken = new Set(events.columns.map(({ name }) => name));
    const dataset = { ...events, columns: [...events.columns, ...unitColumns(user, table, taken)] };
    const given = {
      ...{ purchase, promotion: { coupon: { exists: true } }, activity: 'visit' },
      campaign: {
        ...{ from: '2026-01-19', to: '2026-02-02', randomised: true },
        recipients: { column: 'winter20', treatment: 'sent', control: 'holdout' },
      },
    };
    const { input, params, result } = outcomeOf(promo, dataset, given, { roles });
    const known = truth.realised.promotion;
    expect(result.purchases).toMatchObject({ count: known.ordersOnPromotion, of: known.orders });
    expect(result.frequent.buyers).toBe(known.usersWith3Orders);
    expect(result.frequent.classes[2]).toMatchObject({
      name: 'only',
      count: known.ofTheseOnPromotionOnly,
    });
    const { sent, holdout } = known.winterVisitsPerUser;
    expect(result.campaign!.groups.map(({ users }) => users)).toEqual([holdout.users, sent.users]);
    const { windows } = result.campaign!.metrics[0]!;
    for (const window of windows.slice(0, 4)) {
      const name = window.window as 'before' | 'during' | 'after' | 'later';
      expect(window.treatment!).toBeCloseTo(sent[name], 4);
      expect(window.control!).toBeCloseTo(holdout[name], 4);
    }
    const [, during, after] = windows;
    expect(during!.difference.low!).toBeGreaterThan(0);
    expect(after!.difference.high!).toBeLessThan(0);

    // Those who are flagged are the people that were planted, nearly all of them.
    const ids = input.events.ids!;
    const planted = new Set(truth.people.promotionOnly);
    const flagged = [...promo.members!(input, params, 'frequent.dependent')].map((position) =>
      ids.kind === 'text' ? ids.values[ids.codes[position]!]! : '',
    );
    const right = flagged.filter((id) => planted.has(id)).length;
    expect(right / flagged.length).toBeGreaterThan(0.8);
  });
});
