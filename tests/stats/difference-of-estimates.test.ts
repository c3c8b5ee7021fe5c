import { describe, expect, it } from 'vitest';
import { differenceOfEstimates } from '../../src/stats/difference-of-estimates';
import { wilson } from '../../src/stats/wilson';

describe('the difference of two estimates', () => {
  it('is that of Newcombe 1998, table II, of 56 of 70 less 48 of 80 with Wilson’s intervals', () => {
    const before = wilson({ successes: 48, n: 80 });
    const { low, high } = differenceOfEstimates(before, wilson({ successes: 56, n: 70 }));
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('turns around with its arguments', () => {
    const [a, b] = [
      { estimate: 3, low: 1, high: 4 },
      { estimate: 5, low: 4.5, high: 7 },
    ];
    const { estimate, low, high } = differenceOfEstimates(a, b);
    expect(differenceOfEstimates(b, a)).toEqual({ estimate: -estimate, low: -high, high: -low });
  });
});
