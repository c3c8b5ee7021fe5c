import type { Scope } from '../analysis';
import type { Amount, Metric } from './params';

/** What a metric is measured in: the unit of the column it adds up; null for shares, counts and bare numbers. */
export function metricUnit(metric: Metric, { columnUnits }: Scope): string | null {
  const unitOf = ({ value, column }: Amount): string | null =>
    columnUnits[value ?? column ?? ''] ?? null;
  switch (metric.type) {
    case 'mean':
    case 'quantile':
      return unitOf(metric);
    case 'ratio':
      return unitOf(metric.denominator) === null ? unitOf(metric.numerator) : null;
    default:
      return null;
  }
}
