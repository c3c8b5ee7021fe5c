import { lowerBound } from '../../base/lower-bound';
import type { ValueCounts } from '../../stats/value-counts';

/** Scores from 0 to 1 by a reference population. */
export type Scale = (value: number) => number;

/**
 * The share of the reference that is below a value, ties counting half (mid-rank); from above where less
 * is better. Extreme values count as what they are: the highest, not how high. NaN stays NaN, and
 * everything is NaN where the reference is empty.
 */
export function rankScale({ values, counts, n }: ValueCounts, isUp: boolean): Scale {
  /** The share below each value of the reference, and with half of its ties. */
  const below = new Float64Array(values.length + 1);
  const scores = new Float64Array(values.length);
  for (let i = 0; i < values.length; ++i) {
    below[i + 1] = below[i]! + counts[i]!;
    scores[i] = (below[i]! + counts[i]! / 2) / n;
  }
  const scoreOf: Scale = (value) => {
    if (n === 0 || Number.isNaN(value)) return NaN;
    const at = lowerBound(values, value);
    const score = values[at] === value ? scores[at]! : below[at]! / n;
    return isUp ? score : 1 - score;
  };
  return tabled(scoreOf, values);
}

/** Whole numbers of a small range are looked up: counts and days are most of what is scored. */
function tabled(scoreOf: Scale, values: Float64Array): Scale {
  const least = values[0] ?? 0;
  const range = (values.at(-1) ?? 0) - least;
  if (!(range <= MOST_TABLED) || !values.every(Number.isInteger)) return scoreOf;
  const table = Float64Array.from({ length: range + 1 }, (_, i) => scoreOf(least + i));
  return (value) => table[value - least] ?? scoreOf(value);
}

const MOST_TABLED = 10_000;
