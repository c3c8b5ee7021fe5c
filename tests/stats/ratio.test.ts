import { describe, expect, it } from 'vitest';
import { deltaLift } from '../../src/stats/delta-lift';
import { columnMoments, jointMoments, mergeJoint } from '../../src/stats/joint-moments';
import { meanEstimate } from '../../src/stats/estimate';
import { moments, variance } from '../../src/stats/moments';
import {
  carried,
  carriedJointly,
  fewCarriers,
  linearised,
  ratioMoments,
} from '../../src/stats/ratio';

const revenue = [0, 20, 35, 0, 80, 12];
const orders = [0, 1, 2, 0, 3, 1];

describe('linearised(numerators, denominators)', () => {
  it('has the ratio of the sums as its mean: 147 over 7 orders is 21', () => {
    expect(moments(linearised(revenue, orders)).mean).toBeCloseTo(21, 12);
  });

  it('has the variance of the delta method', () => {
    const m = moments(revenue);
    const d = moments(orders);
    const cross = jointMoments([revenue, orders]).products[0]![1]! / 5;
    const expected = (variance(m) + 21 ** 2 * variance(d) - 2 * 21 * cross) / d.mean ** 2;
    expect(variance(moments(linearised(revenue, orders)))).toBeCloseTo(expected, 9);
  });

  it('keeps users without a denominator', () => {
    expect(linearised(revenue, orders)).toHaveLength(6);
  });

  it('has no ratio when the denominators add up to zero', () => {
    expect(() => linearised([1, 2], [0, 0])).toThrow('no-denominator');
    expect(() => linearised([], [])).toThrow('no-denominator');
    expect(() => ratioMoments(jointMoments([[1], [0]]))).toThrow('no-denominator');
  });
});

describe('ratioMoments(joint)', () => {
  it('equals the moments of the linearised values, from blocks in any number', () => {
    const blocks = mergeJoint(
      jointMoments([revenue.slice(0, 2), orders.slice(0, 2)]),
      jointMoments([revenue.slice(2), orders.slice(2)]),
    );
    const expected = moments(linearised(revenue, orders));
    const actual = ratioMoments(blocks);
    expect(actual.n).toBe(6);
    expect(actual.mean).toBeCloseTo(expected.mean, 12);
    expect(actual.m2).toBeCloseTo(expected.m2, 9);
  });

  it('does not change when every user brings ten times as many orders and revenue', () => {
    const tenfold = (values: number[]) => values.map((x) => 10 * x);
    const actual = ratioMoments(jointMoments([tenfold(revenue), tenfold(orders)]));
    const expected = ratioMoments(jointMoments([revenue, orders]));
    expect(actual.mean).toBeCloseTo(expected.mean, 12);
    expect(actual.m2).toBeCloseTo(expected.m2, 9);
  });
});

describe('fewCarriers(denominators)', () => {
  it('counts uneven users for fewer', () => {
    // Seven orders of four users: 49 / (1 + 4 + 9 + 1).
    expect(fewCarriers(orders)).toBeCloseTo(49 / 15, 12);
    expect(fewCarriers([0, 0])).toBe(0);
  });

  it('is of no account where all users have the same, or where a hundred carry it', () => {
    expect(fewCarriers([0.1, 0.1, 0.1])).toBeNull();
    expect(fewCarriers(Array.from({ length: 300 }, (_, i) => (i < 100 ? 2 : 0)))).toBeNull();
    expect(fewCarriers(Array.from({ length: 300 }, (_, i) => (i < 99 ? 2 : 0)))).toBe(99);
  });
});

describe('carried(sample, k)', () => {
  const sample = moments(linearised(revenue, orders));

  it('has k/(k − 1) times the plain variance of n users, and k − 1 degrees of freedom', () => {
    const k = 49 / 15;
    const { error } = meanEstimate(carried(sample, k));
    expect(error ** 2).toBeCloseTo(((sample.m2 / 6 ** 2) * k) / (k - 1), 12);
    expect(carried(sample, k).n).toBe(k);
  });

  it('is the same beside covariates', () => {
    const joint = jointMoments([linearised(revenue, orders), orders]);
    const { n, mean, m2 } = carried(sample, 3);
    const column = columnMoments(carriedJointly(joint, 3), 0);
    expect(column.n).toBe(n);
    expect(column.mean).toBeCloseTo(mean, 12);
    expect(column.m2).toBeCloseTo(m2, 9);
  });

  it('needs two carriers', () => {
    expect(() => carried(sample, 1.9)).toThrow('too-few-users');
  });
});

describe('deltaLift(control, treatment)', () => {
  it('has no percentage of a zero control', () => {
    expect(() => deltaLift({ value: 0, error: 1 }, { value: 1, error: 1 })).toThrow(
      'control-is-zero',
    );
  });

  it('has the sign of the difference when the control is negative', () => {
    expect(deltaLift({ value: -4, error: 1 }, { value: -3, error: 1 }).value).toBe(0.25);
  });
});
