import { Problem } from '../base/problem';
import { validAlpha } from './alpha';
import type { Interval } from './interval';
import * as normal from './normal';

/** Whether a score tells those to whom it happened from those to whom it did not. */
export interface Discrimination extends Interval {
  /** Standard error of the estimate. */
  readonly error: number;
}

/** How much better one score tells them apart than another on the same people. */
export interface DiscriminationGain {
  readonly difference: Interval;
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * The area under the ROC curve: the chance that somebody to whom it happened has the higher score than
 * somebody to whom it did not, ties counting half. The interval is cut off at 0 and 1.
 *
 * @param happened  truthy where it happened
 * @throws {Problem} `too-few-users` when it happened to fewer than two people, or to all but one
 * @see DeLong, E. R., DeLong, D. M. & Clarke-Pearson, D. L. (1988). Comparing the areas under two or more
 *   correlated receiver operating characteristic curves. Biometrics 44(3), 837–845.
 */
export function auc(
  scores: ArrayLike<number>,
  happened: ArrayLike<number>,
  alpha = 0.05,
): Discrimination {
  const { area, ofThose, ofOthers } = placements(scores, happened);
  const error = Math.sqrt(covariance(ofThose, ofThose) + covariance(ofOthers, ofOthers));
  const half = normal.criticalValue(validAlpha(alpha)) * error;
  return { estimate: area, low: Math.max(0, area - half), high: Math.min(1, area + half), error };
}

/**
 * The area of `scores` minus that of `baseline`, and the test of whether they differ.
 *
 * @throws {Problem} as `auc`
 * @see DeLong, DeLong & Clarke-Pearson (1988)
 */
export function aucGain(
  scores: ArrayLike<number>,
  baseline: ArrayLike<number>,
  happened: ArrayLike<number>,
  alpha = 0.05,
): DiscriminationGain {
  const a = placements(scores, happened);
  const b = placements(baseline, happened);
  const estimate = a.area - b.area;
  const those = a.ofThose.map((value, i) => value - b.ofThose[i]!);
  const others = a.ofOthers.map((value, i) => value - b.ofOthers[i]!);
  const error = Math.sqrt(covariance(those, those) + covariance(others, others));
  const half = normal.criticalValue(validAlpha(alpha)) * error;
  const statistic = error === 0 ? 0 : estimate / error;
  return {
    difference: { estimate, low: estimate - half, high: estimate + half },
    statistic,
    p: normal.twoSidedP(statistic),
  };
}

interface Placements {
  readonly area: number;
  /** For each of those to whom it happened the share of the others with a lower score. */
  readonly ofThose: Float64Array;
  /** For each of the others the share of those with a higher score. */
  readonly ofOthers: Float64Array;
}

function placements(scores: ArrayLike<number>, happened: ArrayLike<number>): Placements {
  const those: number[] = [];
  const others: number[] = [];
  for (let i = 0; i < scores.length; ++i) (happened[i] ? those : others).push(scores[i]!);
  const fewer = Math.min(those.length, others.length);
  if (fewer < 2) throw new Problem('too-few-users', { users: fewer });
  const [a, b] = [Float64Array.from(those).sort(), Float64Array.from(others).sort()];
  const ofThose = Float64Array.from(those, (score) => shareBelow(b, score));
  const ofOthers = Float64Array.from(others, (score) => 1 - shareBelow(a, score));
  const area = ofThose.reduce((sum, value) => sum + value, 0) / those.length;
  return { area, ofThose, ofOthers };
}

/** The share of ascending values below `value`, ties counting half. */
function shareBelow(sorted: Float64Array, value: number): number {
  return (lowerBound(sorted, value) + upperBound(sorted, value)) / (2 * sorted.length);
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the means of two lists over the same people. */
function covariance(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += (a[i]! - meanA) * (b[i]! - meanB);
  return sum / (n - 1) / n;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
