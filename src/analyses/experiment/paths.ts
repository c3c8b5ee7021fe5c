import type { Path } from '../../notebook/path';
import type { Comparison, ExperimentResult, MetricArm, MetricResult } from './result';
import type { Alternative, Distribution, QuantilePoint } from './result-details';

/** What a path into a result is about, as far down as it goes. */
export type Subject =
  | { readonly about: 'arm'; readonly arm: string; readonly field: string | undefined }
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
      /** What follows the field. */
      readonly part: string | undefined;
    }
  | {
      readonly about: 'method';
      readonly metric: MetricResult;
      readonly method: Alternative;
      readonly control: MetricArm;
      readonly treatment: MetricArm;
      readonly field: string;
    }
  | {
      readonly about: 'spread';
      readonly arm: Distribution['arms'][number];
      readonly field: string;
    }
  | { readonly about: 'quantile'; readonly point: QuantilePoint; readonly field: string };

/** The arms in which a metric is compared: those of all users, or of a group of a segment. */
interface Compared {
  readonly arms: readonly MetricArm[];
  readonly comparisons: readonly Comparison[];
}

/**
 * What `path` is about; null when it leads nowhere. Below a comparison `control` and `treatment`
 * stand for the metric in these two arms, so that one row of a table can name all its numbers.
 */
export function subjectOf(result: ExperimentResult, path: Path): Subject | null {
  const [list, first, ...rest] = path.map(String);
  if (first === undefined) return null;
  if (list === 'arms') return { about: 'arm', arm: first, field: rest[0] };
  if (list === 'checks') return { about: 'check', check: first };
  const metric = result.metrics.find(({ name }) => name === first);
  if (list !== 'metrics' || !metric) return null;
  const [kind, place, groups, group] = rest;
  if (kind === 'distribution') return spreadSubject(metric, rest.slice(1));
  if (kind !== 'segments') return comparedSubject(result, metric, metric, rest);
  const own = metric.segments?.[Number(place)]?.groups[Number(group)];
  if (groups !== 'groups' || !own) return null;
  return comparedSubject(result, metric, own, rest.slice(4));
}

function comparedSubject(
  result: ExperimentResult,
  metric: MetricResult,
  { arms, comparisons }: Compared,
  [kind, arm, field, part, last]: readonly string[],
): Subject | null {
  if (kind === 'arms') return metricArm(metric, arms, arm, field);
  const comparison = comparisons.find((each) => each.arm === arm);
  if (kind !== 'comparisons' || !comparison || field === undefined) return null;
  if (field === 'control') return metricArm(metric, arms, result.control, 'value');
  if (field === 'treatment') return metricArm(metric, arms, comparison.arm, 'value');
  const control = arms.find(({ name }) => name === result.control);
  const treatment = arms.find(({ name }) => name === comparison.arm);
  if (!control || !treatment) return null;
  if (field !== 'alternatives') {
    return { about: 'comparison', metric, comparison, control, treatment, field, part };
  }
  const method = comparison.alternatives?.find(({ name }) => name === part);
  if (!method || last === undefined) return null;
  return { about: 'method', metric, method, control, treatment, field: last };
}

function metricArm(
  metric: MetricResult,
  arms: readonly MetricArm[],
  name: string | undefined,
  field = 'value',
): Subject | null {
  const arm = arms.find((each) => each.name === name);
  return arm ? { about: 'metric-arm', metric, arm, field } : null;
}

function spreadSubject(
  { distribution }: MetricResult,
  [list, place, field]: readonly string[],
): Subject | null {
  if (field === undefined || !distribution) return null;
  const arm = distribution.arms.find(({ name }) => name === place);
  if (list === 'arms') return arm ? { about: 'spread', arm, field } : null;
  const point = distribution.quantiles[Number(place)];
  return list === 'quantiles' && point ? { about: 'quantile', point, field } : null;
}
