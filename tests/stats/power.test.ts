import { describe, expect, it } from 'vitest';
import { duration } from '../../src/stats/duration';
import {
  type PowerTarget,
  detectableEffect,
  detectableRise,
  furtherUsers,
  meanSampleSize,
  power,
  rateSampleSize,
} from '../../src/stats/power';
import reference from '../reference/planning.json';
import { expectClose } from './expect-close';

const target: PowerTarget = { alpha: 0.05, power: 0.8 };

describe('power(effect, error, target)', () => {
  it.each(reference.power)('matches scipy: $effect ± $error', ({ effect, error, ...expected }) => {
    expectClose(power(effect, error, target), expected.power);
  });

  it('is alpha where there is no effect', () => {
    expect(power(0, 1, target)).toBeCloseTo(0.05, 12);
  });

  it('reaches what detectableEffect() was asked for', () => {
    const effect = detectableEffect(0.3, target);
    expect(power(effect, 0.3, target)).toBeCloseTo(0.8, 5);
    const wide = { ...target, multiplier: 3.035 };
    expect(power(detectableEffect(0.3, wide), 0.3, wide)).toBeCloseTo(0.8, 9);
  });
});

describe('meanSampleSize(deviation, effect, target, controls)', () => {
  it.each(reference.means)('matches statsmodels: $deviation, $effect, $controls', (expected) => {
    const { deviation, effect, controls } = expected;
    const sizes = meanSampleSize(deviation, effect, target, controls);
    // statsmodels also counts rejections in the wrong direction, which is 1e-6 of the power.
    expectClose(sizes.treatment, expected.treatment, 1e-5);
    expectClose(sizes.control, controls * sizes.treatment);
  });

  it('does not depend on the unit', () => {
    expect(meanSampleSize(1000, 50, target)).toEqual(meanSampleSize(10, 0.5, target));
  });
});

describe('rateSampleSize(baseline, effect, target, controls, variance)', () => {
  it.each(reference.rates)('matches the formulas: $baseline and $effect', (expected) => {
    const { baseline, effect } = expected;
    const treatment = (variance: 'unpooled' | 'pooled' | 'baseline') =>
      rateSampleSize(baseline, effect, target, 1, variance).treatment;
    expectClose(treatment('unpooled'), expected.unpooled);
    expectClose(treatment('pooled'), expected.pooled);
    expectClose(treatment('baseline'), expected.baselineVariance);
  });

  it('needs 1,031 users by Evan Miller and 1,094 by Fleiss for 20 % and 5 points', () => {
    const users = (variance: 'pooled' | 'baseline') =>
      Math.ceil(rateSampleSize(0.2, 0.05, target, 1, variance).treatment);
    expect(users('baseline')).toBe(1031);
    expect(users('pooled')).toBe(1094);
  });

  it('refuses an effect that takes the rate out of [0, 1]', () => {
    expect(() => rateSampleSize(0.9, 0.2, target)).toThrow('impossible-rate');
  });
});

describe('detectableRise(baseline, sizes, target)', () => {
  it('is the inverse of the sample size', () => {
    const sizes = rateSampleSize(0.05, 0.01, target, 2);
    expectClose(detectableRise(0.05, sizes, target), 0.01, 1e-9);
  });

  it('refuses arms so small that not even a rise to 1 would be found', () => {
    expect(() => detectableRise(0.9, { control: 5, treatment: 5 }, target)).toThrow(
      'impossible-rate',
    );
  });
});

describe('furtherUsers(effect, error, target)', () => {
  it('is three times as many again when the detectable effect is twice the wanted one', () => {
    expect(furtherUsers(detectableEffect(1, target) / 2, 1, target)).toBeCloseTo(3, 12);
  });

  it('is none when the effect would already be found', () => {
    expect(furtherUsers(10, 1, target)).toBe(0);
  });
});

describe('duration(users, arrivals)', () => {
  const steady = Array.from({ length: 28 }, () => 100);

  it('is three weeks for 2,000 users at 100 new ones a day', () => {
    expect(duration(2000, steady)).toEqual({ days: 21, low: 21, high: 21 });
  });

  it('is a week at least, and whole weeks', () => {
    expect(duration(5, steady).days).toBe(7);
    expect(duration(701, steady).days).toBe(14);
  });

  it('is longer than a straight line says when new users thin out', () => {
    const thinning = steady.map((_, day) => Math.round(500 / Math.sqrt(day + 1)));
    const total = thinning.reduce((sum, count) => sum + count, 0);
    expect(duration(2 * total, thinning).days).toBeGreaterThan(56);
  });

  it('has a range when days differ by more than their weekday', () => {
    const uneven = steady.map((count, day) => count + 60 * Math.sin(day * day));
    const { days, low, high } = duration(20_000, uneven);
    expect(low).toBeLessThan(days);
    expect(high).toBeGreaterThan(days);
  });

  it('treats a history of less than a week as a bug in the caller', () => {
    expect(() => duration(100, [10, 10])).toThrow(RangeError);
    expect(() => duration(100, steady.fill(0))).toThrow(RangeError);
  });
});
