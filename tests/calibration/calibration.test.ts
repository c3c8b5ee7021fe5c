import { describe, expect, it } from 'vitest';
import { peeking, withoutEffect } from './calibration';
import { ALPHA, MEANS } from './methods';
import { revenue } from './populations';
import { type Bounds, broken, brokenByPeeking } from './promises';
import { scoreSize } from './score-size';
import { simulated } from './simulate';

/** Wider than those of `npm run calibrate`, for there are fewer runs. */
const RUNS = 300;
const BOUNDS: Bounds = { rejecting: 4, covering: 4 };

describe('calibration', () => {
  it('holds alpha and coverage wherever that is promised', () => {
    for (const outcome of withoutEffect(RUNS)) {
      expect(broken(outcome, BOUNDS), JSON.stringify(outcome)).toEqual([]);
    }
  });

  it('would find out a method that rejects as the delta method does', () => {
    const outcomes = simulated(revenue, MEANS, [300, 300], RUNS);
    const delta = outcomes.find(({ method }) => method === 'delta method')!;
    expect(broken({ ...delta, promise: 'at-most-alpha' }, BOUNDS)).toEqual([
      'rejects too often',
      'covers too seldom',
    ]);
  });

  it('lets nobody who looks every day be fooled more often than alpha', () => {
    for (const outcome of peeking(RUNS / 3)) {
      expect(brokenByPeeking(outcome, BOUNDS), JSON.stringify(outcome)).toEqual([]);
      expect(outcome.fixed.count).toBeGreaterThan(outcome.hybrid.count);
    }
  });

  it.each([500, 1000, 5000])('gives the score test its size over all tables of %i users', (n) => {
    expect(Math.abs(scoreSize(n, 0.02, ALPHA) - ALPHA)).toBeLessThan(0.002);
  });
});
