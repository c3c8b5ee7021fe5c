import { describe, expect, it } from 'vitest';
import { story } from '../events/story';
import { EVENT_ROLES, experimentOf } from './run';

const BASE = {
  exposure: { event: 'see', variant: 'arm' },
  control: 'A',
  looks: 'fixed',
  metrics: [{ name: 'bought', type: 'proportion', event: 'buy' }],
};

/** Users and converted users of each arm: `A 2/1`. */
function counts(lines: string, params: object = {}): string[] {
  const dataset = story(`user:text at:time event:text arm:text amount:number\n${lines}`);
  const { result } = experimentOf(dataset, EVENT_ROLES, { ...BASE, ...params });
  return result.metrics[0]!.arms.map(
    ({ name, users, matured, total }) => `${name} ${users}/${matured}/${total}`,
  );
}

const shop = `
  ann 0    see A -
  ann 1    buy - 5
  bob 0    see B -
  bob 0.5  see B -
  cy  2    buy - 7
  cy  3    see B -
  dan 1    see A -
  dan 9    buy - 3
  eve 1    see B -
  eve 1    buy - 2
  fay 20   buy - 2
`;

describe('who is exposed', () => {
  it('counts users from their first exposure on, each once', () => {
    expect(counts(shop)).toEqual(['A 2/2/2', 'B 3/3/1']);
  });

  it('ignores what happened before the exposure, and counts what happened at its very time', () => {
    const before = `
      ann 0 see A -
      bob 5 see B -
      bob 4 buy - 1
      cy  2 buy - 1
      cy  2 see B -
      fay 20 buy - 1
    `;
    expect(counts(before)).toEqual(['A 1/1/0', 'B 2/2/1']);
  });

  it('counts a window from the exposure, its end not included', () => {
    const edges = `
      ann 0 see A -
      ann 7 buy - 1
      bob 0 see A -
      bob 6.999 buy - 1
      cy  1 see B -
      cy  8 buy - 1
      fay 20 buy - 1
    `;
    const week = { ...BASE.metrics[0], window: '7d' };
    expect(counts(edges, { metrics: [week] })).toEqual(['A 2/2/1', 'B 1/1/0']);
  });

  it('leaves users out of a windowed metric until their window has passed', () => {
    const late = `
      ann 0  see A -
      bob 12 see A -
      bob 13 buy - 1
      cy  13 see B -
      dan 14 see B -
      dan 15 buy - 1
      fay 20.5 buy - 1
    `;
    const week = { ...BASE.metrics[0], window: '7d' };
    expect(counts(late, { metrics: [week] })).toEqual(['A 2/2/1', 'B 2/1/0']);
  });

  it('ignores rows from the end of complete data on', () => {
    expect(counts(shop, { completeThrough: '2026-03-04' })).toEqual(['A 2/2/1', 'B 2/2/1']);
  });

  it('selects users by their first exposure ever', () => {
    const again = `
      ann 0 see A -
      ann 5 see A -
      ann 6 buy - 1
      bob 5 see A -
      bob 6 buy - 1
      cy  5 see B -
      fay 20 buy - 1
    `;
    const range = { from: '2026-03-06', to: '2026-03-09' };
    expect(counts(again, { range })).toEqual(['A 1/1/1', 'B 1/1/0']);
  });

  it('counts events in a retention window, its start included and its end not', () => {
    const back = `
      ann 0 see A -
      ann 7 visit - -
      bob 0 see A -
      bob 8 visit - -
      cy  0 see B -
      cy  7.9 visit - -
      dan 13 see B -
      fay 20.5 buy - 1
    `;
    const d7 = { name: 'd7', type: 'retention', from: '7d', to: '8d' };
    expect(counts(back, { metrics: [d7] })).toEqual(['A 2/2/1', 'B 2/1/1']);
  });
});

const mixed = `
  ann 0 see A -
  ann 1 see B -
  ann 2 buy - 1
  bob 0 see A -
  cy  0 see B -
  cy  1 see A -
  cy  2 see B -
  cy  3 buy - 1
  dan 0 see B -
  eve 0 see B -
  fay 20 buy - 1
`;

describe('users who saw both arms', () => {
  it('are left out unless told otherwise', () => {
    expect(counts(mixed)).toEqual(['A 1/1/0', 'B 2/2/0']);
  });

  it('count in the first arm they saw', () => {
    expect(counts(mixed, { contamination: 'first' })).toEqual(['A 2/2/1', 'B 3/3/1']);
  });

  it('count in the last arm they saw, from their first exposure to it', () => {
    expect(counts(mixed, { contamination: 'last' })).toEqual(['A 1/1/0', 'B 4/4/2']);
    const early = mixed.replace('ann 2 buy', 'ann 0.5 buy');
    expect(counts(early, { contamination: 'last' })).toEqual(['A 1/1/0', 'B 4/4/1']);
  });

  it('are counted in the check, as a share of all exposed users', () => {
    const { result } = experimentOf(
      story(`user:text at:time event:text arm:text amount:number\n${mixed}`),
      EVENT_ROLES,
      BASE,
    );
    expect(result.checks.find(({ name }) => name === 'contamination')).toEqual({
      name: 'contamination',
      status: 'fail',
      users: 2,
      of: 5,
      share: 0.4,
    });
    expect(result.verdict).toMatchObject({ decision: 'not-trusted', rule: 'too-many-in-two-arms' });
  });

  it('do not make a split look uneven: users in one arm only are compared with the plan', () => {
    const dataset = story(`user:text at:time event:text arm:text amount:number\n${mixed}`);
    for (const contamination of ['exclude', 'first', 'last']) {
      const { result } = experimentOf(dataset, EVENT_ROLES, { ...BASE, contamination });
      expect(result.checks[0]).toMatchObject({
        name: 'srm',
        observed: [1, 2],
        expected: [1.5, 1.5],
      });
    }
  });
});

describe('amounts', () => {
  it('are added up per user, rows without a value adding nothing and being counted', () => {
    const money = `
      ann 0 see A -
      ann 1 buy - 5
      ann 2 buy - 2
      bob 0 see A -
      cy  0 see B -
      cy  1 buy - -
      cy  2 buy - 4
      dan 0 see B -
      fay 20 buy - 9
    `;
    const dataset = story(`user:text at:time event:text arm:text amount:number\n${money}`);
    const revenue = { name: 'revenue', type: 'mean', event: 'buy', value: 'amount' };
    const orders = { name: 'orders', type: 'count', event: 'buy' };
    const { result } = experimentOf(dataset, EVENT_ROLES, { ...BASE, metrics: [revenue, orders] });
    expect(result.metrics[0]!.arms).toMatchObject([
      { name: 'A', total: 7, value: 3.5, missing: 0 },
      { name: 'B', total: 4, value: 2, missing: 1 },
    ]);
    expect(result.metrics[1]!.arms.map(({ total }) => total)).toEqual([2, 2]);
  });
});

describe('arms', () => {
  it('that were to get no traffic are reported and not compared', () => {
    const leak = `${shop}\n  gus 1 see C -`;
    const dataset = story(`user:text at:time event:text arm:text amount:number\n${leak}`);
    const { result } = experimentOf(dataset, EVENT_ROLES, { ...BASE, split: { A: 1, B: 2 } });
    expect(result.arms).toEqual([
      { name: 'A', users: 2, expected: 1 / 3, late: 0 },
      { name: 'B', users: 3, expected: 2 / 3, late: 0 },
      { name: 'C', users: 1, expected: 0, late: 0 },
    ]);
    expect(result.checks).toContainEqual({
      name: 'unexpected-arms',
      status: 'fail',
      arms: [{ name: 'C', users: 1 }],
    });
    expect(result.metrics[0]!.comparisons.map(({ arm }) => arm)).toEqual(['B']);
  });

  it('without a plan are compared one by one with the control', () => {
    const dataset = story(
      `user:text at:time event:text arm:text amount:number\n${shop}\n  gus 1 see C -`,
    );
    const { result } = experimentOf(dataset, EVENT_ROLES, BASE);
    expect(result.metrics[0]!.comparisons.map(({ arm }) => arm)).toEqual(['B', 'C']);
    expect(result.checks[0]).toMatchObject({ assumed: true });
  });
});

describe('what cannot be answered', () => {
  const problem = (params: object, lines = shop) => {
    try {
      counts(lines, params);
    } catch (error) {
      return JSON.parse(JSON.stringify(error)) as { code: string; args: object; at: object };
    }
    return null;
  };

  it.each([
    [
      'an event that is not there',
      { metrics: [{ name: 'x', type: 'proportion', event: 'bought' }] },
      'not-in-data',
      'metrics[0].event',
    ],
    [
      'a value column that is not there',
      { metrics: [{ name: 'x', type: 'mean', event: 'buy', value: 'sum' }] },
      'not-in-data',
      'metrics[0].value',
    ],
    [
      'a value column of text',
      { metrics: [{ name: 'x', type: 'mean', event: 'buy', value: 'arm' }] },
      'wrong-type',
      'metrics[0].value',
    ],
    [
      'a metric without an event',
      { metrics: [{ name: 'x', type: 'proportion' }] },
      'metric-needs',
      'metrics[0]',
    ],
    [
      'a mean without a value',
      { metrics: [{ name: 'x', type: 'mean', event: 'buy' }] },
      'metric-needs',
      'metrics[0]',
    ],
    [
      'a column in a table of events',
      { metrics: [{ name: 'x', type: 'proportion', column: 'arm' }] },
      'needs-units',
      'metrics[0].column',
    ],
    [
      'a window of nothing',
      { metrics: [{ ...BASE.metrics[0], window: '0d' }] },
      'window-is-zero',
      'metrics[0].window',
    ],
    ['a control nobody saw', { control: 'a-z' }, 'not-in-data', 'control'],
    [
      'an exposure event that is not there',
      { exposure: { event: 'seen', variant: 'arm' } },
      'not-in-data',
      'exposure.event',
    ],
    [
      'a variant column that is not there',
      { exposure: { event: 'see', variant: 'group' } },
      'not-in-data',
      'exposure.variant',
    ],
    [
      'an exposure event without variants',
      { exposure: { event: 'buy', variant: 'arm' } },
      'nobody-exposed',
      'exposure',
    ],
    ['a split without the control', { split: { B: 1 } }, 'split-without-control', 'split'],
    [
      'a range in which nobody came',
      { range: { from: '2026-05-01', to: '2026-06-01' } },
      'range-matches-nothing',
      'range',
    ],
    [
      'two metrics of one name',
      { metrics: [BASE.metrics[0], BASE.metrics[0]] },
      'same-name',
      'metrics[1].name',
    ],
    ['no exposure at all', { exposure: undefined }, 'metric-needs', 'exposure'],
    [
      'a variant column in a table of events',
      { exposure: undefined, variant: 'arm' },
      'needs-units',
      'variant',
    ],
  ])('says so: %s', (_, params, code, path) => {
    expect(problem(params)).toMatchObject({ code, at: { path } });
  });

  it('says so: one arm', () => {
    expect(problem({}, 'ann 0 see A -\nfay 9 buy - 1')).toMatchObject({
      code: 'one-arm',
      args: { column: 'arm', arms: ['A'] },
    });
  });

  it('offers the nearest name', () => {
    expect(problem({ control: 'AA' })).toMatchObject({ args: { known: ['A', 'B'], near: 'A' } });
  });
});
