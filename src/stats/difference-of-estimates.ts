import type { Interval } from './interval';

/**
 * The difference `now − before` of two estimates of which only the intervals are known, from the
 * distances of their ends (MOVER). Exact enough for independent estimates; of estimates that rise and
 * fall together it is too wide, never too narrow.
 *
 * @see Zou, G. Y. & Donner, A. (2008). Construction of confidence limits about effect measures: a
 *   general approach. Statistics in Medicine 27, 1693–1702.
 */
export function differenceOfEstimates(before: Interval, now: Interval): Interval {
  const estimate = now.estimate - before.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(now.estimate - now.low, before.high - before.estimate),
    high: estimate + Math.hypot(now.high - now.estimate, before.estimate - before.low),
  };
}
