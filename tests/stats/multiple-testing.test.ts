import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludesZero } from '../../src/stats/interval';
import { type Correction, corrected } from '../../src/stats/multiple-testing';
import { scoreTest } from '../../src/stats/score-test';

const p = fc.double({ min: 0, max: 1, noNaN: true });
const kinds: Correction[] = ['none', 'bonferroni', 'holm', 'benjamini-hochberg'];

describe('corrected(ps, correction)', () => {
  it('steps down by Holm: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06', () => {
    const ps = corrected([0.01, 0.04, 0.03], 'holm').map((c) => c.p);
    expect(ps).toEqual([0.03, 0.06, 0.06]);
  });

  it('steps up by Benjamini and Hochberg: 0.01, 0.04, 0.03 become 0.03, 0.04, 0.04', () => {
    const ps = corrected([0.01, 0.04, 0.03], 'benjamini-hochberg').map((c) => c.p);
    expect(ps[0]).toBeCloseTo(0.03, 12);
    expect(ps[1]).toBe(0.04);
    expect(ps[2]).toBe(0.04);
  });

  it('lets the preferred metric pay for itself alone', () => {
    const preferred = [true, false, false, false];
    const [first, second] = corrected([0.02, 0.02, 0.5, 0.9], { preferred, weight: 0.5 });
    expect(first!.p).toBe(0.04);
    expect(second!.p).toBeCloseTo(0.12, 12);
  });

  it('is Bonferroni when all are preferred', () => {
    const all = corrected([0.02, 0.5], { preferred: [true, true], weight: 0.5 });
    expect(all).toEqual(corrected([0.02, 0.5], 'bonferroni'));
  });

  it('leaves a single test alone', () => {
    for (const kind of kinds) expect(corrected([0.03], kind)).toEqual([{ p: 0.03, share: 1 }]);
  });

  it('keeps the share of alpha where p has underflowed to 0', () => {
    expect(corrected([0, 0.5, 0.9], 'bonferroni')[0]).toEqual({ p: 0, share: 1 / 3 });
    expect(corrected([0, 0, 0.9], 'holm').map((c) => c.share)).toEqual([1 / 3, 1 / 3, 1]);
  });

  it('does not depend on the order of the tests', () => {
    fc.assert(
      fc.property(fc.array(p, { minLength: 1 }), fc.constantFrom(...kinds), (ps, kind) => {
        const forth = corrected(ps, kind);
        const back = corrected([...ps].reverse(), kind).reverse();
        expect(back).toEqual(forth);
      }),
    );
  });

  it('never lets p fall, and orders Benjamini–Hochberg ≤ Holm ≤ Bonferroni', () => {
    fc.assert(
      fc.property(fc.array(p, { minLength: 1 }), (ps) => {
        const [, bonferroni, holm, bh] = kinds.map((kind) => corrected(ps, kind));
        ps.forEach((raw, i) => {
          expect(bh![i]!.p).toBeGreaterThanOrEqual(raw * (1 - 1e-15));
          expect(holm![i]!.p).toBeGreaterThanOrEqual(bh![i]!.p * (1 - 1e-15));
          expect(bonferroni![i]!.p).toBeGreaterThanOrEqual(holm![i]!.p);
        });
      }),
    );
  });

  it('gives intervals that exclude 0 exactly when the corrected p is below alpha', () => {
    const arm = fc
      .tuple(fc.integer({ min: 20, max: 3000 }), fc.integer({ min: 1, max: 99 }))
      .map(([n, percent]) => ({ n, successes: Math.round((n * percent) / 100) }));
    const pair = fc
      .tuple(arm, arm)
      .filter(([a, b]) => a.successes + b.successes > 0 && a.successes + b.successes < a.n + b.n);
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...kinds),
        (pairs, kind) => {
          const ps = pairs.map(([c, t]) => scoreTest(c, t).p);
          corrected(ps, kind).forEach((adjusted, i) => {
            const [c, t] = pairs[i]!;
            const alpha = Math.max(0.05 * adjusted.share, 1e-300);
            const { difference } = scoreTest(c, t, alpha);
            expect(excludesZero(difference)).toBe(adjusted.p < 0.05);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('treats a p outside [0, 1] as a bug in the caller', () => {
    expect(() => corrected([NaN], 'holm')).toThrow(RangeError);
    expect(() => corrected([1.2], 'holm')).toThrow(RangeError);
  });
});
