import { describe, expect, it } from 'vitest';
import { deltaLift } from '../../src/stats/delta-lift';
import { columnMoments, jointMoments, mergeJoint } from '../../src/stats/joint-moments';
import { meanEstimate } from '../../src/stats/estimate';
import { moments, variance } from '../../src/stats/moments';
import { carried, carriers, linearised, ratioMoments } from '../../src/stats/ratio';

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

describe('carriers(denominators)', () => {
  it('counts all users when all have the same, and uneven ones for fewer', () => {
    expect(carriers([3, 3, 3, 3])).toBe(4);
    // Seven orders of four users: 49 / (1 + 4 + 9 + 1).
    expect(carriers(orders)).toBeCloseTo(49 / 15, 12);
    expect(carriers([0, 0])).toBe(0);
  });
});

describe('carried(sample, k)', () => {
  const sample = jointMoments([linearised(revenue, orders)]);

  it('is the sample itself where everybody carries, or a hundred do', () => {
    expect(carried(sample, 6)).toBe(sample);
    const many = { n: 5000, means: [1], products: [[7]] };
    expect(carried(many, 100)).toBe(many);
  });

  it('has k/(k − 1) times the plain variance of n users, and k − 1 degrees of freedom', () => {
    const k = carriers(orders);
    const { error } = meanEstimate(columnMoments(carried(sample, k), 0));
    const plain = sample.products[0]![0]! / 6 ** 2;
    expect(error ** 2).toBeCloseTo((plain * k) / (k - 1), 12);
    expect(carried(sample, k).n).toBe(k);
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
