import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cusumRunLength, lowerCusum } from '../../src/stats/cusum';
import { generalisedEsd } from '../../src/stats/generalised-esd';
import { normalValues, poissonValues, runChance } from '../../src/stats/run-chance';

const down10 = (now: number, before: number) => now / before < 0.9 - 1e-12;

describe('the chance of a run of changes', () => {
  it('is that of ordered values where any fall counts: 1 / (runs + 1)!', () => {
    const isFall = (now: number, before: number) => now < before;
    for (const [runs, factorial] of [
      [1, 2],
      [2, 6],
      [3, 24],
    ] as const) {
      const chance = runChance(normalValues(0, 1), isFall, 'fall', runs);
      expect(Math.abs(chance * factorial - 1)).toBeLessThan(0.015);
    }
  });

  // Simulated with a billion Poisson counts in the design of this analysis.
  it.each([
    [20, 3.35],
    [50, 1.69],
    [100, 0.69],
    [200, 0.145],
    [500, 0.003],
  ])('of two weeks down by more than 10 %% with %i users is %f a year', (users, perYear) => {
    const chance = 52 * runChance(poissonValues(users), down10, 'fall', 2);
    expect(Math.abs(chance - perYear)).toBeLessThan(0.02 * perYear + 0.003);
  });

  it('is what trying every triple of counts gives', () => {
    const { values, chances } = poissonValues(6);
    let chance = 0;
    for (let a = 0; a < values.length; ++a)
      for (let b = 0; b < values.length; ++b)
        for (let c = 0; c < values.length; ++c)
          if (values[b]! > 1.2 * values[a]! && values[c]! > 1.2 * values[b]!)
            chance += chances[a]! * chances[b]! * chances[c]!;
    const isRise = (now: number, before: number) => now > 1.2 * before;
    expect(runChance(poissonValues(6), isRise, 'rise', 2)).toBeCloseTo(chance, 12);
  });

  it('has chances that add up to one', () => {
    for (const mean of [0.02, 3, 400, 9_999, 20_000]) {
      expect(poissonValues(mean).chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 8);
    }
  });
});

describe('the cumulative sum', () => {
  // Brook & Evans 1972 and the tables after them: slack 0.5.
  it.each([
    [5, 0, 930.9],
    [5, 1, 10.4],
    [5, 2, 4.01],
    [4, 0, 335.4],
    [4, 1, 8.38],
    [4, 2, 3.34],
  ])('with limit %f and a shift of %f runs for %f values', (limit, shift, length) => {
    const run = cusumRunLength({ slack: 0.5, limit }, shift);
    expect(Math.abs(run / length - 1)).toBeLessThan(0.003);
  });

  it('adds what lies beyond the slack, starts again from zero and passes over gaps', () => {
    expect(lowerCusum([0, -1, -2, null, 3, -1], 0.5)).toEqual([0, 0.5, 2, 2, 0, 0.5]);
  });
});

describe('the generalised test of extreme deviates', () => {
  // Rosner 1983, the vitamin E data; NIST's handbook names 6.01, 5.42 and 5.34.
  const rosner = [
    -0.25, 0.68, 0.94, 1.15, 1.2, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65,
    1.69, 1.7, 1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.1, 2.14, 2.15, 2.23, 2.24,
    2.26, 2.35, 2.37, 2.4, 2.47, 2.54, 2.62, 2.64, 2.9, 2.92, 2.92, 2.93, 3.21, 3.26, 3.3, 3.59,
    3.68, 4.3, 4.64, 5.34, 5.42, 6.01,
  ];

  it('finds the outliers of Rosner’s data, the farthest first', () => {
    const found = generalisedEsd(rosner, 10).map(({ at }) => rosner[at]);
    expect(found.slice(0, 3)).toEqual([6.01, 5.42, 5.34]);
  });

  it('does not depend on the order and the unit', () => {
    const values = fc.uniqueArray(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(values, fc.constantFrom(0.25, 2, 64), (some, unit) => {
        const far = [...some, 9, -12];
        const found = generalisedEsd(far, 10).map(({ at }) => far[at]);
        const moved = far.toReversed().map((value) => unit * value);
        expect(generalisedEsd(moved, 10).map(({ at }) => moved[at]! / unit)).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });

  it('finds nothing where half of the values are equal', () => {
    expect(generalisedEsd([5, 5, 5, 5, 5, 9], 2)).toEqual([]);
  });
});
