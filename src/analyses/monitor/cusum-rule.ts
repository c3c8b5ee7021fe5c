import { Problem } from '../../base/problem';
import type { Period } from '../../events/calendar';
import { cusumRunLength, lowerCusum } from '../../stats/cusum';
import { median, robustScale } from '../../stats/generalised-esd';
import type { Values, Verdict } from './judged';
import { SEASON } from './noise';
import type { MonitorRule } from './params';

type CusumRule = Extract<MonitorRule, { type: 'cusum' }>;

/** Seasons that must have been seen before a deviation from them means anything. */
export const LEAST_SEASONS = 4;
const LEAST_PERIODS = 8;

/** Without a word from the reader: so many periods at most say what is usual. */
const MOST_BASELINE: Readonly<Record<Period, number>> = {
  hour: 336,
  day: 120,
  week: 26,
  month: 24,
};

/** A cumulative sum in each direction, as far as it is watched, after each period. */
export interface CusumCourse {
  readonly verdicts: readonly Verdict[];
  readonly sums: readonly { readonly down: number | null; readonly up: number | null }[];
}

/**
 * How far the metric has drifted from what was usual in the first periods, on a logarithmic scale
 * where all values are above zero.
 *
 * @throws {Problem} `short-history`, `same-value`
 */
export function cusumCourse(values: Values, rule: CusumRule, period: Period): CusumCourse {
  const scores = scoresOf(values, rule, period);
  const down = rule.direction === 'up' ? null : lowerCusum(scores, rule.slack);
  const raised = scores.map((score) => (score === null ? null : -score));
  const up = rule.direction === 'down' ? null : lowerCusum(raised, rule.slack);
  const isOver = (sum: number | undefined) => sum !== undefined && sum > rule.limit;
  return {
    verdicts: scores.map((z, i) => (z === null ? null : isOver(down?.[i]) || isOver(up?.[i]))),
    sums: scores.map((_, i) => ({ down: down?.[i] ?? null, up: up?.[i] ?? null })),
  };
}

/** The chance of a signal in a period: one over the mean length of a run without a reason. */
export function cusumChance({ slack, limit, direction }: CusumRule): number {
  return (direction === 'both' ? 2 : 1) / cusumRunLength({ slack, limit });
}

/** Each period in standard deviations from what is usual at its place of the week or day. */
function scoresOf(values: Values, rule: CusumRule, period: Period): (number | null)[] {
  const season = SEASON[period];
  const known = values.filter((value) => value !== null).length;
  const least = Math.max(LEAST_PERIODS, LEAST_SEASONS * season);
  const half = Math.min(MOST_BASELINE[period], Math.ceil(values.length / 2));
  const length = rule.baseline ?? Math.max(least, half);
  if (known < least || length < least || values.length < length) {
    const needed = Math.max(least, rule.baseline ?? 0);
    throw new Problem('short-history', { pairs: known, needed, period });
  }
  const isPositive = values.every((value) => value === null || value > 0);
  const scaled = isPositive ? values.map((v) => (v === null ? null : Math.log(v))) : values;
  const usual = scaled.slice(0, length);
  const centres = Array.from({ length: season }, (_, place) =>
    median(present(usual.filter((_, i) => i % season === place))),
  );
  const residuals = scaled.map((v, i) => (v === null ? null : v - centres[i % season]!));
  const { centre, deviation } = robustScale(present(residuals.slice(0, length)));
  if (!(deviation > 0)) throw new Problem('same-value', { value: values[0] ?? 0 });
  return residuals.map((residual) => (residual === null ? null : (residual - centre) / deviation));
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
