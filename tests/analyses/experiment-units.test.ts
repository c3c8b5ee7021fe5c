import { describe, expect, it } from 'vitest';
import { experiment } from '../../src/analyses/experiment/experiment';
import { block } from '../../src/events/event-index';
import { story } from '../events/story';
import { experimentOf } from './run';

const letters = story(`
  user:text group:number member:flag age:number paid:flag spent:number
  ann       1            yes         20         yes       5
  bob       0            no          -          no        0
  cy        1            yes         30         no        -
  dan       0            yes         40         yes       7
  eve       -            no          50         yes       9
  bob       1            no          60         yes       8
`);

const BASE = {
  variant: 'group',
  control: '0',
  segments: ['member'],
  metrics: [
    { name: 'paid', type: 'proportion', column: 'paid' },
    { name: 'spent', type: 'mean', column: 'spent', covariate: 'age' },
    {
      name: 'per year',
      type: 'ratio',
      numerator: { column: 'spent' },
      denominator: { column: 'age' },
    },
  ],
};

describe('an experiment on one row per user', () => {
  const { input, params, result } = experimentOf(letters, { user: 'user' }, BASE);

  it('takes the variant from a column of any kind, and the first row of each user', () => {
    expect(result.arms.map(({ name, users }) => [name, users])).toEqual([
      ['0', 2],
      ['1', 2],
    ]);
    expect(result.metrics[0]!.arms).toMatchObject([
      { total: 1, value: 0.5 },
      { total: 1, value: 0.5 },
    ]);
  });

  it('adds 0 for a missing value and counts it', () => {
    expect(result.metrics[1]!.arms).toMatchObject([
      { total: 7, missing: 0 },
      { total: 5, missing: 1 },
    ]);
    expect(result.metrics[2]!.arms).toMatchObject([
      { total: 7, denominator: 40, missing: 1 },
      { total: 5, denominator: 50, missing: 1 },
    ]);
  });

  it('counts further rows of a user, and users without a variant', () => {
    expect(result.checks).toContainEqual({
      name: 'duplicates',
      status: 'warn',
      rows: 0,
      repeated: 1,
    });
    expect(result.checks).toContainEqual({ name: 'without-variant', status: 'warn', users: 1 });
  });

  it('is the same from blocks that name their arms and groups in another order', () => {
    for (let cut = 1; cut < input.events.users; ++cut) {
      const parts = [block(input.events, 0, cut), block(input.events, cut, input.events.users)];
      const [a, b] = parts.map((events) => experiment.aggregate({ ...input, events }, params));
      expect(experiment.infer(experiment.merge(a!, b!), params, input.scope)).toEqual(result);
    }
  });

  it.each([
    ['events', { metrics: [{ name: 'x', type: 'proportion', event: 'buy' }] }, 'needs-events'],
    ['exposures', { exposure: { event: 'see', variant: 'group' } }, 'needs-events'],
    ['windows', { metrics: [{ ...BASE.metrics[0], window: '7d' }] }, 'needs-times'],
    ['days before', { metrics: [{ ...BASE.metrics[1], cuped: '7d' }] }, 'needs-times'],
    [
      'retention',
      { metrics: [{ name: 'x', type: 'retention', from: '1d', to: '2d' }] },
      'needs-events',
    ],
    ['a range', { range: { from: '2026-01-01', to: '2026-02-01' } }, 'needs-times'],
    ['no variant', { variant: undefined }, 'metric-needs'],
    [
      'a share of an amount',
      { metrics: [{ name: 'x', type: 'proportion', column: 'spent' }] },
      'not-zero-or-one',
    ],
    ['a filter that leaves nobody', { where: { age: { '>': 99 } } }, 'where-matches-nothing'],
  ])('refuses %s', (_, given, code) => {
    expect(() => experimentOf(letters, { user: 'user' }, { ...BASE, ...given })).toThrow(code);
  });

  it('filters users by their columns', () => {
    const { result: adults } = experimentOf(
      letters,
      { user: 'user' },
      {
        ...BASE,
        where: { age: { '>=': 25 } },
        control: '1',
        segments: [],
        split: { '0': 1, '1': 1 },
      },
    );
    expect(adults.arms.map(({ name, users }) => [name, users])).toEqual([
      ['1', 1],
      ['0', 1],
    ]);
  });
});
