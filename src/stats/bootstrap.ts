import { validAlpha } from './alpha';
import { drawPoisson } from './hash-random';
import type { Interval } from './interval';
import * as normal from './normal';
import { sortedQuantile } from './sample-quantile';

/** Which bootstrap, reproducibly. */
export interface Resampling {
  readonly seed: number;
  /** How many times the users are drawn anew, for example 2,000. */
  readonly replicates: number;
}

/**
 * For each replicate the number of users drawn (first) and the sums of each column over them. Sums of
 * disjoint blocks of users can be added, and any statistic of means or ratios is made of them.
 *
 * @param columns  a value per user in each
 * @param users    a whole number that identifies each user, the same in every run
 */
export function resampledSums(
  columns: readonly ArrayLike<number>[],
  users: ArrayLike<number>,
  { seed, replicates }: Resampling,
): Float64Array[] {
  const sums = [users, ...columns].map(() => new Float64Array(replicates));
  const weights = new Uint8Array(users.length);
  for (let r = 0; r < replicates; ++r) {
    drawPoisson(weights, users, seed, r);
    sums[0]![r] = total(weights);
    for (const [c, column] of columns.entries()) sums[c + 1]![r] = weighted(column, weights);
  }
  return sums;
}

function total(weights: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; ++i) sum += weights[i]!;
  return sum;
}

function weighted(column: ArrayLike<number>, weights: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; ++i) sum += weights[i]! * column[i]!;
  return sum;
}

/** A statistic with its bootstrap interval and the p-value that agrees with it. */
export interface Bootstrapped {
  readonly difference: Interval;
  /** Standard deviation of the replicates. */
  readonly error: number;
  /** The least level at which the interval excludes 0; never below 1/replicates. */
  readonly p: number;
}

/**
 * The percentile interval: the middle 1 − alpha of the replicates.
 *
 * @param replicates  the statistic in each replicate, any order, at least 2, finite
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1).
 */
export function percentileBootstrap(
  estimate: number,
  replicates: ArrayLike<number>,
  alpha: number,
): Bootstrapped {
  return bootstrapped(estimate, replicates, alpha, { bias: 0, acceleration: 0 });
}

/**
 * The BCa interval, corrected for bias and for an error that changes with the effect.
 *
 * @param influences  how much each user of either arm moves the statistic, up to one common factor; for
 *   a difference of means (y − ȳ)/n in the treatment and −(y − ȳ)/n in the control
 * @see Efron, B. (1987). Better bootstrap confidence intervals. JASA 82(397), 171–185.
 */
export function bcaBootstrap(
  estimate: number,
  replicates: ArrayLike<number>,
  influences: ArrayLike<number>,
  alpha: number,
): Bootstrapped {
  let below = 0;
  for (let r = 0; r < replicates.length; ++r) {
    if (replicates[r]! < estimate) ++below;
    else if (replicates[r] === estimate) below += 0.5;
  }
  const share = Math.min(replicates.length - 0.5, Math.max(0.5, below)) / replicates.length;
  return bootstrapped(estimate, replicates, alpha, {
    bias: normal.quantile(share),
    acceleration: acceleration(influences),
  });
}

interface Correction {
  readonly bias: number;
  readonly acceleration: number;
}

function bootstrapped(
  estimate: number,
  replicates: ArrayLike<number>,
  alpha: number,
  correction: Correction,
): Bootstrapped {
  const sorted = Float64Array.from(replicates).sort();
  const z = normal.criticalValue(validAlpha(alpha));
  const limit = (at: number) => sortedQuantile(sorted, normal.lowerTail(moved(at, correction)));
  return {
    difference: { estimate, low: limit(-z), high: limit(z) },
    error: deviation(sorted),
    p: Math.min(1, Math.max(1 / sorted.length, pAtZero(sorted, correction))),
  };
}

/** Where in the replicates the limit at z lies, on the normal scale. */
function moved(z: number, { bias, acceleration: a }: Correction): number {
  const shifted = bias + z;
  return bias + shifted / (1 - a * shifted);
}

/** The level at which a limit is 0: the place of 0 among the replicates, moved back. */
function pAtZero(sorted: Float64Array, { bias, acceleration: a }: Correction): number {
  const place = placeOf(0, sorted);
  if (place <= 0 || place >= 1) return 0;
  const w = normal.quantile(place) - bias;
  return normal.twoSidedP(w / (1 + a * w) - bias);
}

/** The p with `sortedQuantile(sorted, p)` = value; 0 below all values and 1 above them. */
function placeOf(value: number, sorted: Float64Array): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  if (from === 0) return sorted[0] === value ? tiesPlace(sorted, value, 0) : 0;
  if (from === sorted.length) return 1;
  if (sorted[from] === value) return tiesPlace(sorted, value, from);
  const inside = (value - sorted[from - 1]!) / (sorted[from]! - sorted[from - 1]!);
  return (from - 1 + inside) / (sorted.length - 1);
}

/** The place, among values equal to `value` from index `first`, that is nearest to the middle. */
function tiesPlace(sorted: Float64Array, value: number, first: number): number {
  let last = first;
  while (sorted[last + 1] === value) ++last;
  const middle = (sorted.length - 1) / 2;
  return Math.min(last, Math.max(first, middle)) / (sorted.length - 1);
}

function acceleration(influences: ArrayLike<number>): number {
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < influences.length; ++i) {
    squares += influences[i]! ** 2;
    cubes += influences[i]! ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
