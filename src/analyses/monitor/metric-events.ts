import type { MonitorMetric } from './params';

/** The events that a metric counts, as text. */
export function metricEvents(metric: MonitorMetric): string {
  const names = metric.type === 'ratio' ? metric.denominator.event : metric.event;
  return [names].flat().join(', ');
}
