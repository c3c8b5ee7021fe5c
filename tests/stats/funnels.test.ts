import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClusteredSums,
  clusteredRate,
  clusteredVariance,
} from '../../src/stats/clustered-rate';
import { medianInterval } from '../../src/stats/median-interval';
import { oddsRatio } from '../../src/stats/odds-ratio';
import { wilson } from '../../src/stats/wilson';
import reference from '../reference/funnels.json';
import { expectClose } from './expect-close';

describe('an odds ratio', () => {
  it.each(reference.odds)('of $table is that of statsmodels', ({ table, odds, low, high, p }) => {
    const [a, b, c, d] = table as [number, number, number, number];
    const found = oddsRatio({ with: [a, b], without: [c, d] });
    expectClose(found.odds.estimate, odds, 1e-12);
    expectClose(found.odds.low, low, 1e-12);
    expectClose(found.odds.high, high, 1e-12);
    expectClose(found.p, p, 1e-9);
  });

  it('turns over when the sides change places', () => {
    const one = oddsRatio({ with: [30, 70], without: [20, 180] });
    const other = oddsRatio({ with: [70, 30], without: [180, 20] });
    expectClose(other.odds.estimate, 1 / one.odds.estimate, 1e-12);
    expectClose(other.odds.low, 1 / one.odds.high, 1e-12);
    expectClose(other.p, one.p, 1e-12);
  });

  it('excludes 1 exactly when p is below alpha', () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, count, count, fc.double({ min: 0.001, max: 0.5 }), (...given) => {
        const [a, b, c, d, alpha] = given;
        const { odds, p } = oddsRatio({ with: [a, b], without: [c, d] }, alpha);
        if (Math.abs(p - alpha) < 1e-9) return;
        expect(odds.low > 1 || odds.high < 1).toBe(p < alpha);
      }),
    );
  });
});

describe('the interval of a median', () => {
  it.each(reference.medians)(
    'of $values.length values at $alpha has the ranks of scipy',
    (given) => {
      const { values, alpha, median, low, high } = given;
      const found = medianInterval(values, alpha);
      expectClose(found.estimate, median, 1e-12);
      expect([found.low, found.high]).toEqual([low, high]);
    },
  );

  it('needs six values', () => {
    expect(medianInterval([1, 2, 3, 4, 5, 6])).toEqual({ estimate: 3.5, low: 1, high: 6 });
    expect(() => medianInterval([1, 2, 3, 4, 5])).toThrow('few-durations');
  });
});

describe('a rate of trials in clusters', () => {
  const sumsOf = (n: readonly number[], x: readonly number[]): ClusteredSums => {
    const sum = (of: (i: number) => number) => n.reduce((total, _, i) => total + of(i), 0);
    return {
      clusters: n.length,
      n: sum((i) => n[i]!),
      successes: sum((i) => x[i]!),
      nn: sum((i) => n[i]! ** 2),
      xx: sum((i) => x[i]! ** 2),
      xn: sum((i) => x[i]! * n[i]!),
    };
  };

  it.each(reference.clustered)('of $n.length users is that of numpy and statsmodels', (given) => {
    const sums = sumsOf(given.n, given.x);
    const found = clusteredRate(sums);
    expectClose(clusteredVariance(sums), given.variance, 1e-12);
    expectClose(found.estimate, given.rate, 1e-12);
    expectClose(found.low, given.low, 1e-10);
    expectClose(found.high, given.high, 1e-10);
  });

  it('is as uncertain as one trial a user when all trials of a user go the same way', () => {
    const n = Array.from({ length: 50 }, () => 4);
    const x = n.map((_, i) => (i < 20 ? 4 : 0));
    const alone = wilson({ n: 49, successes: 19.6 });
    const { low, high } = clusteredRate(sumsOf(n, x));
    expectClose(low, alone.low, 1e-12);
    expectClose(high, alone.high, 1e-12);
  });

  it('is never surer than its trials would be alone, nor than users where all succeed', () => {
    const one = Array.from({ length: 30 }, () => 1);
    const { low, high } = clusteredRate(
      sumsOf(
        one.map(() => 10),
        one.map(() => 5),
      ),
    );
    expectClose(low, wilson({ n: 300, successes: 150 }).low, 1e-12);
    expectClose(high, wilson({ n: 300, successes: 150 }).high, 1e-12);
    const all = clusteredRate(
      sumsOf(
        one.map(() => 10),
        one.map(() => 10),
      ),
    );
    expectClose(all.low, wilson({ n: 30, successes: 30 }).low, 1e-12);
  });
});
