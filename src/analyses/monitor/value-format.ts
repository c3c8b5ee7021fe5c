import type { MonitorResult } from './result';

/** How the values of a metric are written. */
export type ValueFormat = 'count' | 'money' | 'rate' | 'number';

/** Counts are whole, shares are in percent, amounts in their unit, scores plain. */
export function valueFormat({ metric, rows }: Pick<MonitorResult, 'metric' | 'rows'>): ValueFormat {
  const { type, unit } = metric;
  if (type === 'users' || type === 'count') return 'count';
  if (type === 'retention') return 'rate';
  if (unit !== null) return 'money';
  const isShare = rows.every(({ value, numerator }) => value === null || isPart(value, numerator));
  return type === 'ratio' && isShare ? 'rate' : 'number';
}

/** A whole number of them among more: amounts and rates above 1 are no shares. */
function isPart(value: number, numerator: number | null): boolean {
  return value >= 0 && value <= 1 && Number.isInteger(numerator);
}

/** The same in d3's notation, for axes. */
export function axisFormat(format: ValueFormat): string {
  return { count: ',d', money: ',~f', rate: '.1~%', number: ',~f' }[format];
}
