import { Problem } from '../../base/problem';
import type { Period } from '../../events/calendar';
import { generalisedEsd, median } from '../../stats/generalised-esd';
import { LEAST_SEASONS } from './cusum-rule';
import type { Values, Verdict } from './judged';
import { SEASON } from './noise';
import type { MonitorRule } from './params';

type AnomalyRule = Extract<MonitorRule, { type: 'anomaly' }>;

const LEAST_PERIODS = 8;

/**
 * Whether each period stands out from all others, once the usual difference between weekdays (of
 * hours: between hours of the day) is taken away.
 *
 * @throws {Problem} `short-history`, `same-value`
 */
export function anomalyVerdicts(values: Values, rule: AnomalyRule, period: Period): Verdict[] {
  const season = SEASON[period];
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const needed = Math.max(LEAST_PERIODS, LEAST_SEASONS * season);
  if (known.length < needed) {
    throw new Problem('short-history', { pairs: known.length, needed, period });
  }
  const usual = Array.from({ length: season }, (_, place) => {
    const here = known.filter(({ i }) => i % season === place).map(({ value }) => value);
    return here.length > 0 ? median(here) : 0;
  });
  const residuals = known.map(({ value, i }) => value - usual[i % season]!);
  const first = residuals[0]!;
  if (residuals.every((residual) => residual === first)) {
    throw new Problem('same-value', { value: known[0]!.value });
  }
  const most = Math.floor(rule.share * known.length);
  const found = new Set(generalisedEsd(residuals, most, rule.alpha).map(({ at }) => known[at]!.i));
  return values.map((value, i) => (value === null ? null : found.has(i)));
}

/** The chance of a false alarm in a period of a history of so many. */
export function anomalyChance({ alpha }: AnomalyRule, periods: number): number {
  return alpha / periods;
}
