import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandMultiplier } from '../../src/stats/band-multiplier';
import { effectiveRate, effectiveTrials } from '../../src/stats/effective-rate';
import * as normal from '../../src/stats/normal';
import { wilson } from '../../src/stats/wilson';
import reference from '../reference/persons-with-trials.json';
import { expectClose } from './expect-close';

/** Kish's number: what the trials are worth when all of a person agree. */
function personsOf(trials: readonly (readonly number[])[]): number {
  const sizes = trials.map(({ length }) => length);
  const total = sizes.reduce((sum, n) => sum + n, 0);
  return total ** 2 / sizes.reduce((sum, n) => sum + n ** 2, 0);
}

describe('effectiveRate(share)', () => {
  it.each(reference.clustered)(
    'matches statsmodels: $name',
    ({ trials, rate, error, low, high }) => {
      const share = { rate, trials: trials.flat().length, error, persons: personsOf(trials) };
      const interval = effectiveRate(share);
      expect(interval.estimate).toBe(rate);
      expectClose(interval.low, low);
      expectClose(interval.high, high);
    },
  );

  it('is Wilson’s interval where each person has one trial', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const successes = Math.round(part * n);
          const rate = successes / n;
          const error = Math.sqrt((rate * (1 - rate)) / n);
          const interval = effectiveRate({ rate, trials: n, error, persons: n });
          const expected = wilson({ n, successes });
          expectClose(interval.low, expected.low);
          expectClose(interval.high, expected.high);
        },
      ),
    );
  });

  it('counts persons, not their trials, where nobody did it', () => {
    const share = { rate: 0, trials: 400, error: 0, persons: 20 };
    expect(effectiveTrials(share)).toBe(20);
    expect(effectiveRate(share).low).toBe(0);
    expectClose(effectiveRate(share).high, wilson({ n: 20, successes: 0 }).high);
  });

  it('stays within 0 and 1 for a single person', () => {
    const { low, high } = effectiveRate({ rate: 0.5, trials: 4, error: 0, persons: 1 });
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
  });
});

describe('bandMultiplier(covariance, alpha, seed)', () => {
  it.each(reference.bands)(
    'is near scipy’s: $name at $alpha',
    ({ covariance, alpha, multiplier }) => {
      // The draws are right to about 0.03; here three such errors.
      expect(Math.abs(bandMultiplier(covariance, alpha, 1) - multiplier)).toBeLessThan(0.09);
    },
  );

  it('is that of one estimate where there is one, or where all are the same', () => {
    const one = normal.criticalValue(0.05);
    expect(bandMultiplier([[4]], 0.05, 1)).toBe(one);
    expect(
      bandMultiplier(
        [
          [1, 2],
          [2, 4],
        ],
        0.05,
        1,
      ),
    ).toBeCloseTo(one, 1);
    expect(
      bandMultiplier(
        [
          [0, 0],
          [0, 4],
        ],
        0.05,
        1,
      ),
    ).toBe(one);
    expect(bandMultiplier([], 0.05, 1)).toBe(one);
  });

  it('lies between the value of one estimate and Bonferroni’s for all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.double({ min: -0.95, max: 0.95, noNaN: true }),
        fc.integer({ min: 1, max: 99 }),
        (k, rho, seed) => {
          const covariance = Array.from({ length: k }, (_, i) =>
            Array.from({ length: k }, (_, j) => rho ** Math.abs(i - j)),
          );
          const multiplier = bandMultiplier(covariance, 0.05, seed);
          expect(multiplier).toBeGreaterThanOrEqual(normal.criticalValue(0.05));
          expect(multiplier).toBeLessThanOrEqual(normal.criticalValue(0.05 / k));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is the same for the same seed, and does not depend on the scale', () => {
    const covariance = [
      [1, 0.3],
      [0.3, 1],
    ];
    const scaled = [
      [9, 1.8],
      [1.8, 4],
    ];
    expect(bandMultiplier(covariance, 0.05, 5)).toBe(bandMultiplier(covariance, 0.05, 5));
    expectClose(bandMultiplier(scaled, 0.05, 5), bandMultiplier(covariance, 0.05, 5), 1e-12);
  });
});
