import { Problem } from '../../base/problem';
import type { Period } from '../../events/calendar';
import { criticalValue } from '../../stats/normal';
import { median } from '../../stats/generalised-esd';
import type { MonitorMetric } from './params';
import type { Noise } from './result';

/** Fewer pairs say too little about how much a metric moves by itself. */
const LEAST_PAIRS = 6;

/** The median of a squared standard normal value. */
const HALF_OF_SQUARES = 0.4549364231195724;

/** How far a value may lie from one before it by noise in 95 of 100 cases, in deviations of one. */
export const BAND = criticalValue(0.05) * Math.SQRT2;

/** After so many periods the metric is at the same place of its week or day. */
export const SEASON: Readonly<Record<Period, number>> = { hour: 24, day: 7, week: 1, month: 1 };

/**
 * How much the metric moves from one season to the next, by the median of its squared differences,
 * so that the few real changes do not count as noise. Relative where all values are above zero and
 * none is a score.
 */
export function noiseOf(
  values: readonly (number | null)[],
  period: Period,
  type: MonitorMetric['type'],
): Noise {
  const lag = SEASON[period];
  const pairs = values.flatMap((now, i) => {
    const before = values[i - lag] ?? null;
    return now === null || before === null ? [] : [{ now, before }];
  });
  const known = pairs.filter(({ now, before }) => now > 0 && before > 0);
  const isRelative = type !== 'nps' && values.every((value) => value === null || value >= 0);
  const scale = isRelative ? 'relative' : 'absolute';
  const used = isRelative ? known : pairs;
  if (used.length < LEAST_PAIRS) {
    const args = { pairs: used.length, needed: LEAST_PAIRS, period };
    const problem = new Problem('short-history', args).toJSON();
    return { deviation: null, scale, overdispersion: null, pairs: used.length, problem };
  }
  const spread = (square: (now: number, before: number) => number) =>
    median(used.map(({ now, before }) => square(now, before))) / HALF_OF_SQUARES;
  const deviation = Math.sqrt(
    spread((now, before) => (now - before) ** 2 / (isRelative ? (now + before) ** 2 / 2 : 2)),
  );
  const isCount = type === 'users' || type === 'count';
  const overdispersion = isCount
    ? spread((now, before) => (now - before) ** 2 / (now + before))
    : null;
  return { deviation, scale, overdispersion, pairs: used.length };
}
