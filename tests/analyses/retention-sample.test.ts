import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/data/byte-source';
import type { Dataset } from '../../src/data/dataset';
import { readDataset } from '../../src/data/read';
import truth from '../../sample-data/truth.json';
import { retentionOf } from './retention-run';

const ROLES = { user: 'user_id', time: 'ts', event: 'event' };
const SIGNUP = { start: { event: 'signup' }, return: { event: 'visit' } };

/** The sample shop with a column of ones, whose sum counts rows. */
async function shop(): Promise<Dataset> {
  const file = 'sample-data/shop-events.parquet';
  const source = bytesSource(new Uint8Array(readFileSync(file)));
  const dataset = await readDataset(source, { name: 'shop-events.parquet' });
  const values = new Float64Array(dataset.rows).fill(1);
  const ones = { name: 'visits', kind: 'number', values, missing: 0, unreadable: 0 } as const;
  return { ...dataset, columns: [...dataset.columns, ones] };
}

describe('retention of the sample shop', async () => {
  const dataset = await shop();

  it('finds that invited users visit more often, to the digit', () => {
    // The truth counts visits from one day to 28 days after the signup: windows 1 to 27 of 24 hours.
    const given = {
      period: 'day',
      windows: '24h',
      mode: 'brackets',
      brackets: [27],
      value: 'visits',
    };
    const { groups } = retentionOf(
      dataset,
      { ...SIGNUP, ...given, breakdown: 'channel' },
      ROLES,
    ).result;
    const sums = groups.map(({ name, overall: [cell] }) => {
      return {
        isInvited: name === 'referral',
        users: cell!.of,
        total: 'total' in cell! ? cell.total! : NaN,
      };
    });
    const of = (isInvited: boolean) =>
      sums
        .filter((each) => each.isInvited === isInvited)
        .reduce((a, b) => ({ users: a.users + b.users, returnVisits: a.returnVisits + b.total }), {
          users: 0,
          returnVisits: 0,
        });
    const { invited, others } = truth.realised.referral;
    expect(of(true)).toEqual({ users: invited.users, returnVisits: invited.returnVisits });
    expect(of(false)).toEqual({ users: others.users, returnVisits: others.returnVisits });
  });

  it('finds the channel whose users do not come back, and no other', () => {
    const given = {
      mode: 'brackets',
      brackets: [3],
      windows: '24h',
      breakdown: 'channel',
      control: 'search',
    };
    const { comparisons } = retentionOf(dataset, { ...SIGNUP, ...given }, ROLES).result;
    const clear = comparisons.filter(({ band }) => band.low! > 0 || band.high! < 0);
    expect(clear.map(({ group }) => group)).toEqual(['coupon-site']);
    expect(clear[0]!.difference.high!).toBeLessThan(0);
  });

  it('counts everybody who opened an account, once', () => {
    const { groups } = retentionOf(dataset, SIGNUP, ROLES).result;
    expect(groups[0]!.users).toBe(truth.realised.byEvent.signup);
  });
});
