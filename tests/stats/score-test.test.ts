import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludesZero } from '../../src/stats/interval';
import { koopmanLift } from '../../src/stats/koopman';
import type { Proportion } from '../../src/stats/proportion';
import { leastExpected, scoreTest } from '../../src/stats/score-test';
import { wilson } from '../../src/stats/wilson';
import reference from '../reference/proportions.json';
import { expectClose } from './expect-close';

const share: fc.Arbitrary<Proportion> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 5_000_000 })),
    fc.integer({ min: 0, max: 1000 }),
  )
  .map(([n, part]) => ({ n, successes: Math.round(n * (part / 1000) ** 3) }));

const varied = fc
  .tuple(share, share)
  .filter(([a, b]) => a.successes + b.successes > 0 && a.successes + b.successes < a.n + b.n);

const named = reference.cases.map((c) => ({
  ...c,
  name: `${c.control.successes}/${c.control.n} against ${c.treatment.successes}/${c.treatment.n}`,
}));

describe('scoreTest(control, treatment)', () => {
  it.each(named)('matches 50-digit arithmetic: $name', ({ control, treatment, z, p, mee }) => {
    const actual = scoreTest(control, treatment);
    expectClose(actual.statistic, z);
    expectClose(actual.p, p);
    expectClose(actual.difference.low, mee[0]!);
    expectClose(actual.difference.high, mee[1]!);
  });

  it('changes only its sign when the arms are swapped', () => {
    fc.assert(
      fc.property(varied, ([a, b]) => {
        const forth = scoreTest(a, b);
        const back = scoreTest(b, a);
        expectClose(back.statistic, -forth.statistic, 1e-12);
        expectClose(back.difference.low, -forth.difference.high, 1e-8);
        expectClose(back.p, forth.p, 1e-9);
      }),
    );
  });

  it('never contradicts itself: p, the difference and the lift reject together', () => {
    const alphas = fc.constantFrom(0.001, 0.01, 0.05, 0.2);
    fc.assert(
      fc.property(varied, alphas, ([control, treatment], alpha) => {
        const { p, difference } = scoreTest(control, treatment, alpha);
        expect(excludesZero(difference)).toBe(p < alpha);
        if (control.successes === 0) return;
        expect(excludesZero(koopmanLift(control, treatment, alpha))).toBe(p < alpha);
      }),
      { numRuns: 5000 },
    );
  });

  it('holds the estimate inside its interval, and the interval inside [−1, 1]', () => {
    fc.assert(
      fc.property(varied, ([control, treatment]) => {
        const { estimate, low, high } = scoreTest(control, treatment).difference;
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('screams when an arm of 10,000 has no conversions against 200', () => {
    const { p, difference } = scoreTest({ n: 10_000, successes: 200 }, { n: 10_000, successes: 0 });
    expect(p).toBeLessThan(1e-45);
    expect(difference.high).toBeLessThan(-0.017);
  });

  it('refuses arms in which nobody did it or everybody', () => {
    const nobody = { n: 5, successes: 0 };
    const everybody = { n: 5, successes: 5 };
    expect(() => scoreTest(nobody, nobody)).toThrow('same-value');
    expect(() => scoreTest(everybody, everybody)).toThrow('same-value');
    expect(() => scoreTest({ n: 1, successes: 0 }, everybody)).toThrow('too-few-users');
  });

  it('knows the smallest expected count', () => {
    expect(leastExpected({ n: 100, successes: 3 }, { n: 300, successes: 9 })).toBe(3);
    expect(leastExpected({ n: 100, successes: 100 }, { n: 300, successes: 292 })).toBe(2);
  });
});

describe('koopmanLift(control, treatment)', () => {
  it.each(named)('matches 50-digit arithmetic: $name', ({ control, treatment, koopman }) => {
    if (koopman === null) {
      expect(() => koopmanLift(control, treatment)).toThrow('control-is-zero');
      return;
    }
    const actual = koopmanLift(control, treatment);
    expectClose(actual.low, koopman[0]!);
    expectClose(actual.high, koopman[1]!);
  });

  it('inverts when the arms are swapped', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        fc.pre(a.successes > 0 && b.successes > 0);
        const forth = koopmanLift(a, b);
        const back = koopmanLift(b, a);
        expectClose((1 + back.low) * (1 + forth.high), 1, 1e-8);
      }),
    );
  });
});

describe('wilson(share)', () => {
  it.each(named)('matches statsmodels: $name', ({ control, wilson: expected }) => {
    const actual = wilson(control);
    expectClose(actual.low, expected[0]!);
    expectClose(actual.high, expected[1]!);
  });

  it('mirrors when successes and failures are swapped', () => {
    fc.assert(
      fc.property(share, ({ n, successes }) => {
        const there = wilson({ n, successes });
        const mirrored = wilson({ n, successes: n - successes });
        expect(mirrored.low).toBeCloseTo(1 - there.high, 12);
      }),
    );
  });

  it('ends at 0 when nobody did it and at 1 when everybody did', () => {
    expect(wilson({ n: 20, successes: 0 }).low).toBe(0);
    expect(wilson({ n: 20, successes: 20 }).high).toBe(1);
  });
});
