import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiellerLift } from '../../src/stats/fieller';
import { koopmanLift } from '../../src/stats/koopman';
import {
  equivalenceP,
  nonInferiorityP,
  proportionNonInferiorityP,
} from '../../src/stats/margin-test';
import * as normal from '../../src/stats/normal';
import { criticalValue } from '../../src/stats/students-t';

const control = { value: 100, error: 2 };

describe('nonInferiorityP(control, treatment, margin)', () => {
  it('is the linear contrast: 99 against 95 % of 100 is 4 over √(1 + 1.9²)', () => {
    const p = nonInferiorityP(control, { value: 99, error: 1 }, 0.05);
    expect(p).toBeCloseTo(normal.upperTail(4 / Math.hypot(1, 1.9)), 12);
  });

  it('is one half at the margin itself', () => {
    expect(nonInferiorityP(control, { value: 95, error: 1 }, 0.05)).toBe(0.5);
    expect(nonInferiorityP(control, { value: 105, error: 1 }, 0.05, 'down')).toBe(0.5);
  });

  it('is below alpha/2 exactly when Fieller’s interval lies inside the margin', () => {
    const estimate = (least: number) =>
      fc.record({
        value: fc.integer({ min: least, max: 200 }),
        error: fc.integer({ min: 1, max: 8 }),
      });
    fc.assert(
      fc.property(
        estimate(60),
        estimate(10),
        fc.constantFrom(0.01, 0.1, 0.3),
        fc.constantFrom<'up' | 'down'>('up', 'down'),
        (c, t, margin, direction) => {
          const lift = fiellerLift(c, t, criticalValue(0.05, 50));
          const p = nonInferiorityP(c, t, margin, direction, 50);
          const isInside = direction === 'up' ? lift.low > -margin : lift.high < margin;
          fc.pre(Math.abs(p - 0.025) > 1e-12);
          expect(p < 0.025).toBe(isInside);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes a loss of a negative control as a loss', () => {
    const debt = { value: -100, error: 1 };
    expect(nonInferiorityP(debt, { value: -90, error: 1 }, 0.05)).toBeLessThan(0.001);
    expect(nonInferiorityP(debt, { value: -110, error: 1 }, 0.05)).toBeGreaterThan(0.99);
  });
});

describe('proportionNonInferiorityP(control, treatment, margin)', () => {
  it('is below alpha/2 exactly when Koopman’s interval lies inside the margin', () => {
    const arm = fc
      .tuple(fc.integer({ min: 20, max: 5000 }), fc.integer({ min: 1, max: 100 }))
      .map(([n, percent]) => ({ n, successes: Math.ceil((n * percent) / 100) }));
    fc.assert(
      fc.property(
        arm,
        arm,
        fc.constantFrom(0.01, 0.1, 0.3),
        fc.constantFrom<'up' | 'down'>('up', 'down'),
        (c, t, margin, direction) => {
          const lift = koopmanLift(c, t);
          const p = proportionNonInferiorityP(c, t, margin, direction);
          const isInside = direction === 'up' ? lift.low > -margin : lift.high < margin;
          fc.pre(Math.abs(p - 0.025) > 1e-12);
          expect(p < 0.025).toBe(isInside);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('equivalenceP(control, treatment, margin)', () => {
  it('is small when the change is surely smaller than the margin', () => {
    expect(equivalenceP(control, { value: 100.2, error: 2 }, 0.1)).toBeLessThan(0.001);
  });

  it('is the worse of the two sides', () => {
    const treatment = { value: 103, error: 2 };
    expect(equivalenceP(control, treatment, 0.05)).toBe(
      nonInferiorityP(control, treatment, 0.05, 'down'),
    );
  });
});
