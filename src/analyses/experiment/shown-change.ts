import type { Language } from '../../locale/language';
import { kindOf } from './metric-kind';
import type { MetricResult } from './result';

/** Differences as they are drawn: those of shares in percentage points. */
export function inPoints<Values extends Readonly<Record<string, number>>>(
  values: Values,
  metric: MetricResult,
): Values {
  if (!isOfShares(metric)) return values;
  const scaled = Object.entries(values).map(([key, value]) => [key, 100 * value]);
  return Object.fromEntries(scaled) as Values;
}

/** The title of an axis of differences. */
export function differenceTitle(metric: MetricResult, { words }: Language): string {
  const title = words.readout.differenceOf(metric.name);
  return isOfShares(metric) ? `${title} (pp)` : title;
}

/** Of that axis, in d3's notation. */
export function axisFormat(metric: MetricResult): string {
  return isOfShares(metric) ? '+.1f' : '+.3~g';
}

/** A difference within a sentence. */
export function changeText(
  value: number,
  { type, unit }: MetricResult,
  { numbers }: Language,
): string {
  if (unit) return numbers.moneyChange(value, unit);
  return kindOf(type) === 'rate' ? numbers.pp(value) : numbers.signed(value);
}

/** A difference of shares is drawn in percentage points: as a percentage it would read like a lift. */
function isOfShares({ type, unit }: MetricResult): boolean {
  return kindOf(type) === 'rate' && unit === null;
}
