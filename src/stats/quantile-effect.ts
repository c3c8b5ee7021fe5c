import { Problem } from '../base/problem';
import { type Comparison, zComparison } from './comparison';
import { type Estimate, difference } from './estimate';
import { jointMoments } from './joint-moments';
import { ratioMoments } from './ratio';
import { sortedQuantile } from './sample-quantile';

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
  const sorted = Float64Array.from(values).sort();
  const value = sortedQuantile(sorted, level);
  const binomialError = Math.sqrt((level * (1 - level)) / n);
  const low = sorted[Math.max(0, Math.floor(n * (level - SPAN * binomialError)) - 1)]!;
  const high = sorted[Math.min(n - 1, Math.ceil(n * (level + SPAN * binomialError)) - 1)]!;
  if (low === high) throw new Problem('tied-quantile', { value });
  // The slope of the quantile against the share below it, times the error of that share.
  const slope = (high - low) / (2 * SPAN * binomialError);
  return { value, error: slope * shareError({ values, users }, value, binomialError) };
}

/** The standard error of the share of values up to `limit`, users being the units. */
function shareError({ values, users }: ClusteredValues, limit: number, independent: number) {
  if (users === null) return independent;
  const below: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < values.length; ++i) {
    const user = users[i]!;
    all[user] = (all[user] ?? 0) + 1;
    below[user] = (below[user] ?? 0) + (values[i]! <= limit ? 1 : 0);
  }
  const { n, m2 } = ratioMoments(jointMoments([below.filter(isCount), all.filter(isCount)]));
  return Math.sqrt(m2 / (n - 1) / n);
}

/** Leaves out the holes of users without a value. */
function isCount(count: number | undefined): count is number {
  return count !== undefined;
}
