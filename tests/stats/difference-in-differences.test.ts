import { describe, expect, it } from 'vitest';
import {
  differenceInDifferences,
  parallelTrends,
  seriesDifference,
} from '../../src/stats/difference-in-differences';
import { moments } from '../../src/stats/moments';
import { welch } from '../../src/stats/welch';

const control = { before: [10, 12, 9, 11], after: [11, 14, 9, 12] };
const treatment = { before: [20, 22, 18, 21], after: [24, 27, 21, 25] };

describe('differenceInDifferences(control, treatment)', () => {
  it('is the change of the one less the change of the other: 4 − 1', () => {
    const actual = differenceInDifferences(control, treatment);
    expect(actual.control.mean).toBe(1);
    expect(actual.treatment.mean).toBe(4);
    expect(actual.comparison.difference.estimate).toBe(3);
    expect(actual.comparison).toEqual(welch(moments([1, 2, 0, 1]), moments([4, 5, 3, 4])));
  });

  it('does not mind how far apart the groups were before', () => {
    const far = {
      before: treatment.before.map((x) => x + 1000),
      after: treatment.after.map((x) => x + 1000),
    };
    expect(differenceInDifferences(control, far)).toEqual(
      differenceInDifferences(control, treatment),
    );
  });
});

describe('parallelTrends(control, treatment)', () => {
  const rising = (slope: number) =>
    [0, 1, 2, 3].map((period) =>
      [5, 8, 6, 9, 7].map((base, user) => base + slope * period + ((user + period) % 3) / 10),
    );

  it('finds nothing where both rise alike', () => {
    const { difference, p } = parallelTrends(rising(2), rising(2));
    expect(difference.estimate).toBeCloseTo(0, 12);
    expect(p).toBeCloseTo(1, 9);
  });

  it('finds that one rises faster, in units per period', () => {
    const { difference, p } = parallelTrends(rising(2), rising(2.5));
    expect(difference.estimate).toBeCloseTo(0.5, 12);
    expect(p).toBeLessThan(0.001);
  });

  it('treats a single period as a bug in the caller', () => {
    expect(() => parallelTrends([[1, 2]], [[1, 2]])).toThrow(RangeError);
  });
});

describe('seriesDifference(control, treatment, start, length, resampling)', () => {
  const weekly = (lift: number) =>
    Array.from({ length: 56 }, (_, day) => 100 + 20 * Math.sin(day) + (day >= 28 ? lift : 0));
  const resampling = { seed: 1, replicates: 500 };

  it('finds the lift after the start', () => {
    const noisy = weekly(10).map((value, day) => value + ((day * 7) % 5));
    const { difference, p } = seriesDifference(weekly(0), noisy, 28, 7, resampling);
    expect(Math.abs(difference.estimate - 10)).toBeLessThan(0.5);
    expect(difference.low).toBeGreaterThan(8);
    expect(p).toBeLessThan(0.01);
  });

  it('treats less than two blocks on a side as a bug in the caller', () => {
    expect(() => seriesDifference(weekly(0), weekly(1), 10, 7, resampling)).toThrow(RangeError);
  });
});
