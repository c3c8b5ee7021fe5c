import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileBootstrap, resampledSums } from '../../src/stats/bootstrap';
import { countRatio } from '../../src/stats/count-ratio';
import { wilson } from '../../src/stats/wilson';

const count = fc.integer({ min: 1, max: 5_000 });

describe('countRatio(above, below)', () => {
  it('is the odds of Wilson’s share', () => {
    const { estimate, low, high } = countRatio(30, 10);
    const share = wilson({ n: 40, successes: 30 });
    expect(estimate).toBe(3);
    expect(low).toBeCloseTo(share.low / (1 - share.low), 12);
    expect(high).toBeCloseTo(share.high / (1 - share.high), 12);
  });

  it('turns over when the counts change places', () => {
    fc.assert(
      fc.property(count, count, (above, below) => {
        const [one, other] = [countRatio(above, below), countRatio(below, above)];
        expect(one.low * other.high).toBeCloseTo(1, 9);
        expect(one.high * other.low).toBeCloseTo(1, 9);
      }),
    );
  });

  it('excludes 1 exactly when an even share is rejected', () => {
    fc.assert(
      fc.property(count, count, (above, below) => {
        const { low, high } = countRatio(above, below);
        const z = (above - below) / Math.sqrt(above + below);
        fc.pre(Math.abs(Math.abs(z) - 1.959963984540054) > 1e-9);
        expect(low > 1 || high < 1).toBe(Math.abs(z) > 1.959963984540054);
      }),
    );
  });

  it('has an upper end when nobody is above', () => {
    const { estimate, low, high } = countRatio(0, 20);
    expect([estimate, low]).toEqual([0, 0]);
    // Wilson’s upper limit of 0 of 20 is z²/(20 + z²); its odds are z²/20.
    expect(high).toBeCloseTo(1.959963984540054 ** 2 / 20, 12);
  });

  it('is what resampling the users gives, when they are many', () => {
    const [above, below, others] = [900, 600, 2_500];
    const users = Array.from({ length: above + below + others }, (_, i) => i);
    const isAbove = users.map((i) => Number(i < above));
    const isBelow = users.map((i) => Number(i >= above && i < above + below));
    const [, up, down] = resampledSums([isAbove, isBelow], users, { seed: 1, replicates: 2_000 });
    const ratios = Array.from(up!, (sum, r) => sum / down![r]!);
    const { difference: boot } = percentileBootstrap(1.5, ratios, 0.05);
    const exact = countRatio(above, below);
    expect(Math.abs(boot.low - exact.low)).toBeLessThan(0.015);
    expect(Math.abs(boot.high - exact.high)).toBeLessThan(0.015);
  });

  it('refuses to divide by nobody', () => {
    expect(() => countRatio(3, 0)).toThrow(RangeError);
  });
});
