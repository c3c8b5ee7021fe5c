import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuped } from '../../src/stats/cuped';
import { fiellerLift } from '../../src/stats/fieller';
import { excludesZero } from '../../src/stats/interval';
import { columnMoments, jointMoments } from '../../src/stats/joint-moments';
import { ownRegression } from '../../src/stats/own-regression';
import { criticalValue } from '../../src/stats/students-t';
import { welch } from '../../src/stats/welch';
import reference from '../reference/cuped.json';
import { expectClose } from './expect-close';

describe('cuped(control, treatment)', () => {
  it.each(reference.cases)('within the arms is the regression of Lin: $name', (expected) => {
    const arms = (columns: ('after' | 'before' | 'isMissing')[]) =>
      [expected.control, expected.treatment].map((arm) => jointMoments(columns.map((c) => arm[c])));
    const [c, t] = arms(['after', 'before']);
    expectClose(cuped(c!, t!, 0.05, 'within').comparison.difference.estimate, expected.lin);
    const [cm, tm] = arms(['after', 'before', 'isMissing']);
    const { comparison } = cuped(cm!, tm!, 0.05, 'within');
    expectClose(comparison.difference.estimate, expected.linWithMissing);
  });

  it.each(reference.cases)(
    'has the errors of estimated slopes within the arms: $name',
    (expected) => {
      const errorOf = (columns: ('after' | 'before' | 'isMissing')[]) => {
        const [c, t] = [expected.control, expected.treatment].map((arm) =>
          ownRegression(columns.map((column) => arm[column])),
        );
        const known = cuped(
          { ...c!, fit: undefined } as never,
          { ...t!, fit: undefined } as never,
          0.05,
          'within',
        );
        return {
          known: known.comparison.error,
          own: cuped(c!, t!, 0.05, 'within').comparison.error,
        };
      };
      const one = errorOf(['after', 'before']);
      const two = errorOf(['after', 'before', 'isMissing']);
      expectClose(one.own, Math.max(one.known, expected.linError));
      expectClose(two.own, Math.max(two.known, expected.linWithMissingError));
    },
  );

  it('does not take a line through one user of a small arm for a good fit', () => {
    const quiet = [3, 1, 2, 4, 3, 2, 1, 4, 2, 3];
    const columns = (copies: number, ...user: (readonly [number, number])[]) => {
      const others = Array.from({ length: copies }, () => quiet).flat();
      return [
        [...others, ...user.map(([y]) => y)],
        [...others.map(() => 0), ...user.map(([, x]) => x)],
      ];
    };
    const [large, small] = [columns(9), columns(1, [300, 50])];
    const errorBy = (summed: typeof jointMoments) =>
      cuped(summed(large), summed(small), 0.05, 'within').comparison.error;
    expect(errorBy(ownRegression)).toBeGreaterThan(errorBy(jointMoments));
  });

  it('is Welch’s test when the covariate tells nothing', () => {
    const before = [5, 5, 5, 5];
    const control = jointMoments([[1, 2, 4, 9], before]);
    const treatment = jointMoments([[3, 5, 9, 10], before]);
    const actual = cuped(control, treatment);
    const plain = welch(columnMoments(control, 0), columnMoments(treatment, 0));
    expect(actual.theta).toEqual([0]);
    expect(actual.varianceRemoved).toBeCloseTo(0, 12);
    expect(actual.comparison.p).toBeCloseTo(plain.p, 12);
  });

  it('removes what the past explains', () => {
    const noise = [1, -1, 2, -2, 1, -1, 2, -2];
    const before = [10, 20, 30, 40, 50, 60, 70, 80];
    const arm = (lift: number) =>
      jointMoments([before.map((x, i) => 2 * x + noise[i]! + lift), before]);
    const { varianceRemoved, comparison } = cuped(arm(0), arm(5));
    expect(varianceRemoved).toBeGreaterThan(0.99);
    expect(comparison.difference.estimate).toBeCloseTo(5, 9);
    expect(comparison.p).toBeLessThan(1e-4);
  });

  it('never contradicts itself: p, the difference and the lift reject together', () => {
    const user = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }));
    const users = fc.array(user, { minLength: 4, maxLength: 30 });
    const slope = fc.constantFrom<'within' | 'pooled'>('within', 'pooled');
    fc.assert(
      fc.property(users, users, slope, (a, b, kind) => {
        const [control, treatment] = [a, b].map((arm) =>
          jointMoments([arm.map(([x, y]) => x + y), arm.map(([x]) => x)]),
        );
        fc.pre(new Set(a.map(([, y]) => y)).size > 2 && new Set(b.map(([, y]) => y)).size > 2);
        const actual = cuped(control!, treatment!, 0.05, kind);
        const { p, df, difference } = actual.comparison;
        expect(excludesZero(difference)).toBe(p < 0.05);
        const q = criticalValue(0.05, df!);
        fc.pre(Math.abs(actual.control.value) > q * actual.control.error);
        const lift = fiellerLift(actual.control, actual.treatment, q, actual.covariance);
        expect(excludesZero(lift)).toBe(p < 0.05);
        expect(lift.estimate).toBeCloseTo(difference.estimate / Math.abs(actual.control.value), 9);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses arms of one user and arms that do not vary', () => {
    const one = jointMoments([[1], [2]]);
    const same = jointMoments([
      [3, 3, 3],
      [1, 2, 3],
    ]);
    expect(() => cuped(one, same)).toThrow('too-few-users');
    expect(() => cuped(same, same)).toThrow('same-value');
  });
});
