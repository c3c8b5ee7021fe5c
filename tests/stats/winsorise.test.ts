import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleQuantile, sortedQuantile } from '../../src/stats/sample-quantile';
import { caps, winsorised } from '../../src/stats/winsorise';

describe('sampleQuantile(values, p)', () => {
  it('is type 7: the third quarter of (1, 2, 3, 10) is 4.75', () => {
    expect(sampleQuantile([10, 2, 1, 3], 0.75)).toBe(4.75);
    expect(sampleQuantile([10, 2, 1, 3], 0)).toBe(1);
    expect(sampleQuantile([10, 2, 1, 3], 1)).toBe(10);
    expect(sampleQuantile([7], 0.3)).toBe(7);
  });

  it('equals the quantile of the sorted values, whatever their order and ties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 100 }),
        (values, percent) => {
          const sorted = [...values].sort((a, b) => a - b);
          const expected = sortedQuantile(sorted, percent / 100);
          expect(sampleQuantile(values, percent / 100)).toBe(expected);
        },
      ),
    );
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    sampleQuantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('treats no values and a p outside [0, 1] as bugs in the caller', () => {
    expect(() => sampleQuantile([], 0.5)).toThrow(RangeError);
    expect(() => sampleQuantile([1, 2], 1.5)).toThrow(RangeError);
    expect(() => sampleQuantile([1, 2], NaN)).toThrow(RangeError);
  });
});

describe('caps(values, rule) and winsorised(values, caps)', () => {
  const values = [0, 0, 5, 10, 100];

  it('move both ends, and count what was moved', () => {
    const limits = caps(values, { lower: 0.5, upper: 0.75 });
    expect(limits).toEqual({ low: 5, high: 10 });
    const actual = winsorised(values, limits);
    expect([...actual.values]).toEqual([5, 5, 5, 10, 10]);
    expect(actual.capped).toBe(3);
    expect(actual.removed).toBe(80);
  });

  it('take the lower of a percentile and a fixed maximum', () => {
    expect(caps(values, { upper: 0.75, max: 7 }).high).toBe(7);
    expect(caps(values, { max: 500 })).toEqual({ low: -Infinity, high: 500 });
  });

  it('refuse to flatten values that differ', () => {
    expect(() => caps([0, 0, 0, 0, 9], { upper: 0.5 })).toThrow('cap-flattens');
    expect(() => caps(values, { lower: 0.9, upper: 0.2 })).toThrow('cap-flattens');
  });

  it('leave alone what is the same for everybody', () => {
    expect(caps([3, 3, 3], { upper: 0.5 }).high).toBe(3);
  });
});
