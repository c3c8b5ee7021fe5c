import { Problem } from '../base/problem';
import { scratchCopy, withScratch } from '../base/scratch';
import { type Comparison, zComparison } from './comparison';
import { type Estimate, difference } from './estimate';
import { putInPlace, sortedQuantile } from './sample-quantile';

/** The values of one arm, of which several may belong to one user. */
export interface ClusteredValues {
  /** Finite; those of a user stand together. */
  readonly values: Float64Array;
  /** For each user where the values end and the next user's begin; null when every value is of another user. */
  readonly ends: Uint32Array | null;
}

/** The order statistics that span this many standard errors to each side give the density. */
const SPAN = 1.959963984540054;

/**
 * Compares a quantile of both arms, for example the 90th percentile of load times, where values of
 * one user go together.
 *
 * @param level  0 < `level` < 1
 * @throws {Problem} `too-few-values` when the quantile is too near the end of the values
 * @throws {Problem} `tied-quantile` when the values around it are all equal
 * @see Deng, A., Knoblich, U. & Lu, J. (2018). Applying the delta method in metric analytics. KDD.
 */
export function quantileEffect(
  control: ClusteredValues,
  treatment: ClusteredValues,
  level: number,
  alpha = 0.05,
): Comparison {
  const gap = difference(quantileEstimate(control, level), quantileEstimate(treatment, level));
  return zComparison(gap, alpha);
}

/**
 * A type-7 quantile with its standard error.
 *
 * @throws {Problem} `too-few-values`
 * @throws {Problem} `tied-quantile`
 */
export function quantileEstimate(sample: ClusteredValues, level: number): Estimate {
  const [estimate] = quantileEstimates(sample, [level]);
  if (estimate instanceof Problem) throw estimate;
  return estimate!;
}

/** Several quantiles of one sample, each with its standard error or why there is none. */
export function quantileEstimates(
  sample: ClusteredValues,
  levels: readonly number[],
): (Estimate | Problem)[] {
  const n = sample.values.length;
  const all = levels.map((level) => ranksOf(level, n));
  return withScratch(() => {
    const placed = scratchCopy(sample.values);
    putInPlace(placed, all.flatMap((ranks) => ranks ?? []).sort(ascending));
    const limits = levels.map((level) => (n === 0 ? 0 : sortedQuantile(placed, level)));
    const errors = shareErrors(sample, limits);
    return levels.map((level, i) => {
      const needed = leastValues(level);
      if (n < needed) return new Problem('too-few-values', { values: n, needed });
      const [from, , , to] = all[i]!;
      const [low, high] = [placed[from]!, placed[to]!];
      const value = limits[i]!;
      if (low === high) return new Problem('tied-quantile', { value });
      const binomialError = Math.sqrt((level * (1 - level)) / n);
      // The slope of the quantile against the share below it, times the error of that share.
      const slope = (high - low) / (2 * SPAN * binomialError);
      return { value, error: slope * (errors?.[i] ?? binomialError) };
    });
  });
}

function leastValues(level: number): number {
  return Math.floor(SPAN ** 2 * Math.max(level / (1 - level), (1 - level) / level)) + 1;
}

/** The order statistics that a quantile is made of: the span's low end, its own two, the high end. */
function ranksOf(level: number, n: number): [number, number, number, number] | null {
  if (n < leastValues(level)) return null;
  const reach = SPAN * Math.sqrt((level * (1 - level)) / n);
  const k = Math.floor((n - 1) * level);
  return [
    Math.max(0, Math.floor(n * (level - reach)) - 1),
    k,
    Math.min(n - 1, k + 1),
    Math.min(n - 1, Math.ceil(n * (level + reach)) - 1),
  ];
}

/** The standard errors of the shares of values up to each limit, users being the units; null without users. */
function shareErrors({ values, ends }: ClusteredValues, limits: readonly number[]) {
  return ends && limits.map((limit) => shareError(values, ends, limit));
}

/** From sums of whole numbers over the users: of their values, of those up to `limit`, of squares and products. */
function shareError(values: Float64Array, ends: Uint32Array, limit: number): number {
  let [users, up, squares, products, upSquares] = [0, 0, 0, 0, 0];
  for (let user = 0, at = 0; user < ends.length; ++user) {
    const start = at;
    const end = ends[user]!;
    let below = 0;
    for (; at < end; ++at) below += values[at]! <= limit ? 1 : 0;
    const count = end - start;
    // Users without a value are left out.
    users += count > 0 ? 1 : 0;
    up += below;
    squares += count * count;
    products += below * count;
    upSquares += below * below;
  }
  const share = up / values.length;
  const sum = Math.max(0, upSquares - 2 * share * products + share * share * squares);
  return Math.sqrt((sum * users) / (users - 1)) / values.length;
}

function ascending(a: number, b: number): number {
  return a - b;
}
