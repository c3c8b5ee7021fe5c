import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { analyses } from '../../src/analyses/index';
import { groupLists } from '../../src/session/group-lists';
import { withoutSmallGroups } from '../../src/session/small-groups';

/** Groups with so many users each, called `a`, `b` and so on. */
const groupsOf = (...users: readonly number[]) =>
  users.map((each, i) => ({ name: String.fromCharCode(97 + i), users: each }));

const nothing = { groups: 0, besides: 0 };

describe('withoutSmallGroups', () => {
  it('takes out small groups and cohorts', () => {
    const result = {
      customers: 42,
      groups: [
        { name: 'A', customers: 30, orders: [] },
        { name: 'B', customers: 3, orders: [] },
        { name: 'C', customers: 9, orders: [] },
      ],
      cohorts: [
        { cohort: '2026-01-01', customers: 9, orders: [] },
        { cohort: '2026-01-08', customers: 1, orders: [] },
        { cohort: '2026-02-01', customers: 32, orders: [] },
      ],
    };
    expect(withoutSmallGroups('repurchase', result, 10)).toEqual({
      result: { ...result, groups: [result.groups[0]], cohorts: [result.cohorts[2]] },
      groups: 4,
      besides: 0,
    });
  });

  it('takes out what names a small group, wherever it does', () => {
    const result = {
      channels: [
        { channel: 'mail', users: 30, buyers: 20 },
        { channel: 'fax', users: 2, buyers: 0 },
        { channel: 'telex', users: 40, buyers: 9 },
      ],
      cohorts: [{ name: '2026 · fax', cohort: '2026', channel: 'fax', users: 2, buyers: 0 }],
      costs: { withoutCost: ['fax', 'mail'] },
    };
    expect(withoutSmallGroups('payback', result, 10)).toMatchObject({
      result: { channels: [result.channels[0]], cohorts: [], costs: { withoutCost: ['mail'] } },
      groups: 3,
    });
  });

  it('keeps what nobody is in, and results of kinds without groups', () => {
    const segments = { segments: groupsOf(40, 0, 20), cells: [], migration: null };
    expect(withoutSmallGroups('rfm', segments, 10)).toEqual({ result: segments, ...nothing });
    const days = { rows: [{ start: '2026-01-01', active: 1 }, { start: '2026-01-02', active: 40 }] }; // prettier-ignore
    expect(withoutSmallGroups('lifecycle', days, 10)).toEqual({ result: days, ...nothing });
  });

  it('takes the next larger group with one that its whole would tell', () => {
    const left = (...users: readonly number[]) => {
      const segments = { segments: groupsOf(...users), cells: [], migration: null };
      const { result, ...counts } = withoutSmallGroups('rfm', segments, 10);
      return [(result as typeof segments).segments.map(({ users }) => users), counts];
    };
    expect(left(50, 4, 12, 30)).toEqual([[50, 30], { groups: 1, besides: 1 }]);
    expect(left(50, 4, 12, 6)).toEqual([[50, 12], { groups: 2, besides: 0 }]);
    expect(left(4, 12)).toEqual([[], { groups: 1, besides: 1 }]);
  });

  it('takes people for the same where groups may share them', () => {
    const channels = [
      { channel: 'mail', users: 60 },
      { channel: 'fax', users: 6 },
      { channel: 'telex', users: 7 },
      { channel: 'ad', users: 20 },
    ];
    const { result, ...counts } = withoutSmallGroups('attribution', { models: [{ channels }] }, 10);
    expect(result).toEqual({ models: [{ channels: [channels[0]] }] });
    expect(counts).toEqual({ groups: 2, besides: 1 });
  });

  it('counts the people of journeys, not their touches, where it is known whose they are', () => {
    const paths = [
      { path: ['mail', 'ad'], conversions: 7, value: 300, nulls: 5, users: 4 },
      { path: ['ad'], conversions: 40, value: 999, nulls: 0, users: 12 },
      { path: ['mail'], conversions: 30, value: 999, nulls: 0, users: 30 },
    ];
    const left = withoutSmallGroups('attribution', { paths }, 10).result;
    expect(left).toEqual({ paths: [paths[2]] });
    const counted = paths.map((path) => ({ ...path, users: null }));
    expect(withoutSmallGroups('attribution', { paths: counted }, 10).groups).toBe(0);
  });

  it('keeps what a group did to a watched change only where its users are known to be many', () => {
    const moves = [
      { groups: [{ name: 'GB', before: 12, after: 4, change: -8, mix: null }] },
      { groups: [{ name: 'DE', before: 3, after: 9, change: 6, mix: null }] },
    ];
    const left = (type: string) =>
      withoutSmallGroups('monitor', { metric: { type }, moves }, 10).result as { moves: unknown };
    expect(left('users').moves).toEqual([moves[0], { groups: [] }]);
    expect(left('sum').moves).toEqual([{ groups: [] }, { groups: [] }]);
  });

  it('leaves nothing of a result that is about the greatest few', () => {
    const of = (users: number) => ({ superUsers: { users }, tenths: [{ users: 50, value: 1 }] });
    expect(withoutSmallGroups('concentration', of(9), 10)).toEqual({
      ...{ result: null, groups: 1, besides: 0 },
    });
    expect(withoutSmallGroups('concentration', of(10), 10)).toEqual({
      ...{ result: of(10), groups: 0, besides: 0 },
    });
  });

  it('leaves nothing of what compares two groups where one is small, nor of a remark on it', () => {
    const compared = { groups: [{ name: 'sent', users: 40 }, { name: 'held', users: 4 }], margin: 3 }; // prettier-ignore
    expect(withoutSmallGroups('promo', { campaign: compared, orders: 7 }, 10).result).toEqual({
      campaign: null,
      orders: 7,
    });
    const channels = [{ channel: 'ad', users: 40, buyers: 0 }, { channel: 'fax', users: 4, buyers: 4 }, { channel: 'tv', users: 9, buyers: 9 }]; // prettier-ignore
    const of = (channel: string) =>
      withoutSmallGroups('payback', { channels, looksGood: { channel, buyers: 2 } }, 10).result;
    expect(of('fax')).toMatchObject({ looksGood: null });
    expect(of('ad')).toMatchObject({ looksGood: { channel: 'ad' } });
    const groups = [{ name: 'referred', users: 40 }, { name: 'others', users: 4 }]; // prettier-ignore
    const comparisons = [{ name: 'returned', difference: { estimate: 0.5 } }];
    const { result } = withoutSmallGroups('referral', { groups, comparisons }, 10);
    expect(result).toEqual({ groups: [groups[0]], comparisons: [] });
  });

  it('leaves nothing of what is about a few in all', () => {
    const funnel = { groups: [{ name: null, entered: 6, steps: [] }] };
    expect(withoutSmallGroups('funnel', funnel, 10)).toEqual({ result: null, groups: 1, besides: 0 }); // prettier-ignore
    expect(withoutSmallGroups('churn', { now: { users: 9 } }, 10).result).toBeNull();
  });

  it('takes a larger group with six of 6,000, which the rest would tell', () => {
    const groups = [
      ['web', 5_000],
      ['app', 994],
      ['tv', 6],
    ].map(([name, entered]) => {
      return { name: name!, entered: entered!, steps: [] };
    });
    const { result, ...counts } = withoutSmallGroups('funnel', { control: 'web', groups }, 10);
    expect((result as { groups: unknown }).groups).toMatchObject([{ name: 'web' }]);
    expect(counts).toEqual({ groups: 1, besides: 1 });
  });

  it('takes cells of few out of the map of a retention, and others at that age with them', () => {
    const cells = (...users: readonly number[]) =>
      users.map((each, offset) => ({ offset, users: each, of: offset === 3 ? 4 : 40 }));
    const rows = [cells(40, 20, 4, 3), cells(40, 30, 15, 2), cells(40, 30, 25)].map((each, i) => {
      return { cohort: `2026-01-0${i + 1}`, users: 40, cells: each };
    });
    const overall = [{ offset: 1, users: 80, of: 120 }, { offset: 3, users: 5, of: 8 }]; // prettier-ignore
    const retention = { groups: [{ name: null, users: 120, rows, overall }] };
    const { result } = withoutSmallGroups('retention', retention, 10);
    const [left] = (result as typeof retention).groups;
    expect(left!.rows.map((row) => row.cells.map(({ users }) => users))).toEqual([
      [40, 20],
      [40, 30],
      [40, 30, 25],
    ]);
    expect(left!.overall).toEqual(overall.slice(0, 1));
  });

  it('takes what single users did out of an experiment', () => {
    const day = (date: string, arm: string, users: number) => ({ date, arm, users });
    const traffic = [
      ...[day('02-01', 'a', 50), day('02-02', 'a', 30), day('02-03', 'a', 4)],
      ...[day('02-01', 'b', 50), day('02-02', 'b', 34)],
    ];
    const quantile = (level: number) => ({ level, arm: 'a', value: 1 });
    const metric = {
      cap: { high: 90, users: 3, removed: 0.1 },
      arms: [{ name: 'a', users: 84, total: 999, largest: 0.4, active: 40 }],
      comparisons: [{ arm: 'b', sensitivity: [{ name: 'mixed-left-out' }, { name: 'without-largest' }] }], // prettier-ignore
      distribution: {
        edges: [1.04, 2.04, 3.04, 4.04, 5.04],
        isLog: false,
        arms: [{ name: 'a', values: 84, zeros: 44, counts: [12, 3, 24, 1], top: 0.8 }],
        quantiles: [0.1, 0.5, 0.95].map(quantile),
      },
    };
    const arms = [{ users: 84 }, { users: 84 }];
    const checks = [{ name: 'contamination', users: 2 }];
    const { result } = withoutSmallGroups('experiment', { arms, checks, traffic, metrics: [metric] }, 10); // prettier-ignore
    expect(result).toEqual({
      ...{ arms, checks, traffic: [traffic[0], ...traffic.slice(3)] },
      metrics: [
        {
          arms: [{ name: 'a', users: 84, total: 999, active: 40 }],
          comparisons: [{ arm: 'b', sensitivity: [] }],
          distribution: {
            ...{ edges: [3, 4], isLog: false },
            // 12 go with the 4 of two bins, which the sum would tell.
            arms: [{ name: 'a', values: 84, zeros: 44, counts: [24], top: 0.8 }],
            quantiles: [quantile(0.5)],
          },
        },
      ],
    });
  });

  it('takes times of few out of a funnel, and steps of its curve that fewer than ten make', () => {
    const time = { medianMs: 5, low: 4, high: 6, p25Ms: 2, p75Ms: 8, p90Ms: 9 };
    const point = (ms: number, share: number) => ({ ms, share });
    const group = {
      ...{ name: null, entered: 100 },
      steps: [
        { users: 100, time: null },
        { users: 60, time },
        { users: 9, time },
      ],
      conversion: {
        time,
        histogram: [
          { fromMs: 0, users: 7 },
          { fromMs: 5, users: 2 },
        ],
        curve: [point(0, 0), point(1, 0.01), point(2, 0.04), point(3, 0.09)],
      },
    };
    const { result } = withoutSmallGroups('funnel', { groups: [group] }, 10);
    const [left] = (result as { groups: readonly (typeof group)[] }).groups;
    expect(left!.steps.map((step) => step.time)).toEqual([null, { ...time, p90Ms: null }, null]);
    expect(left!.conversion).toMatchObject({ histogram: [], curve: [point(0, 0)] });
    expect(left!.conversion.time.medianMs).toBeNull();
  });

  it('takes the rarest of the traits of a column that would tell a few by what they leave', () => {
    const trait = (value: string, converted: number, dropped: number) => {
      const of = [872, 3128];
      return { kind: 'value', column: 'country', value, counts: [converted, dropped], of };
    };
    const [us, de, es] = [trait('US', 141, 559), trait('DE', 638, 2266), trait('ES', 87, 303)];
    const drivers = (...traits: readonly Json[]) => ({ groups: [], drivers: { traits } });
    const left = (...traits: readonly Json[]) =>
      withoutSmallGroups('funnel', drivers(...traits), 10).result;
    // Of 4,000 they are 3,994: the other six bought, all of them.
    expect(left(us, de, es)).toEqual(drivers(us, de));
    expect(left(us, de)).toEqual(drivers(us, de));
    const seen = {
      kind: 'event',
      column: null,
      value: 'see',
      counts: [800, 3000],
      of: [872, 3128],
    };
    expect(left(us, seen)).toEqual(drivers(us, seen));
  });

  it('takes the test of differences between groups that are not all shown', () => {
    const arms = (users: number) => [
      { name: 'a', users },
      { name: 'b', users },
    ];
    const group = (value: string, users: number) => ({ value, arms: arms(users) });
    const heterogeneity = { q: 24.8, df: 2, p: 0.001, i2: 0.9 };
    const segment = (...groups: readonly Json[]) => ({ column: 'country', heterogeneity, groups });
    const result = (segments: readonly Json[]) => ({ metrics: [{ arms: arms(90), segments }] });
    const whole = segment(group('DE', 40), group('FR', 30), group('US', 20));
    expect(withoutSmallGroups('experiment', result([whole]), 10).result).toMatchObject({
      metrics: [{ segments: [{ heterogeneity }] }],
    });
    const small = segment(group('DE', 60), group('FR', 26), group('MT', 4));
    expect(withoutSmallGroups('experiment', result([small]), 10).result).toMatchObject({
      metrics: [{ segments: [{ heterogeneity: { q: null, df: null, p: null, i2: null } }] }],
    });
  });

  it('tells no single user by the curve of Lorenz', () => {
    const lorenz = Array.from({ length: 101 }, (_, i) => ({ population: i / 100, value: (i / 100) ** 3 })); // prettier-ignore
    const of = (users: number) => {
      const result = { users, lorenz, superUsers: { users: 50 }, tenths: [] };
      const left = withoutSmallGroups('concentration', result, 10).result as typeof result;
      return left.lorenz.map(({ population }) => population);
    };
    expect(of(100)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(of(1_000)).toHaveLength(101);
  });

  it('knows the map of an RFM from the cells of a cohort', () => {
    const cells = [
      { name: '555', segment: 'a', users: 3, value: 999 },
      { name: '554', segment: 'a', users: 20, value: 400 },
      { name: '551', segment: 'a', users: 30, value: 300 },
      { name: '111', segment: 'b', users: 11, value: 20 },
    ];
    const rfm = { segments: groupsOf(53, 11), cells, migration: null };
    expect(withoutSmallGroups('rfm', rfm, 10)).toEqual({
      ...{ result: { ...rfm, cells: cells.slice(2) }, groups: 1, besides: 1 },
    });
    const cohort = { cohort: '2026-01-01', users: 30, cells: [{ offset: 1, users: 2, of: 30 }] };
    const retention = { groups: [{ name: null, users: 30, rows: [cohort] }] };
    expect(withoutSmallGroups('retention', retention, 2)).toEqual({
      ...{ result: retention, ...nothing },
    });
  });

  it('takes a small tier out of all that is said of tiers', () => {
    const tiers = [
      { name: 'low', users: 60, reached: 90 },
      { name: 'mid', users: 20, reached: 40 },
      { name: 'top', users: 2, reached: 14 },
    ];
    const rate = (users: number) => ({ count: 3, of: 9, users, rate: 1 / 3 });
    const result = {
      tiers,
      moves: [
        { name: 'low > top', from: 'low', to: 'top', ...rate(60) },
        { name: 'low > low', from: 'low', to: 'low', ...rate(60) },
        { name: 'low > mid', from: 'low', to: 'mid', ...rate(6) },
      ],
      movements: tiers.map(({ name }) => ({ name, kept: rate(30) })),
      thresholds: [{ name: 'mid', below: rate(30), above: rate(9) }],
      progression: [{ tiers: tiers.map(({ name }) => ({ name, users: 30, before: 30 })) }],
    };
    expect(withoutSmallGroups('tiers', result, 10)).toEqual({
      result: {
        tiers: [tiers[0]],
        moves: [result.moves[1]],
        movements: [result.movements[0]],
        thresholds: [],
        progression: [{ tiers: [{ name: 'low', users: 30, before: 30 }] }],
      },
      groups: 3,
      besides: 1,
    });
  });

  it('takes cells of few users out of the map of an affinity, and those of their row and column', () => {
    const cell = (group: string, content: string, users: number) => ({ group, content, users });
    const cells = [
      ...[cell('a', 'tea', 2), cell('a', 'rye', 30), cell('a', 'oat', 40)],
      ...[cell('b', 'tea', 20), cell('b', 'rye', 30), cell('b', 'oat', 40)],
      ...[cell('c', 'tea', 90), cell('c', 'rye', 30), cell('c', 'oat', 40)],
    ];
    const { result, ...counts } = withoutSmallGroups('affinity', { cells }, 10);
    const left = (result as { cells: typeof cells }).cells;
    expect(left.map(({ group, content }) => group + content)).toEqual([
      ...['aoat', 'brye', 'boat', 'ctea', 'crye', 'coat'],
    ]);
    expect(counts).toEqual({ groups: 1, besides: 2 });
  });

  it('takes classes of few buyers out of a promotion, and who depends on it', () => {
    const part = (name: string, count: number) => ({ name, count, of: 60, value: 1 });
    const classes = [part('never', 40), part('mixed', 17), part('only', 3)];
    const result = {
      everyone: { classes },
      frequent: { classes: classes.slice(0, 2), dependent: part('dependent', 57) },
      campaign: null,
    };
    expect(withoutSmallGroups('promo', result, 10).result).toEqual({
      everyone: { classes: [classes[0]] },
      frequent: { classes: classes.slice(0, 2), dependent: null },
      campaign: null,
    });
  });

  it('leaves no whole of which those taken out are few', () => {
    const sizes = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 20 }), (users, least) => {
        const segments = { segments: groupsOf(...users), cells: [], migration: null };
        const { result } = withoutSmallGroups('rfm', segments, least);
        const left = (result as typeof segments).segments;
        const sum = (list: typeof left) => list.reduce((total, each) => total + each.users, 0);
        const gone = sum(segments.segments) - sum(left);
        expect(left.every((each) => each.users === 0 || each.users >= least)).toBe(true);
        expect(gone === 0 || gone >= least || sum(left) === 0).toBe(true);
      }),
    );
  });
});

describe('groupLists', () => {
  it('has kinds of analysis only, and leaves out those that divide nobody', () => {
    const divided = Object.keys(groupLists);
    const whole = Object.keys(analyses).filter((kind) => !divided.includes(kind));
    expect(divided.filter((kind) => !(kind in analyses))).toEqual([]);
    expect(whole.sort()).toEqual(['calculator', 'churn', 'lifecycle', 'scorecard']);
  });
});
