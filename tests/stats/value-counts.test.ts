import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleQuantile } from '../../src/stats/sample-quantile';
import { countedQuantile, valueCounts } from '../../src/stats/value-counts';

describe('valueCounts', () => {
  it('counts what is there', () => {
    const { values, counts, n } = valueCounts(
      Float64Array.of(3, NaN, 1, 3),
      Uint8Array.of(1, 1, 1, 1),
    );
    expect([...values]).toEqual([1, 3]);
    expect([...counts]).toEqual([1, 2]);
    expect(n).toBe(3);
    expect(valueCounts(Float64Array.of(3, 1), Uint8Array.of(0, 1)).n).toBe(1);
  });

  it('is the same from a table and from sorting', () => {
    const list = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 });
    fc.assert(
      fc.property(list, (values) => {
        const whole = valueCounts(Float64Array.from(values));
        const halves = valueCounts(Float64Array.from(values, (value) => value / 2 + 0.25));
        expect([...halves.values].map((value) => 2 * value - 0.5)).toEqual([...whole.values]);
        expect([...halves.counts]).toEqual([...whole.counts]);
        expect(halves.n).toBe(whole.n);
      }),
    );
  });

  it('has the quantiles of the values themselves', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, -1.25, 1e9));
    const list = fc.array(value, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const found = countedQuantile(valueCounts(Float64Array.from(values)), p);
        expect(found).toBeCloseTo(sampleQuantile(values, p), 10);
      }),
    );
  });
});
