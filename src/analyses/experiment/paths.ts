import type { Path } from '../../notebook/path';
import type { Comparison, ExperimentResult, MetricArm, MetricResult } from './result';

/** What a path into a result is about, as far down as it goes. */
export type Subject =
  | { readonly about: 'arm'; readonly arm: string }
  | { readonly about: 'check'; readonly check: string }
  | {
      readonly about: 'metric-arm';
      readonly metric: MetricResult;
      readonly arm: MetricArm;
      readonly field: string;
    }
  | {
      readonly about: 'comparison';
      readonly metric: MetricResult;
      readonly comparison: Comparison;
      readonly control: MetricArm;
      readonly treatment: MetricArm;
      readonly field: string;
    };

/**
 * What `path` is about; null when it leads nowhere. Below a comparison `control` and `treatment`
 * stand for the metric in these two arms, so that one row of a table can name all its numbers.
 */
export function subjectOf(result: ExperimentResult, path: Path): Subject | null {
  const [list, first, second, third, field] = path.map(String);
  if (list === 'arms') return first === undefined ? null : { about: 'arm', arm: first };
  if (list === 'checks') return first === undefined ? null : { about: 'check', check: first };
  const metric = result.metrics.find(({ name }) => name === first);
  if (list !== 'metrics' || !metric || third === undefined) return null;
  if (second === 'arms') return metricArm(metric, third, field);
  const comparison = metric.comparisons.find(({ arm }) => arm === third);
  if (second !== 'comparisons' || !comparison || field === undefined) return null;
  if (field === 'control') return metricArm(metric, result.control, 'value');
  if (field === 'treatment') return metricArm(metric, comparison.arm, 'value');
  const control = metric.arms.find(({ name }) => name === result.control);
  const treatment = metric.arms.find(({ name }) => name === comparison.arm);
  if (!control || !treatment) return null;
  return { about: 'comparison', metric, comparison, control, treatment, field };
}

function metricArm(metric: MetricResult, name: string, field = 'value'): Subject | null {
  const arm = metric.arms.find((each) => each.name === name);
  return arm ? { about: 'metric-arm', metric, arm, field } : null;
}
