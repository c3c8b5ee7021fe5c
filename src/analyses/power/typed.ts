import { type MetricKind, kindOf } from '../experiment/metric-kind';
import type { PowerParams } from './params';

/** What is planned: the metric says it, else a typed deviation does. */
export function plannedKind({ metric, sd }: PowerParams): MetricKind {
  if (metric) return kindOf(metric.type);
  return sd === undefined ? 'rate' : 'mean';
}

/** Everything that a source would tell of the metric is typed: the value, and unless it is a share the deviation. */
export function isTyped(params: PowerParams): boolean {
  const { baseline, sd } = params;
  return baseline !== undefined && (sd !== undefined || plannedKind(params) === 'rate');
}
