import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alwaysValid,
  alwaysValidMultiplier,
  alwaysValidP,
  alwaysValidUpperP,
  mixtureScale,
} from '../../src/stats/always-valid';
import {
  type Spending,
  peekingError,
  sequentialBounds,
  sequentialP,
} from '../../src/stats/group-sequential';
import { hashRandom } from '../../src/stats/hash-random';
import { excludesZero } from '../../src/stats/interval';
import * as normal from '../../src/stats/normal';
import reference from '../reference/group-sequential.json';
import { expectClose } from './expect-close';

const FIVE = [0.2, 0.4, 0.6, 0.8, 1];

const plan = (name: string): Spending =>
  name === 'power-2' ? { power: 2 } : (name as 'obrien-fleming' | 'pocock');

describe('sequentialBounds(shares, alpha, plan)', () => {
  it('gives the classic five looks of Lan and DeMets', () => {
    const bounds = (of: Spending) => sequentialBounds(FIVE, 0.05, of);
    [4.8769, 3.357, 2.6803, 2.2898, 2.031].forEach((z, look) =>
      expect(Math.abs(bounds('obrien-fleming')[look]! - z)).toBeLessThan(1e-4),
    );
    [2.438, 2.4268, 2.4101, 2.3966, 2.386].forEach((z, look) =>
      expect(Math.abs(bounds('pocock')[look]! - z)).toBeLessThan(1e-4),
    );
  });

  it.each(reference.cases)('matches the multivariate normal: $plan at $shares', (expected) => {
    const actual = sequentialBounds(expected.shares, expected.alpha, plan(expected.plan));
    actual.forEach((z, look) => expectClose(z, expected.bounds[look]!, 1e-6));
  });

  it('is an ordinary test when there is one look', () => {
    expectClose(sequentialBounds([1], 0.05, 'pocock')[0]!, normal.criticalValue(0.05), 1e-12);
  });

  it('takes an overrun as the new plan, and two equal looks as one', () => {
    expect(sequentialBounds([0.6, 1.2], 0.05, 'pocock')).toEqual(
      sequentialBounds([0.5, 1], 0.05, 'pocock'),
    );
    const [first, second] = sequentialBounds([0.5, 0.5, 1], 0.05, 'pocock');
    expect(second).toBe(first);
  });

  it.each([[[0]], [[0.5, 0.4]], [[NaN]]])('treats looks at %j as a bug in the caller', (shares) => {
    expect(() => sequentialBounds(shares, 0.05, 'pocock')).toThrow(RangeError);
  });
});

describe('sequentialP(z, shares, plan)', () => {
  it('is below alpha exactly when the last bound is passed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.constantFrom<Spending>('obrien-fleming', 'pocock', { power: 2 }),
        fc.constantFrom(0.01, 0.05, 0.2),
        fc.constantFrom([1], [0.3, 0.7], FIVE),
        (z, of, alpha, shares) => {
          const bound = sequentialBounds(shares, alpha, of).at(-1)!;
          fc.pre(Math.abs(Math.abs(z) - bound) > 1e-9);
          expect(sequentialP(z, shares, of) < alpha).toBe(Math.abs(z) > bound);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never below the p of a single look', () => {
    for (const z of [0.01, 1, 2, 5, 20, 30]) {
      expect(sequentialP(z, FIVE, 'obrien-fleming')).toBeGreaterThan(
        normal.twoSidedP(z) * (1 - 1e-9),
      );
    }
  });
});

describe('peekingError(shares, alpha)', () => {
  it('finds what Armitage, McPherson and Rowe (1969) tabled for 1, 2, 5 and 10 looks at 5 %', () => {
    const looks = (n: number) => Array.from({ length: n }, (_, i) => (i + 1) / n);
    const expected = { 1: 0.05, 2: 0.083, 5: 0.142, 10: 0.193 };
    for (const [n, error] of Object.entries(expected)) {
      expect(peekingError(looks(Number(n)), 0.05)).toBeCloseTo(error, 3);
    }
  });
});

describe('alwaysValid(difference, n, scale, alpha)', () => {
  it('is 3.035 and 3.337 errors wide at 5,000 and 100,000 users when tuned to 5,000', () => {
    const scale = mixtureScale(0.05, 5000);
    expect(alwaysValidMultiplier(5000, scale, 0.05)).toBeCloseTo(3.035, 3);
    expect(alwaysValidMultiplier(100_000, scale, 0.05)).toBeCloseTo(3.337, 3);
    expect(alwaysValidMultiplier(5000, mixtureScale(0.05, 10_000), 0.05)).toBeCloseTo(3.084, 3);
    expect(alwaysValidMultiplier(100_000, mixtureScale(0.05, 10_000), 0.05)).toBeCloseTo(3.242, 3);
  });

  it('never contradicts itself: p and the interval reject together, at every level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.integer({ min: 200, max: 1_000_000 }),
        fc.constantFrom(0.001, 0.05 / 3, 0.05),
        (z, n, alpha) => {
          const scale = mixtureScale(0.05);
          const { p, difference } = alwaysValid({ value: z, error: 1 }, n, scale, alpha);
          expect(excludesZero(difference)).toBe(p < alpha);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('claims nothing where there is nothing', () => {
    expect(alwaysValidP(0, 10_000, mixtureScale(0.05))).toBe(1);
    expect(alwaysValidUpperP(-3, 10_000, mixtureScale(0.1))).toBe(1);
  });

  it('rejects seldom along a walk that goes nowhere, although it looks a hundred times', () => {
    const scale = mixtureScale(0.05);
    let rejected = 0;
    const walks = 400;
    for (let walk = 0; walk < walks; ++walk) {
      let score = 0;
      let isRejected = false;
      for (let look = 1; look <= 100; ++look) {
        score += normal.quantile(hashRandom(1, walk, look) || 0.5) * Math.sqrt(200);
        isRejected ||= alwaysValidP(score / Math.sqrt(200 * look), 200 * look, scale) < 0.05;
      }
      if (isRejected) ++rejected;
    }
    expect(rejected).toBeGreaterThan(0);
    expect(rejected / walks).toBeLessThan(0.05);
  });
});
