import { describe, expect, it } from 'vitest';
import { meanEstimate } from '../../src/stats/estimate';
import { fiellerLift } from '../../src/stats/fieller';
import { moments } from '../../src/stats/moments';
import { criticalValue } from '../../src/stats/students-t';
import { welch } from '../../src/stats/welch';
import reference from '../reference/means.json';
import { expectClose } from './expect-close';

const spread = moments([1, 2, 4]);
const other = moments([3, 5, 9, 10]);

describe('welch(control, treatment)', () => {
  it.each(reference.cases)('matches 40-digit arithmetic: $name', (expected) => {
    const actual = welch(moments(expected.control), moments(expected.treatment));
    expectClose(actual.statistic, expected.t, 5e-9);
    expectClose(actual.df!, expected.df, 5e-9);
    expectClose(actual.p, expected.p, 5e-9);
    expectClose(actual.difference.low, expected.low, 5e-9);
    expectClose(actual.difference.high, expected.high, 5e-9);
  });

  it('changes only its sign when the groups are swapped', () => {
    const forth = welch(spread, other);
    const back = welch(other, spread);
    expect(back.difference.estimate).toBe(-forth.difference.estimate);
    expect(back.difference.low).toBe(-forth.difference.high);
    expect(back.p).toBe(forth.p);
  });

  it('widens the interval as alpha shrinks', () => {
    expect(welch(spread, other, 0.01).difference.high).toBeGreaterThan(
      welch(spread, other, 0.1).difference.high,
    );
  });

  it('refuses a group of one', () => {
    expect(() => welch(spread, moments([5]))).toThrow('too-few-users');
  });

  it('refuses two constant groups rather than inventing p = 0 or 1', () => {
    expect(() => welch(moments([2, 2]), moments([3, 3]))).toThrow('constant-arms');
    expect(() => welch(moments([2, 2]), moments([2, 2]))).toThrow('same-value');
  });

  it.each([0, 1, -0.1, NaN])('treats alpha = %s as a bug in the caller', (alpha) => {
    expect(() => welch(spread, spread, alpha)).toThrow(RangeError);
  });
});

describe('fiellerLift(control, treatment, q)', () => {
  it.each(reference.cases)('is the set of lifts not rejected: $name', (expected) => {
    const control = moments(expected.control);
    const treatment = moments(expected.treatment);
    const { df } = welch(control, treatment);
    const lift = fiellerLift(
      meanEstimate(control),
      meanEstimate(treatment),
      criticalValue(0.05, df!),
    );
    expectClose(lift.estimate, expected.lift[0]!, 5e-8);
    expectClose(lift.low, expected.lift[1]!, 5e-8);
    expectClose(lift.high, expected.lift[2]!, 5e-8);
  });

  it('has no percentage to give when the control is zero or not clearly different from it', () => {
    const treatment = { value: 2, error: 0.1 };
    expect(() => fiellerLift({ value: 0, error: 1 }, treatment, 2)).toThrow('control-is-zero');
    expect(() => fiellerLift({ value: 1, error: 0.5 }, treatment, 2)).toThrow(
      'control-too-uncertain',
    );
  });

  it('counts a smaller loss as a gain', () => {
    const lift = fiellerLift({ value: -10, error: 0.1 }, { value: -8, error: 0.1 }, 2);
    expect(lift.estimate).toBe(0.2);
    expect(lift.low).toBeGreaterThan(0);
  });

  it('narrows when the two estimates move together', () => {
    const control = { value: 10, error: 1 };
    const treatment = { value: 12, error: 1 };
    const apart = fiellerLift(control, treatment, 2);
    const together = fiellerLift(control, treatment, 2, 0.9);
    expect(together.high - together.low).toBeLessThan(apart.high - apart.low);
  });
});
