import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resampledConcentration } from '../../src/stats/concentration-bootstrap';
import { countReaching, gini, lorenzCurve, topCount, topPart } from '../../src/stats/lorenz';
import { hashRandom } from '../../src/stats/hash-random';

/** Amounts that people could have: none, a few, and very many. */
const amounts = fc
  .array(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1e6 })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .filter((values) => values.some((value) => value > 0))
  .map((values) => Float64Array.from(values).sort());

describe('concentration', () => {
  it('of 0, 0, 1 and 3 is counted by hand', () => {
    const sorted = [0, 0, 1, 3];
    expect(gini(sorted)).toBe(10 / 16);
    expect(topPart(sorted, 1)).toBe(0.75);
    expect(countReaching(sorted, 0.75)).toBe(1);
    expect(countReaching(sorted, 0.76)).toBe(2);
    expect(lorenzCurve(sorted, 4).map(({ value }) => value)).toEqual([0, 0, 0, 0.25, 1]);
  });

  it('counts a share of the people rounded up, not off by the last binary digit', () => {
    expect(topCount(23570, 0.02)).toBe(472);
    expect(topCount(23570, 0.1)).toBe(2357);
    expect(topCount(3, 0.01)).toBe(1);
  });

  it('has a Gini that is half the mean difference of two people over the mean', () => {
    fc.assert(
      fc.property(amounts, (sorted) => {
        const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
        let differences = 0;
        for (const a of sorted) for (const b of sorted) differences += Math.abs(a - b);
        expect(gini(sorted)).toBeCloseTo(differences / sorted.length ** 2 / 2 / mean, 10);
      }),
    );
  });

  it('has a Lorenz curve that is convex, from 0 to 1, and whose area gives the Gini', () => {
    fc.assert(
      fc.property(amounts, (sorted) => {
        const n = sorted.length;
        const values = lorenzCurve(sorted, n).map(({ value }) => value);
        expect(values[0]).toBe(0);
        expect(values[n]).toBe(1);
        for (let i = 1; i < n; ++i) {
          expect(values[i + 1]! - values[i]!).toBeGreaterThanOrEqual(
            values[i]! - values[i - 1]! - 1e-12,
          );
        }
        const area = values
          .slice(1)
          .reduce((sum, value, i) => sum + (value + values[i]!) / 2 / n, 0);
        expect(1 - 2 * area).toBeCloseTo(gini(sorted), 10);
      }),
    );
  });

  it('does not change with the unit', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0.001, max: 1000, noNaN: true }), (sorted, unit) => {
        const scaled = sorted.map((value) => value * unit);
        expect(gini(scaled)).toBeCloseTo(gini(sorted), 10);
        expect(topPart(scaled, 1)).toBeCloseTo(topPart(sorted, 1), 10);
      }),
    );
  });
});

describe('concentration of people drawn anew', () => {
  const drawn = { seed: 7, replicates: 300 };

  it('is the same for the same seed, and another for another', () => {
    const values = [1, 2, 5, 9, 30];
    const first = resampledConcentration(values, [0.2], drawn);
    expect(resampledConcentration(values, [0.2], drawn)).toEqual(first);
    expect(resampledConcentration(values, [0.2], { ...drawn, seed: 8 })).not.toEqual(first);
  });

  it('has no spread in its Gini where all have the same', () => {
    const { gini, top } = resampledConcentration(new Float64Array(200).fill(3), [0.1], drawn);
    expect(Math.max(...gini.map(Math.abs))).toBeLessThan(1e-12);
    for (const part of top[0]!) expect(part).toBeCloseTo(0.1, 1);
  });

  it('has, drawn in groups, the mean and the spread of people drawn one by one', () => {
    const n = 6_000;
    // A long tail: 1/u of a Pareto with exponent 2.
    const sorted = Float64Array.from({ length: n }, (_, i) => hashRandom(3, i) ** -0.5).sort();
    const grouped = resampledConcentration(sorted, [0.02, 0.5], drawn);
    const single = oneByOne(sorted, [0.02, 0.5], drawn.replicates);
    const pairs = [
      [grouped.gini, single.gini],
      [grouped.top[0]!, single.top[0]!],
      [grouped.top[1]!, single.top[1]!],
    ] as const;
    for (const [a, b] of pairs) {
      expect(Math.abs(mean(a) - mean(b))).toBeLessThan(0.25 * deviation(b));
      expect(deviation(a) / deviation(b)).toBeGreaterThan(0.85);
      expect(deviation(a) / deviation(b)).toBeLessThan(1.15);
    }
  });
});

/** Everybody drawn for themselves with replacement: the bootstrap as it is defined. */
function oneByOne(sorted: Float64Array, shares: readonly number[], replicates: number) {
  const n = sorted.length;
  const all = Array.from({ length: replicates }, (_, r) =>
    Float64Array.from({ length: n }, (_, i) => sorted[Math.floor(n * hashRandom(5, r, i))]!).sort(),
  );
  return {
    gini: Float64Array.from(all, gini),
    top: shares.map((share) => Float64Array.from(all, (each) => topPart(each, topCount(n, share)))),
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}
