import { describe, expect, it } from 'vitest';
import { bcaBootstrap, percentileBootstrap, resampledSums } from '../../src/stats/bootstrap';
import { drawPoisson, hashRandom } from '../../src/stats/hash-random';
import { excludesZero } from '../../src/stats/interval';
import { moments, variance } from '../../src/stats/moments';
import * as normal from '../../src/stats/normal';

const resampling = { seed: 7, replicates: 1000 };
const ids = Uint32Array.from({ length: 400 }, (_, user) => user);
const skewed = Float64Array.from(ids, (user) => -Math.log(hashRandom(3, user)));

describe('drawPoisson(weights, users, seed, replicate)', () => {
  it('draws each user once on average, with the chances of a Poisson number', () => {
    const users = Uint32Array.from({ length: 200_000 }, (_, user) => user);
    const weights = new Uint8Array(users.length);
    drawPoisson(weights, users, 1, 0);
    const m = moments(weights);
    expect(Math.abs(m.mean - 1)).toBeLessThan(0.01);
    expect(Math.abs(variance(m) - 1)).toBeLessThan(0.02);
    const never = weights.filter((weight) => weight === 0).length / users.length;
    expect(Math.abs(never - Math.exp(-1))).toBeLessThan(0.005);
  });
});

describe('resampledSums(columns, users, resampling)', () => {
  it('adds up over blocks of users in any order', () => {
    const whole = resampledSums([skewed], ids, resampling);
    const first = resampledSums([skewed.subarray(0, 150)], ids.subarray(0, 150), resampling);
    const rest = resampledSums([skewed.subarray(150)], ids.subarray(150), resampling);
    whole[1]!.forEach((sum, r) => expect(first[1]![r]! + rest[1]![r]!).toBeCloseTo(sum, 9));
    expect(first[0]!.map((n, r) => n + rest[0]![r]!)).toEqual(whole[0]);
  });

  it('is the same again for one seed and another for the next', () => {
    const again = resampledSums([skewed], ids, resampling);
    expect(again).toEqual(resampledSums([skewed], ids, resampling));
    expect(again).not.toEqual(resampledSums([skewed], ids, { ...resampling, seed: 8 }));
  });
});

describe('percentileBootstrap and bcaBootstrap', () => {
  const mean = moments(skewed).mean;
  const [counts, sums] = resampledSums([skewed], ids, resampling);
  const replicates = sums!.map((sum, r) => sum / counts![r]!);
  const influences = skewed.map((x) => (x - mean) / skewed.length);

  it('have the error of the mean', () => {
    const { error } = percentileBootstrap(mean, replicates, 0.05);
    const expected = Math.sqrt(variance(moments(skewed)) / skewed.length);
    expect(Math.abs(error / expected - 1)).toBeLessThan(0.1);
  });

  it('agree when the values are symmetric, and part to the right when they are skewed', () => {
    const plain = percentileBootstrap(mean, replicates, 0.05).difference;
    const corrected = bcaBootstrap(mean, replicates, influences, 0.05).difference;
    expect(corrected.high).toBeGreaterThan(plain.high);
    expect(corrected.low).toBeGreaterThan(plain.low);
    const even = Float64Array.from({ length: 999 }, (_, i) => normal.quantile((i + 1) / 1000));
    const flat = bcaBootstrap(0, even, [-1, 1], 0.05).difference;
    expect(flat.low).toBeCloseTo(percentileBootstrap(0, even, 0.05).difference.low, 9);
  });

  it('have a p that is below alpha exactly when their interval excludes 0', () => {
    for (let step = 0; step <= 60; ++step) {
      const shift = mean - 0.3 + step / 100;
      const moved = replicates.map((value) => value - shift);
      for (const alpha of [0.01, 0.05, 0.2]) {
        const plain = percentileBootstrap(mean - shift, moved, alpha);
        expect(excludesZero(plain.difference)).toBe(plain.p < alpha);
        const corrected = bcaBootstrap(mean - shift, moved, influences, alpha);
        expect(excludesZero(corrected.difference)).toBe(corrected.p < alpha);
      }
    }
  });

  it('never claim a p below one in the number of replicates', () => {
    expect(percentileBootstrap(5, [4, 5, 6, 5], 0.5).p).toBe(0.25);
  });
});
