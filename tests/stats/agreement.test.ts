import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanEstimate } from '../../src/stats/estimate';
import { fiellerLift } from '../../src/stats/fieller';
import { type Interval, excludesZero } from '../../src/stats/interval';
import { type Moments, merge, moments } from '../../src/stats/moments';
import { criticalValue } from '../../src/stats/students-t';
import { welch } from '../../src/stats/welch';

const value = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, 0, 0, 0.1, 29.99, 499, 1e6),
);
const sample = fc.array(value, { minLength: 2, maxLength: 40 }).map(moments);

function lift(control: Moments, treatment: Moments, q: number): Interval | null {
  try {
    return fiellerLift(meanEstimate(control), meanEstimate(treatment), q);
  } catch {
    return null;
  }
}

describe('the laws of comparing means', () => {
  it('p, the difference and the lift reject together', () => {
    fc.assert(
      fc.property(
        sample,
        sample,
        fc.constantFrom(0.001, 0.05, 0.3),
        (control, treatment, alpha) => {
          fc.pre(control.m2 + treatment.m2 > 0);
          const { p, df, difference } = welch(control, treatment, alpha);
          expect(excludesZero(difference)).toBe(p < alpha);
          const relative = lift(control, treatment, criticalValue(alpha, df!));
          if (relative !== null) expect(excludesZero(relative)).toBe(p < alpha);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('a change of unit changes the difference and nothing else', () => {
    const scale = fc.constantFrom(0.01, 100, 1e6, -1);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2 }),
        fc.array(value, { minLength: 2 }),
        scale,
        (a, b, k) => {
          fc.pre(moments(a).m2 + moments(b).m2 > 0);
          const plain = welch(moments(a), moments(b));
          const scaled = welch(moments(a.map((x) => k * x)), moments(b.map((x) => k * x)));
          expect(scaled.p).toBeCloseTo(plain.p, 9);
          expect(scaled.difference.estimate / k).toBeCloseTo(plain.difference.estimate, 6);
        },
      ),
    );
  });

  it('samples merged from any parts equal the whole', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (a, b) => {
        const whole = moments([...a, ...b]);
        const merged = merge(moments(a), moments(b));
        expect(merged.n).toBe(whole.n);
        expect(merged.mean).toBeCloseTo(whole.mean, 6);
        expect(Math.abs(merged.m2 - whole.m2)).toBeLessThanOrEqual(1e-9 * (1 + whole.m2));
      }),
    );
  });
});
