import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeShares } from '../../src/analyses/experiment/cumulative-shares';

describe('the distribution function of an arm', () => {
  it('counts what is below each end of a bin, zeros with it', () => {
    // 0 0 0 0 0 0 | 1 1.5 | 2 | 3 (the greatest)
    const arm = { name: 'A', values: 10, zeros: 6, counts: [2, 2] };
    expect(cumulativeShares([1, 2, 3], arm)).toEqual([
      { below: 1, share: 0.6 },
      { below: 2, share: 0.8 },
      { below: 3, share: 1 },
    ]);
  });

  it('has zeros above what is negative', () => {
    const arm = { name: 'A', values: 4, zeros: 2, counts: [1, 1] };
    expect(cumulativeShares([-1, 0, 1], arm).map(({ share }) => share)).toEqual([0, 0.25, 1]);
  });

  it('never falls, and ends with everybody', () => {
    const counts = fc.array(fc.nat(50), { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(counts, fc.nat(100), (counts, zeros) => {
        const values = counts.reduce((sum, count) => sum + count, zeros);
        fc.pre(values > 0);
        const edges = counts.map((_, i) => i + 1);
        const shares = cumulativeShares([...edges, edges.length + 1], {
          name: 'A',
          values,
          zeros,
          counts,
        }).map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.at(-1)).toBe(1);
      }),
    );
  });
});
