import { describe, expect, it } from 'vitest';
import { density } from '../../src/stats/poisson';
import { poissonQuantile } from '../../src/stats/poisson-quantile';

/** The least k with P(X ≤ k) ≥ p, by adding up. */
function added(mean: number, p: number): number {
  let k = 0;
  for (let sum = density(0, mean); sum < p; sum += density(k, mean)) ++k;
  return k;
}

describe('the quantile of a Poisson count', () => {
  it.each([0.1, 1, 7.5, 64])('is exact for a mean of %d', (mean) => {
    for (let i = 0; i < 200; ++i) {
      const p = (i + 0.5) / 200;
      expect(poissonQuantile(mean, p)).toBe(added(mean, p));
    }
  });

  it.each([65, 300, 5000])('is off by at most one, and seldom, for a mean of %d', (mean) => {
    let off = 0;
    for (let i = 0; i < 4000; ++i) {
      const p = (i + 0.5) / 4000;
      const gap = Math.abs(poissonQuantile(mean, p) - added(mean, p));
      expect(gap).toBeLessThanOrEqual(1);
      off += gap;
    }
    expect(off / 4000).toBeLessThan(0.005);
  });

  it('is 0 where nothing is expected', () => {
    expect(poissonQuantile(0, 0.999)).toBe(0);
  });
});
