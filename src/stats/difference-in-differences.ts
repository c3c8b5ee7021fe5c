import { type Comparison } from './comparison';
import { hashRandom } from './hash-random';
import { type Moments, moments } from './moments';
import { type Bootstrapped, type Resampling, percentileBootstrap } from './bootstrap';
import { welch } from './welch';

/** One value per user before and after, in the same order. */
export interface BeforeAfter {
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
}

/** How much more the treatment changed than the control, users being the units. */
export interface DifferenceInDifferences {
  readonly comparison: Comparison;
  /** Mean change per user in each group. */
  readonly control: Moments;
  readonly treatment: Moments;
}

/**
 * Difference in differences: Welch's test of each user's change. It assumes that without the
 * treatment both groups would have moved in parallel, see `parallelTrends`.
 *
 * @throws {Problem} `too-few-users`, `same-value` or `constant-arms` as `welch` does
 * @see Bertrand, M., Duflo, E. & Mullainathan, S. (2004). How much should we trust
 *   differences-in-differences estimates? Quarterly Journal of Economics 119(1), 249–275.
 */
export function differenceInDifferences(
  control: BeforeAfter,
  treatment: BeforeAfter,
  alpha = 0.05,
): DifferenceInDifferences {
  const c = changes(control);
  const t = changes(treatment);
  return { comparison: welch(c, t, alpha), control: c, treatment: t };
}

/**
 * Whether the groups already moved apart before the treatment: Welch's test of each user's own slope
 * over the periods, in units of the metric per period. A small p speaks against the method.
 *
 * @param control    for each period before the treatment, in order, a value per user; 2 at least
 * @throws {Problem} `too-few-users`, `same-value` or `constant-arms` as `welch` does
 */
export function parallelTrends(
  control: readonly ArrayLike<number>[],
  treatment: readonly ArrayLike<number>[],
  alpha = 0.05,
): Comparison {
  return welch(moments(slopes(control)), moments(slopes(treatment)), alpha);
}

/**
 * Difference in differences of two series of totals, where users are not known: the mean gap between
 * the series after `start` less that before it, with whole blocks of periods (weeks) redrawn within
 * each side, because neighbouring periods are alike.
 *
 * @param start   the first period of the treatment; both sides need at least two blocks
 * @param length  periods in a block, for example 7 days
 */
export function seriesDifference(
  control: readonly number[],
  treatment: readonly number[],
  start: number,
  length: number,
  resampling: Resampling,
  alpha = 0.05,
): Bootstrapped {
  const gaps = treatment.map((value, period) => value - control[period]!);
  const sides = [gaps.slice(0, start), gaps.slice(start)] as const;
  for (const side of sides) {
    if (side.length < 2 * length) throw new RangeError(`seriesDifference: ${side.length} periods`);
  }
  const [before, after] = sides;
  const replicates = Float64Array.from(
    { length: resampling.replicates },
    (_, r) =>
      redrawn(after, length, resampling.seed, 2 * r) -
      redrawn(before, length, resampling.seed, 2 * r + 1),
  );
  return percentileBootstrap(mean(after) - mean(before), replicates, alpha);
}

function changes({ before, after }: BeforeAfter): Moments {
  return moments(Float64Array.from(after, (value, i) => value - before[i]!));
}

/** Each user's least-squares slope over the periods. */
function slopes(periods: readonly ArrayLike<number>[]): Float64Array {
  if (periods.length < 2) throw new RangeError(`parallelTrends: ${periods.length} periods`);
  const middle = (periods.length - 1) / 2;
  const squares = periods.reduce((sum, _, period) => sum + (period - middle) ** 2, 0);
  return Float64Array.from(periods[0]!, (_, user) =>
    periods.reduce((sum, values, period) => sum + (values[user]! * (period - middle)) / squares, 0),
  );
}

/** The mean of a series made of blocks that start anywhere, as many as the series has room for. */
function redrawn(series: readonly number[], length: number, seed: number, draw: number): number {
  const blocks = Math.ceil(series.length / length);
  let sum = 0;
  for (let block = 0; block < blocks; ++block) {
    const from = Math.floor(hashRandom(seed, draw, block) * (series.length - length + 1));
    for (let i = from; i < from + length; ++i) sum += series[i]!;
  }
  return sum / (blocks * length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
