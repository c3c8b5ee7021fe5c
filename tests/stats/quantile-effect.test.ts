import { describe, expect, it } from 'vitest';
import { hashRandom } from '../../src/stats/hash-random';
import * as normal from '../../src/stats/normal';
import {
  quantileEffect,
  quantileEstimate,
  quantileEstimates,
} from '../../src/stats/quantile-effect';

const times = Float64Array.from({ length: 4000 }, (_, i) => -Math.log(1 - hashRandom(5, i)));

/** Standard error of a quantile by theory, for exponential values. */
function theory(level: number, n: number): number {
  return Math.sqrt((level * (1 - level)) / n) / (1 - level);
}

describe('quantileEstimate({ values, ends }, level)', () => {
  it.each([0.1, 0.5, 0.9, 0.99])('has the error of theory at %s', (level) => {
    const { value, error } = quantileEstimate({ values: times, ends: null }, level);
    expect(Math.abs(error / theory(level, times.length) - 1)).toBeLessThan(0.35);
    expect(Math.abs(value + Math.log(1 - level)) / error).toBeLessThan(4);
  });

  it('is the same with every value of another user as with no users', () => {
    const alone = quantileEstimate({ values: times, ends: null }, 0.5);
    const each = quantileEstimate(
      { values: times, ends: Uint32Array.from(times, (_, i) => i + 1) },
      0.5,
    );
    expect(each.value).toBe(alone.value);
    expect(each.error).toBeCloseTo(alone.error, 4);
  });

  it('is √k times as uncertain when every user repeats one value k times', () => {
    const repeated = Float64Array.from({ length: 4000 }, (_, i) => times[i >> 2]!);
    const ends = Uint32Array.from({ length: 1000 }, (_, i) => 4 * (i + 1));
    const naive = quantileEstimate({ values: repeated, ends: null }, 0.5);
    const honest = quantileEstimate({ values: repeated, ends }, 0.5);
    expect(honest.error / naive.error).toBeCloseTo(2, 2);
  });

  it('does not mind users without a value', () => {
    const ends = Uint32Array.from({ length: 2000 }, (_, i) => 4 * ((i >> 1) + 1));
    const dense = Uint32Array.from({ length: 1000 }, (_, i) => 4 * (i + 1));
    expect(quantileEstimate({ values: times, ends }, 0.5)).toEqual(
      quantileEstimate({ values: times, ends: dense }, 0.5),
    );
  });

  it('finds several quantiles at once, each as alone', () => {
    const sample = { values: times, ends: null };
    const levels = [0.01, 0.1, 0.5, 0.5, 0.9, 0.9999];
    quantileEstimates(sample, levels).forEach((found, i) => {
      if (i === 5) expect(found).toMatchObject({ code: 'too-few-values' });
      else expect(found).toEqual(quantileEstimate(sample, levels[i]!));
    });
  });

  it('refuses a quantile too near the end, and one among ties', () => {
    expect(() => quantileEstimate({ values: times.slice(0, 300), ends: null }, 0.99)).toThrow(
      'too-few-values',
    );
    expect(() => quantileEstimate({ values: new Float64Array(500), ends: null }, 0.5)).toThrow(
      'tied-quantile',
    );
  });
});

describe('quantileEffect(control, treatment, level)', () => {
  it('finds a shift by its size, and only turns when the arms are swapped', () => {
    const slower = { values: times.map((time) => time + 0.5), ends: null };
    const control = { values: times, ends: null };
    const { difference, p } = quantileEffect(control, slower, 0.9);
    expect(difference.estimate).toBeCloseTo(0.5, 12);
    expect(p).toBeLessThan(0.001);
    expect(quantileEffect(slower, control, 0.9).difference.low).toBeCloseTo(-difference.high, 12);
  });

  it('scales with the unit', () => {
    const control = { values: times.slice(0, 2000), ends: null };
    const treatment = { values: times.slice(2000), ends: null };
    const inMs = ({ values }: typeof control) => ({
      values: values.map((x) => 1000 * x),
      ends: null,
    });
    const seconds = quantileEffect(control, treatment, 0.5);
    const ms = quantileEffect(inMs(control), inMs(treatment), 0.5);
    expect(ms.error / seconds.error).toBeCloseTo(1000, 6);
    expect(ms.p).toBeCloseTo(seconds.p, 9);
    expect(normal.twoSidedP(ms.statistic)).toBe(ms.p);
  });
});
