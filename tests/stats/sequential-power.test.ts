import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spending } from '../../src/stats/group-sequential';
import * as normal from '../../src/stats/normal';
import {
  driftFor,
  expectedShare,
  sequentialDesign,
  stoppedBy,
} from '../../src/stats/sequential-power';
import reference from '../reference/sequential-power.json';
import { expectClose } from './expect-close';

const plan = (name: string): Spending =>
  name === 'power-2' ? { power: 2 } : (name as 'obrien-fleming' | 'pocock');

function even(looks: number): number[] {
  return Array.from({ length: looks }, (_, i) => (i + 1) / looks);
}

/** Users for each user of a single look, of a test with these bounds. */
function ratio(bounds: readonly number[], power: number): number {
  const once = normal.criticalValue(0.05) + normal.quantile(power);
  return (driftFor(even(bounds.length), bounds, power) / once) ** 2;
}

describe('sequentialDesign(shares, alpha, power, plan)', () => {
  it.each(reference.cases)('matches numeric integration: $plan at $shares, $power', (expected) => {
    const { shares, alpha, power } = expected;
    const design = sequentialDesign(shares, alpha, power, plan(expected.plan));
    expectClose(design.drift, expected.drift, 1e-7);
    expectClose(design.inflation, expected.inflation, 1e-7);
    expectClose(design.expected.none, expected.expectedNone, 1e-7);
    expectClose(design.expected.effect, expected.expectedEffect, 1e-7);
    for (const [i, { bound, stopped }] of design.looks.entries()) {
      expectClose(bound, expected.bounds[i]!, 1e-7);
      expect(Math.abs(stopped.none - expected.none[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(stopped.effect - expected.effect[i]!)).toBeLessThan(1e-8);
    }
  });

  // Jennison & Turnbull (2000), tables 2.1 to 2.4: constants and ratios at α = 0.05, to three decimals.
  it.each([
    [2, 2.178, 1.11, 1.1],
    [3, 2.289, 1.166, 1.151],
    [4, 2.361, 1.202, 1.183],
    [5, 2.413, 1.229, 1.207],
  ])('gives the published sizes of Pocock’s test with %i looks', (looks, c, at80, at90) => {
    const bounds = even(looks).map(() => c);
    expect(Math.abs(ratio(bounds, 0.8) - at80)).toBeLessThan(1e-3);
    expect(Math.abs(ratio(bounds, 0.9) - at90)).toBeLessThan(1e-3);
  });

  it.each([
    [2, 1.977, 1.008, 1.007],
    [3, 2.004, 1.017, 1.016],
    [4, 2.024, 1.024, 1.022],
    [5, 2.04, 1.028, 1.026],
  ])('gives those of O’Brien and Fleming’s test with %i looks', (looks, c, at80, at90) => {
    const bounds = even(looks).map((share) => c / Math.sqrt(share));
    expect(Math.abs(ratio(bounds, 0.8) - at80)).toBeLessThan(1e-3);
    expect(Math.abs(ratio(bounds, 0.9) - at90)).toBeLessThan(1e-3);
  });

  it('is an ordinary test when there is one look', () => {
    const { inflation, expected, looks } = sequentialDesign([1], 0.05, 0.8, 'pocock');
    expectClose(looks[0]!.bound, normal.criticalValue(0.05), 1e-12);
    // The other side adds 1.4e-6 to the power, which the sum of two quantiles leaves out.
    expect(Math.abs(inflation - 1)).toBeLessThan(1e-5);
    expect(expected).toEqual({ none: 1, effect: 1 });
  });

  it('spends alpha without an effect, has its power with it, and never needs more than the plan', () => {
    const anyPlan = fc.constantFrom<Spending>(
      'obrien-fleming',
      'pocock',
      { power: 1 },
      { power: 3 },
    );
    const between = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    const inner = fc.uniqueArray(between, {
      maxLength: 4,
      comparator: (a, b) => Math.abs(a - b) < 0.05,
    });
    fc.assert(
      fc.property(anyPlan, inner, fc.constantFrom(0.01, 0.05, 0.1), (plan, inner, alpha) => {
        const shares = [...inner.sort((a, b) => a - b), 1];
        const { looks, drift, inflation, expected } = sequentialDesign(shares, alpha, 0.8, plan);
        const bounds = looks.map(({ bound }) => bound);
        expect(Math.abs(looks.at(-1)!.stopped.none - alpha)).toBeLessThan(1e-9);
        expect(Math.abs(looks.at(-1)!.stopped.effect - 0.8)).toBeLessThan(1e-9);
        // To either side alike.
        const turned = stoppedBy(shares, bounds, -drift);
        for (const [i, chance] of stoppedBy(shares, bounds, drift).entries()) {
          expect(Math.abs(turned[i]! - chance)).toBeLessThan(1e-9);
        }
        expect(inflation).toBeGreaterThan(1 - 1e-4);
        expect(expected.effect).toBeLessThanOrEqual(expected.none);
        expect(expected.none).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });
});

describe('expectedShare(shares, stopped)', () => {
  it('weighs each look with the chance to stop there, the last with all that is left', () => {
    expect(expectedShare([0.5, 1], [0.2, 0.6])).toBeCloseTo(0.5 * 0.2 + 0.8, 12);
  });
});
