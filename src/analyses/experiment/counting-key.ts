import type { ExperimentParams, Metric } from './params';

/** What of the parameters decides who is looked at and how users are told apart, apart from metrics. */
export function usersKey(params: ExperimentParams): string {
  return keyWithout(params, [
    'metrics',
    'segments',
    'alpha',
    'looks',
    'tuning',
    'correction',
    'lift',
    'prior',
    'minimumDays',
    'worth',
    'hypothesis',
    'owner',
    'ticket',
    'seed',
  ]);
}

const JUDGED = ['name', 'role', 'direction', 'margin', 'target'];

/** What of a metric decides how its users are summed up. */
export function summaryKey(metric: Metric): string {
  return keyWithout(metric, JUDGED);
}

/** What of a metric decides which number each user gets. */
export function metricKey(metric: Metric): string {
  return keyWithout(metric, [...JUDGED, 'theta', 'cap', 'quantile']);
}

/** Everything but the parts that are judged with, so that a part nobody thought of counts. */
function keyWithout(params: object, left: readonly string[]): string {
  return JSON.stringify(Object.entries(params).filter(([name]) => !left.includes(name)));
}
