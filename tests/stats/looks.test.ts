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
  looksAt,
  peekingError,
  sequentialBounds,
  sequentialTest,
  spentOf,
} from '../../src/stats/group-sequential';
import { hashRandom } from '../../src/stats/hash-random';
import { excludesZero } from '../../src/stats/interval';
import { gaussLegendre } from '../../src/stats/gauss-legendre';
import * as normal from '../../src/stats/normal';
import reference from '../reference/group-sequential.json';
import { expectClose } from './expect-close';

const FIVE = [0.2, 0.4, 0.6, 0.8, 1];

const plan = (name: string): Spending =>
  name === 'power-2' ? { power: 2 } : (name as 'obrien-fleming' | 'pocock');

/** The chance that two looks, the first at `share` of the second's users, pass either bound. */
function twoLooks(first: number, second: number, share: number): number {
  const { nodes, weights } = gaussLegendre(256);
  let inside = 0;
  for (const [i, node] of nodes.entries()) {
    const z = first * node;
    const [drift, spread] = [Math.sqrt(share) * z, Math.sqrt(1 - share)];
    const staying =
      normal.lowerTail((second - drift) / spread) - normal.lowerTail((-second - drift) / spread);
    inside += weights[i]! * first * normal.density(z) * staying;
  }
  return 1 - inside;
}

describe('sequentialBounds(shares, alpha, plan)', () => {
  it('gives the classic five looks of Lan and DeMets', () => {
    const bounds = (of: Spending) => sequentialBounds(looksAt(FIVE), 0.05, of);
    [4.8769, 3.357, 2.6803, 2.2898, 2.031].forEach((z, look) =>
      expect(Math.abs(bounds('obrien-fleming')[look]! - z)).toBeLessThan(1e-4),
    );
    [2.438, 2.4268, 2.4101, 2.3966, 2.386].forEach((z, look) =>
      expect(Math.abs(bounds('pocock')[look]! - z)).toBeLessThan(1e-4),
    );
  });

  it.each(reference.cases)('matches the multivariate normal: $plan at $shares', (expected) => {
    const actual = sequentialBounds(looksAt(expected.shares), expected.alpha, plan(expected.plan));
    actual.forEach((z, look) => expectClose(z, expected.bounds[look]!, 1e-6));
  });

  it('is an ordinary test when there is one look', () => {
    expectClose(
      sequentialBounds(looksAt([1]), 0.05, 'pocock')[0]!,
      normal.criticalValue(0.05),
      1e-12,
    );
  });

  it('spends all that is left at a last look that overruns the plan, and no more', () => {
    const looks = looksAt([0.5, 1.3]);
    const [first, second] = sequentialBounds(looks, 0.05, 'pocock');
    expect(first).toBe(sequentialBounds(looksAt([0.5]), 0.05, 'pocock')[0]);
    expectClose(twoLooks(first!, second!, 0.5 / 1.3), 0.05, 1e-8);
  });

  it('holds alpha where the time that passed and the users who came say different things', () => {
    const looks = [
      { information: 120, passed: 0.5 },
      { information: 1000, passed: 1 },
    ];
    for (const of of ['obrien-fleming', 'pocock', { power: 2 }] as const) {
      const [first, second] = sequentialBounds(looks, 0.05, of);
      expectClose(normal.twoSidedP(first!), spentOf(0.5, 0.05, of), 1e-10);
      expectClose(twoLooks(first!, second!, 0.12), 0.05, 1e-8);
    }
  });

  it.each([0.6, 0.888, 0.97, 0.99])('keeps its digits where looks are close: %d', (share) => {
    for (const of of ['obrien-fleming', 'pocock', { power: 2 }] as const) {
      const [first, second] = sequentialBounds(looksAt([share, 1]), 0.05, of);
      expectClose(twoLooks(first!, second!, share), 0.05, 1e-10);
    }
  });

  it('takes a look without new users as the one before, with what the plan now has for it', () => {
    const [first, second] = sequentialBounds(looksAt([0.5, 0.5, 1]), 0.05, 'pocock');
    expect(second).toBe(first);
    const same = [
      { information: 7, passed: 0.5 },
      { information: 7, passed: 1 },
    ];
    expectClose(sequentialBounds(same, 0.05, 'pocock')[1]!, normal.criticalValue(0.05), 1e-12);
  });

  it('lets nothing stop a look for which nothing is left', () => {
    const late = [
      { information: 5, passed: 1 },
      { information: 6, passed: 1 },
    ];
    expect(sequentialBounds(late, 0.05, 'pocock')[1]).toBe(30);
    expect(sequentialBounds(looksAt([0.001]), 1e-4, 'obrien-fleming')).toEqual([30]);
    expect(sequentialTest(late, 'pocock').p(8)).toBe(1);
  });

  it.each([[[0]], [[0.5, 0.4]], [[NaN]]])('treats looks at %j as a bug in the caller', (shares) => {
    expect(() => sequentialBounds(looksAt(shares), 0.05, 'pocock')).toThrow(RangeError);
  });
});

describe('sequentialTest(looks, plan)', () => {
  it('is below alpha exactly when the last bound is passed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.constantFrom<Spending>('obrien-fleming', 'pocock', { power: 2 }),
        fc.constantFrom(0.01, 0.05, 0.2),
        fc.constantFrom([1], [0.3, 0.7], FIVE),
        (z, of, alpha, shares) => {
          const bound = sequentialBounds(looksAt(shares), alpha, of).at(-1)!;
          fc.pre(Math.abs(Math.abs(z) - bound) > 1e-9);
          expect(sequentialTest(looksAt(shares), of).p(z) < alpha).toBe(Math.abs(z) > bound);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never below the p of a single look', () => {
    for (const z of [0.01, 1, 2, 5, 20, 30]) {
      expect(sequentialTest(looksAt(FIVE), 'obrien-fleming').p(z)).toBeGreaterThan(
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
