import { Problem } from '../base/problem';
import type { Estimate } from './estimate';
import * as normal from './normal';

/** An effect measured on users who were exposed so many days ago. */
export interface DailyEffect {
  /** 1 for the day of exposure. */
  readonly day: number;
  /** `error` > 0. */
  readonly effect: Estimate;
}

/** Whether an effect fades or grows with the days since exposure. */
export interface Novelty {
  /** Change of the effect when the days multiply by e; below 0 it fades (if the effect is good). */
  readonly slope: Estimate;
  /** Two-sided, from the errors given; effects of the same users on several days make it too small. */
  readonly p: number;
  /** The effect on day 1 as the line has it. */
  readonly first: number;
  /** The slope is the sum of the daily effects times these, in the order of `days`: with them users are the units. */
  readonly weights: readonly number[];
}

/**
 * The weighted regression of the daily effect on ln(day).
 *
 * @throws {Problem} `too-few-groups` when there are fewer than 2 days
 */
export function novelty(days: readonly DailyEffect[]): Novelty {
  if (days.length < 2) throw new Problem('too-few-groups', { groups: days.length });
  const points = days.map(({ day, effect }) => ({
    x: Math.log(day),
    y: effect.value,
    w: 1 / effect.error ** 2,
  }));
  const total = points.reduce((sum, { w }) => sum + w, 0);
  const middle = points.reduce((sum, { x, w }) => sum + w * x, 0) / total;
  const squares = points.reduce((sum, { x, w }) => sum + w * (x - middle) ** 2, 0);
  const weights = points.map(({ x, w }) => (w * (x - middle)) / squares);
  const slope = {
    value: points.reduce((sum, { y }, i) => sum + weights[i]! * y, 0),
    error: Math.sqrt(1 / squares),
  };
  const mean = points.reduce((sum, { y, w }) => sum + w * y, 0) / total;
  return {
    slope,
    p: normal.twoSidedP(slope.value / slope.error),
    first: mean - slope.value * middle,
    weights,
  };
}
