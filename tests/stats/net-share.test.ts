import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netShare, netShareDifference } from '../../src/stats/net-share';

describe('a net share', () => {
  it('is the share of up less that of down, in points', () => {
    expect(netShare({ n: 50, up: 30, down: 5 }).estimate).toBe(50);
    expect(netShare({ n: 7, up: 0, down: 7 }).estimate).toBe(-100);
  });

  it('has Wald’s interval with three people added, ¾ up and ¾ down', () => {
    // By hand: n 53, (30.75 − 5.75)/53 = 0.4717, variance (36.5/53 − 0.4717²)/53 = 0.008796.
    const { low, high } = netShare({ n: 50, up: 30, down: 5 });
    expect(low).toBeCloseTo(47.17 - 18.38, 1);
    expect(high).toBeCloseTo(47.17 + 18.38, 1);
  });

  const counts = fc
    .tuple(fc.nat(200), fc.nat(200), fc.nat(200))
    .filter(([up, down, rest]) => up + down + rest > 0)
    .map(([up, down, rest]) => ({ n: up + down + rest, up, down }));

  it('turns round with up and down, and stays within −100 and 100', () => {
    fc.assert(
      fc.property(counts, ({ n, up, down }) => {
        const one = netShare({ n, up, down });
        const other = netShare({ n, up: down, down: up });
        expect(one.low).toBeCloseTo(-other.high, 10);
        expect(one.estimate).toBeCloseTo(-other.estimate, 10);
        expect(one.low).toBeGreaterThanOrEqual(-100);
        expect(one.high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('differs by what the two differ, with the sign of who comes second', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const forth = netShareDifference(a, b);
        const back = netShareDifference(b, a);
        expect(forth.difference.estimate).toBeCloseTo(-back.difference.estimate, 10);
        expect(forth.p).toBeCloseTo(back.p, 12);
        expect(forth.p < 0.05).toBe(forth.difference.low > 0 || forth.difference.high < 0);
      }),
    );
  });

  it('refuses impossible counts', () => {
    expect(() => netShare({ n: 3, up: 2, down: 2 })).toThrow(RangeError);
  });
});
