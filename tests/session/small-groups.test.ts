import { describe, expect, it } from 'vitest';
import { withoutSmallGroups } from '../../src/session/small-groups';

describe('withoutSmallGroups', () => {
  it('takes out small groups and cohorts, whether they count users or customers', () => {
    const result = {
      customers: 33,
      groups: [
        { name: 'A', customers: 30, orders: [] },
        { name: 'B', customers: 3, orders: [] },
      ],
      cohorts: [
        { cohort: '2026-01-01', customers: 9, orders: [] },
        { cohort: '2026-02-01', customers: 24, orders: [] },
      ],
    };
    expect(withoutSmallGroups(result, 10)).toEqual({
      result: { ...result, groups: [result.groups[0]], cohorts: [result.cohorts[1]] },
      groups: 2,
    });
  });

  it('takes out what names a small group, wherever it does', () => {
    const result = {
      channels: [
        { channel: 'mail', users: 30 },
        { channel: 'fax', users: 2 },
      ],
      costs: { withoutCost: ['fax', 'mail'] },
      transitions: [{ from: 'fax', to: 'mail', count: 40 }],
    };
    expect(withoutSmallGroups(result, 10)).toEqual({
      result: {
        channels: [result.channels[0]],
        costs: { withoutCost: ['mail'] },
        transitions: [],
      },
      groups: 1,
    });
  });

  it('takes out journeys that were seen a few times only', () => {
    const paths = [
      { path: ['mail', 'ad'], conversions: 7, value: 300, nulls: 5 },
      { path: ['ad'], conversions: 1, value: 999, nulls: 0 },
    ];
    const { result, groups } = withoutSmallGroups({ paths }, 10);
    expect([result, groups]).toEqual([{ paths: [paths[0]] }, 1]);
  });

  it('keeps what a group did to a watched change only where its users are known to be many', () => {
    const moves = [
      { groups: [{ name: 'GB', before: 12, after: 4, change: -8, mix: null }] },
      { groups: [{ name: 'DE', before: 3, after: 9, change: 6, mix: null }] },
    ];
    const left = (type: string) =>
      withoutSmallGroups({ metric: { type }, moves }, 10).result as { moves: unknown };
    expect(left('users').moves).toEqual([moves[0], { groups: [] }]);
    expect(left('sum').moves).toEqual([{ groups: [] }, { groups: [] }]);
  });

  it('leaves nothing of a result that is about the greatest few', () => {
    const of = (users: number) => ({ superUsers: { users }, tenths: [{ users: 50, value: 1 }] });
    expect(withoutSmallGroups(of(9), 10)).toEqual({ result: null, groups: 1 });
    expect(withoutSmallGroups(of(10), 10)).toEqual({ result: of(10), groups: 0 });
  });

  it('leaves nothing of what compares two groups where one is small, nor of a remark on it', () => {
    const compared = { groups: [{ name: 'sent', users: 40 }, { name: 'held', users: 4 }], margin: 3 }; // prettier-ignore
    expect(withoutSmallGroups({ campaign: compared, orders: 7 }, 10).result).toEqual({
      campaign: null,
      orders: 7,
    });
    const channels = [{ channel: 'ad', users: 40 }, { channel: 'fax', users: 4 }]; // prettier-ignore
    const of = (channel: string) =>
      withoutSmallGroups({ channels, looksGood: { channel, buyers: 2 } }, 10).result;
    expect(of('fax')).toMatchObject({ looksGood: null });
    expect(of('ad')).toMatchObject({ looksGood: { channel: 'ad' } });
    const groups = [{ name: 'referred', users: 40 }, { name: 'others', users: 4 }]; // prettier-ignore
    const comparisons = [{ name: 'returned', difference: { estimate: 0.5 } }];
    const { result } = withoutSmallGroups({ groups, comparisons }, 10);
    expect(result).toEqual({ groups: [groups[0]], comparisons: [] });
  });
});
