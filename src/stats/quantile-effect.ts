import { Problem } from '../base/problem';
import { type Comparison, zComparison } from './comparison';
import { type Estimate, difference } from './estimate';
import { jointMoments } from './joint-moments';
import { ratioMoments } from './ratio';
import { putInPlace, sortedQuantile } from './sample-quantile';

/** The values of one arm, of which several may belong to one user. */
export interface ClusteredValues {
  /** Finite. */
  readonly values: ArrayLike<number>;
  /** For each value its user, a whole number from 0; null when every value is of another user. */
  readonly users: ArrayLike<number> | null;
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
export function quantileEstimate({ values, users }: ClusteredValues, level: number): Estimate {
  const n = values.length;
  const needed = Math.floor(SPAN ** 2 * Math.max(level / (1 - level), (1 - level) / level)) + 1;
  if (n < needed) throw new Problem('too-few-values', { values: n, needed });
  const binomialError = Math.sqrt((level * (1 - level)) / n);
  const below = Math.max(0, Math.floor(n * (level - SPAN * binomialError)) - 1);
  const above = Math.min(n - 1, Math.ceil(n * (level + SPAN * binomialError)) - 1);
  const k = Math.floor((n - 1) * level);
  const placed = Float64Array.from(values);
  putInPlace(placed, [below, k, Math.min(k + 1, n - 1), above].sort(ascending));
  const value = sortedQuantile(placed, level);
  const [low, high] = [placed[below]!, placed[above]!];
  if (low === high) throw new Problem('tied-quantile', { value });
  // The slope of the quantile against the share below it, times the error of that share.
  const slope = (high - low) / (2 * SPAN * binomialError);
  return { value, error: slope * shareError({ values, users }, value, binomialError) };
}

/** The standard error of the share of values up to `limit`, users being the units. */
function shareError({ values, users }: ClusteredValues, limit: number, independent: number) {
  if (users === null) return independent;
  let most = -1;
  for (let i = 0; i < values.length; ++i) if (users[i]! > most) most = users[i]!;
  const below = new Float64Array(most + 1);
  const all = new Float64Array(most + 1);
  for (let i = 0; i < values.length; ++i) {
    ++all[users[i]!]!;
    if (values[i]! <= limit) ++below[users[i]!]!;
  }
  // Users without a value are left out.
  let units = 0;
  for (let user = 0; user <= most; ++user) {
    if (all[user] === 0) continue;
    below[units] = below[user]!;
    all[units++] = all[user]!;
  }
  const joint = jointMoments([below.subarray(0, units), all.subarray(0, units)]);
  const { n, m2 } = ratioMoments(joint);
  return Math.sqrt(m2 / (n - 1) / n);
}

function ascending(a: number, b: number): number {
  return a - b;
}
