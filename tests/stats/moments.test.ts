import { describe, expect, it } from 'vitest';
import { columnMoments, covariance, jointMoments, mergeJoint } from '../../src/stats/joint-moments';
import { NO_DATA, merge, moments, variance } from '../../src/stats/moments';

describe('moments(values)', () => {
  it('keeps the variance of values near a billion', () => {
    expect(variance(moments([0, 1, 2, 3].map((x) => x + 1e9)))).toBeCloseTo(5 / 3, 12);
  });

  it('is empty for no values, and merging with nothing changes nothing', () => {
    expect(moments([])).toEqual(NO_DATA);
    expect(merge(moments([1, 5]), NO_DATA)).toEqual(moments([1, 5]));
    expect(merge(NO_DATA, NO_DATA)).toEqual(NO_DATA);
  });

  it('treats a missing value as a bug in the caller', () => {
    expect(() => moments([1, NaN])).toThrow(RangeError);
    expect(() => variance(moments([1]))).toThrow(RangeError);
  });
});

describe('jointMoments(columns)', () => {
  const x = [1, 2, 4, 8, 16];
  const y = [3, 1, 4, 1, 5];

  it('holds what moments() holds of each column', () => {
    const joint = jointMoments([x, y]);
    for (const [i, column] of [x, y].entries()) {
      const expected = moments(column);
      const actual = columnMoments(joint, i);
      expect(actual.mean).toBeCloseTo(expected.mean, 12);
      expect(actual.m2).toBeCloseTo(expected.m2, 12);
    }
  });

  it('has a symmetric covariance: that of (1, 2, 4, 8, 16) and (3, 1, 4, 1, 5) is 5.55', () => {
    const joint = jointMoments([x, y]);
    expect(covariance(joint, 0, 1)).toBeCloseTo(5.55, 12);
    expect(covariance(joint, 1, 0)).toBe(covariance(joint, 0, 1));
  });

  it('merges parts into the whole', () => {
    const parts = mergeJoint(
      jointMoments([x.slice(0, 2), y.slice(0, 2)]),
      jointMoments([x.slice(2), y.slice(2)]),
    );
    const whole = jointMoments([x, y]);
    expect(parts.n).toBe(5);
    expect(parts.products.flat()).toEqual(
      whole.products.flat().map((sum) => expect.closeTo(sum, 10)),
    );
  });
});
