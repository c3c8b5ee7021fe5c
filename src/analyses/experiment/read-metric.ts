import type { CountedArm } from './counted';
import type { MetricCounts } from './metric-counts';
import type { ReadMetric } from './metric-result';
import { metricUnit } from './metric-unit';
import { type Arms, readingsOf } from './readings';
import { roleOf } from './role-of';
import type { Setup } from './setup';
import { windowOf } from './window';

/** Reads what was counted of a metric for both halves. */
export function readMetric(setup: Setup, counts: MetricCounts, index: number): ReadMetric {
  const { scope, design, params } = setup;
  const { all, closed, cap } = counts;
  const metric = params.metrics[index]!;
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  const pairs = (counted: readonly CountedArm[]): Arms[] =>
    counted.slice(1).map(({ summary }) => ({ control: counted[0]!.summary, treatment: summary }));
  const narrowPairs = pairs(closed);
  return {
    metric,
    unit: metricUnit(metric, scope),
    role: roleOf(metric, index),
    windowMs: toMs === Infinity ? null : toMs,
    cap,
    arms: design.deciding === 'always-valid' ? all : closed,
    readings: pairs(all).map((pair, i) =>
      readingsOf(pair, narrowPairs[i]!, metric, design, params),
    ),
  };
}
