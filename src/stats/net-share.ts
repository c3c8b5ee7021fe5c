import { validAlpha } from './alpha';
import { type Comparison, zComparison } from './comparison';
import type { Interval } from './interval';
import * as normal from './normal';

/** How many of `n` people say up, and how many down; the others say neither. */
export interface UpAndDown {
  readonly n: number;
  readonly up: number;
  readonly down: number;
}

/** A net promoter score is counted in points: a hundred to one. */
const POINTS = 100;

/** People added to a sample for its interval, half of whom say up or down in equal parts. */
const ADDED = 3;

/**
 * The share of those who say up less the share of those who say down, in points from −100 to 100. The
 * estimate is that of the sample; the interval is Wald's after three people are added to it, ¾ of one
 * up and ¾ down, which keeps its level when nearly all or few answer alike. Needs `n` ≥ 1.
 *
 * @see Rocks, B. (2016). Interval estimation for the “net promoter score”. The American Statistician
 *   70(4), 365–372.
 */
export function netShare({ n, up, down }: UpAndDown, alpha = 0.05): Interval {
  requireCounts({ n, up, down });
  const people = n + ADDED;
  const centre = (up - down) / people;
  const spread = (up + down + ADDED / 2) / people - centre ** 2;
  const margin = normal.criticalValue(validAlpha(alpha)) * Math.sqrt(spread / people);
  return {
    estimate: (POINTS * (up - down)) / n,
    low: POINTS * Math.max(-1, centre - margin),
    high: POINTS * Math.min(1, centre + margin),
  };
}

/**
 * The difference of two net shares, `other` less `one`, in points: a z-test with the variance of each
 * after the added people, so that a sample in which all say the same still has one.
 */
export function netShareDifference(one: UpAndDown, other: UpAndDown, alpha = 0.05): Comparison {
  const error = Math.sqrt(variance(one) + variance(other));
  const value = netShare(other).estimate - netShare(one).estimate;
  return zComparison({ value, error }, alpha);
}

function variance({ n, up, down }: UpAndDown): number {
  const people = n + ADDED;
  const spread = (up + down + ADDED / 2) / people - ((up - down) / people) ** 2;
  return (POINTS ** 2 * spread) / people;
}

function requireCounts({ n, up, down }: UpAndDown): void {
  if (!(n >= 1 && up >= 0 && down >= 0 && up + down <= n)) {
    throw new RangeError(`netShare: ${up} up and ${down} down of ${n}`);
  }
}
