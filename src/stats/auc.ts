import { lowerBound } from '../base/lower-bound';
import { Problem } from '../base/problem';
import { validAlpha } from './alpha';
import type { Interval } from './interval';
import * as normal from './normal';
import { type ValueCounts, valueCounts } from './value-counts';

/** Whether a score tells those to whom it happened from those to whom it did not. */
export interface Discrimination extends Interval {
  /** Standard error of the estimate. */
  readonly error: number;
}

/** Two scores of the same people. */
export interface DiscriminationPair {
  readonly first: Discrimination;
  readonly second: Discrimination;
  /** The first area less the second. */
  readonly difference: Interval;
  readonly statistic: number;
  /** Two-sided, of "they tell equally well". */
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
  const { those, others } = sides(scores, happened);
  const [a, b] = [valueCounts(those), valueCounts(others)];
  const ofThose = placementSums(a, b);
  const ofOthers = placementSums(b, a);
  const area = ofThose.sum / a.n;
  const error = Math.sqrt(meanVariance(ofThose, a.n) + meanVariance(ofOthers, b.n));
  return discrimination(area, error, alpha);
}

/**
 * Two areas on the same people, and whether they differ.
 *
 * @throws {Problem} as `auc`
 * @see DeLong, DeLong & Clarke-Pearson (1988)
 */
export function aucPair(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  happened: ArrayLike<number>,
  alpha = 0.05,
): DiscriminationPair {
  const a = placements(first, happened);
  const b = placements(second, happened);
  const gain = {
    ofThose: a.ofThose.map((value, i) => value - b.ofThose[i]!),
    ofOthers: a.ofOthers.map((value, i) => value - b.ofOthers[i]!),
  };
  const estimate = a.area - b.area;
  const error = errorOf(gain);
  const half = normal.criticalValue(validAlpha(alpha)) * error;
  const statistic = error === 0 ? 0 : estimate / error;
  return {
    first: discrimination(a.area, errorOf(a), alpha),
    second: discrimination(b.area, errorOf(b), alpha),
    difference: { estimate, low: estimate - half, high: estimate + half },
    statistic,
    p: normal.twoSidedP(statistic),
  };
}

function discrimination(area: number, error: number, alpha: number): Discrimination {
  const half = normal.criticalValue(validAlpha(alpha)) * error;
  return { estimate: area, low: Math.max(0, area - half), high: Math.min(1, area + half), error };
}

/** Those to whom it happened and the others. @throws {Problem} `too-few-users` */
function sides(scores: ArrayLike<number>, happened: ArrayLike<number>) {
  let count = 0;
  for (let i = 0; i < scores.length; ++i) if (happened[i]) ++count;
  const fewer = Math.min(count, scores.length - count);
  if (fewer < 2) throw new Problem('too-few-users', { users: fewer });
  const those = new Float64Array(count);
  const others = new Float64Array(scores.length - count);
  for (let i = 0, a = 0, b = 0; i < scores.length; ++i) {
    if (happened[i]) those[a++] = scores[i]!;
    else others[b++] = scores[i]!;
  }
  return { those, others };
}

/** Over one side: the sum of the shares of the other side below each, ties half, and of their squares. */
function placementSums(own: ValueCounts, other: ValueCounts) {
  let sum = 0;
  let squares = 0;
  let next = 0;
  let below = 0;
  for (let i = 0; i < own.values.length; ++i) {
    const value = own.values[i]!;
    while (next < other.values.length && other.values[next]! < value)
      below += other.counts[next++]!;
    const ties = other.values[next] === value ? other.counts[next]! : 0;
    const share = (below + ties / 2) / other.n;
    sum += own.counts[i]! * share;
    squares += own.counts[i]! * share * share;
  }
  return { sum, squares };
}

/** Of the mean of n values. */
function meanVariance({ sum, squares }: ReturnType<typeof placementSums>, n: number): number {
  return Math.max(0, squares - (sum * sum) / n) / (n - 1) / n;
}

function errorOf({ ofThose, ofOthers }: Pick<Placements, 'ofThose' | 'ofOthers'>): number {
  return Math.sqrt(varianceOfMean(ofThose) + varianceOfMean(ofOthers));
}

interface Placements {
  readonly area: number;
  /** For each of those to whom it happened the share of the others with a lower score. */
  readonly ofThose: Float64Array;
  /** For each of the others the share of those with a higher score. */
  readonly ofOthers: Float64Array;
}

function placements(scores: ArrayLike<number>, happened: ArrayLike<number>): Placements {
  const { those, others } = sides(scores, happened);
  const [a, b] = [those.slice().sort(), others.slice().sort()];
  const ofThose = those.map((score) => shareBelow(b, score));
  const ofOthers = others.map((score) => 1 - shareBelow(a, score));
  const area = ofThose.reduce((sum, value) => sum + value, 0) / those.length;
  return { area, ofThose, ofOthers };
}

/** The share of ascending values below `value`, ties counting half. */
function shareBelow(sorted: Float64Array, value: number): number {
  const low = lowerBound(sorted, value);
  const high = sorted[low] === value ? upperBound(sorted, value) : low;
  return (low + high) / (2 * sorted.length);
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

function varianceOfMean(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n;
}
