import { sortedQuantile } from './sample-quantile';
import * as studentsT from './students-t';

/** Makes the median distance to the median of normal values their standard deviation. */
const NORMAL = 1.4826;

/** A value that does not belong to the others. */
export interface Outlier {
  /** Its index in the values. */
  readonly at: number;
  /** How far it lies from the median of those not taken out before it, in robust deviations; signed. */
  readonly score: number;
}

/**
 * The values that do not belong to the rest, the farthest first: the generalised test of extreme
 * deviates, with the median for the mean and the median distance to it for the deviation, so that
 * outliers do not hide one another.
 *
 * @param values  finite, at least 3
 * @param most    how many are looked for; at most half of the values
 * @param alpha   chance to find any in normal values, about
 * @returns none where at least half of the values are equal: nothing tells how far is far
 * @see Rosner, B. (1983). Percentage points for a generalized ESD many-outlier procedure.
 *   Technometrics 25(2), 165–172.
 * @see Hochenbaum, J., Vallis, O. & Kejariwal, A. (2017). Automatic anomaly detection in the cloud
 *   via statistical learning: the hybrid of seasons and ESD.
 */
export function generalisedEsd(
  values: readonly number[],
  most: number,
  alpha = 0.05,
): readonly Outlier[] {
  const n = values.length;
  let rest = values.map((_, i) => i);
  const removed: Outlier[] = [];
  let found = 0;
  while (removed.length < Math.min(most, Math.floor(n / 2))) {
    const { centre, deviation } = robustScale(rest.map((i) => values[i]!));
    if (deviation === 0) break;
    const farthest = rest.reduce((a, b) =>
      Math.abs(values[b]! - centre) > Math.abs(values[a]! - centre) ? b : a,
    );
    removed.push({ at: farthest, score: (values[farthest]! - centre) / deviation });
    if (Math.abs(removed.at(-1)!.score) > criticalScore(n, removed.length, alpha)) {
      found = removed.length;
    }
    rest = rest.filter((i) => i !== farthest);
  }
  return removed.slice(0, found);
}

/** The median of values and their robust deviation from it. */
export function robustScale(values: readonly number[]): {
  readonly centre: number;
  readonly deviation: number;
} {
  const centre = median(values);
  return { centre, deviation: NORMAL * median(values.map((value) => Math.abs(value - centre))) };
}

/** The score that the `i`-th farthest of `n` normal values passes with a chance of `alpha`. */
function criticalScore(n: number, i: number, alpha: number): number {
  const left = n - i + 1;
  const df = left - 2;
  if (df < 1) return Infinity;
  const t = studentsT.criticalValue(alpha / left, df);
  return ((left - 1) * t) / Math.sqrt((df + t * t) * left);
}

/** The middle of values in any order. */
export function median(values: readonly number[]): number {
  return sortedQuantile(Float64Array.from(values).sort(), 0.5);
}
