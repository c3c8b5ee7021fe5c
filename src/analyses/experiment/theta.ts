import type { Metric } from './params';

/** How the slope of an adjustment is fitted. */
export function thetaOf(metric: Metric): 'within' | 'pooled' {
  return ('theta' in metric ? metric.theta : undefined) ?? 'pooled';
}
