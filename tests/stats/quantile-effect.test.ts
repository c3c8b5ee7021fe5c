import { describe, expect, it } from 'vitest';
import { hashRandom } from '../../src/stats/hash-random';
import * as normal from '../../src/stats/normal';
import { quantileEffect, quantileEstimate } from '../../src/stats/quantile-effect';

const times = Float64Array.from({ length: 4000 }, (_, i) => -Math.log(1 - hashRandom(5, i)));

/** Standard error of a quantile by theory, for exponential values. */
function theory(level: number, n: number): number {
  return Math.sqrt((level * (1 - level)) / n) / (1 - level);
}

describe('quantileEstimate({ values, users }, level)', () => {
  it.each([0.1, 0.5, 0.9, 0.99])('has the error of theory at %s', (level) => {
    const { value, error } = quantileEstimate({ values: times, users: null }, level);
    expect(Math.abs(error / theory(level, times.length) - 1)).toBeLessThan(0.35);
    expect(Math.abs(value + Math.log(1 - level)) / error).toBeLessThan(4);
  });

  it('is the same with every value of another user as with no users', () => {
    const alone = quantileEstimate({ values: times, users: null }, 0.5);
    const each = quantileEstimate({ values: times, users: times.map((_, i) => i) }, 0.5);
    expect(each.value).toBe(alone.value);
    expect(each.error).toBeCloseTo(alone.error, 4);
  });

  it('is √k times as uncertain when every user repeats one value k times', () => {
    const repeated = Float64Array.from({ length: 4000 }, (_, i) => times[i >> 2]!);
    const users = Float64Array.from({ length: 4000 }, (_, i) => i >> 2);
    const naive = quantileEstimate({ values: repeated, users: null }, 0.5);
    const honest = quantileEstimate({ values: repeated, users }, 0.5);
    expect(honest.error / naive.error).toBeCloseTo(2, 2);
  });

  it('does not mind numbers of users that are missing', () => {
    const users = Float64Array.from({ length: 4000 }, (_, i) => 3 * (i >> 2));
    const dense = Float64Array.from({ length: 4000 }, (_, i) => i >> 2);
    expect(quantileEstimate({ values: times, users }, 0.5)).toEqual(
      quantileEstimate({ values: times, users: dense }, 0.5),
    );
  });

  it('refuses a quantile too near the end, and one among ties', () => {
    expect(() => quantileEstimate({ values: times.slice(0, 300), users: null }, 0.99)).toThrow(
      'too-few-values',
    );
    expect(() => quantileEstimate({ values: new Float64Array(500), users: null }, 0.5)).toThrow(
      'tied-quantile',
    );
  });
});

describe('quantileEffect(control, treatment, level)', () => {
  it('finds a shift by its size, and only turns when the arms are swapped', () => {
    const slower = { values: times.map((time) => time + 0.5), users: null };
    const control = { values: times, users: null };
    const { difference, p } = quantileEffect(control, slower, 0.9);
    expect(difference.estimate).toBeCloseTo(0.5, 12);
    expect(p).toBeLessThan(0.001);
    expect(quantileEffect(slower, control, 0.9).difference.low).toBeCloseTo(-difference.high, 12);
  });

  it('scales with the unit', () => {
    const control = { values: times.slice(0, 2000), users: null };
    const treatment = { values: times.slice(2000), users: null };
    const inMs = ({ values }: typeof control) => ({
      values: values.map((x) => 1000 * x),
      users: null,
    });
    const seconds = quantileEffect(control, treatment, 0.5);
    const ms = quantileEffect(inMs(control), inMs(treatment), 0.5);
    expect(ms.error / seconds.error).toBeCloseTo(1000, 6);
    expect(ms.p).toBeCloseTo(seconds.p, 9);
    expect(normal.twoSidedP(ms.statistic)).toBe(ms.p);
  });
});
