import { Problem } from '../../base/problem';
import type { CountedOtherwise } from './counted-otherwise';
import type { Design } from './design';
import { maybeInterval } from './maybe-interval';
import type { ExperimentParams, Metric } from './params';
import { readingsOf } from './readings';
import type { MetricResult, Sensitivity } from './result';

/** The metric with its comparisons made otherwise beside them. */
export function sensitivities(
  result: MetricResult,
  otherwise: readonly CountedOtherwise[],
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): MetricResult {
  if (otherwise.length === 0) return result;
  const made = otherwise.map((each) => comparedOtherwise(each, metric, design, params));
  return {
    ...result,
    comparisons: result.comparisons.map((comparison, i) => ({
      ...comparison,
      sensitivity: made.map((list) => list[i]!),
    })),
  };
}

/** One entry per treatment arm, at the uncorrected level. */
function comparedOtherwise(
  { name, arms }: CountedOtherwise,
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): Sensitivity[] {
  const [control, ...treatments] = arms.map(({ summary }) => summary);
  return treatments.map((treatment) => {
    const arms = { control: control!, treatment };
    const { deciding } = readingsOf(arms, null, metric, design, params);
    if (deciding instanceof Problem) {
      const problem = deciding.toJSON();
      const nothing = { estimate: null, low: null, high: null, problem };
      return { name, difference: nothing, lift: nothing, p: null, problem };
    }
    return {
      name,
      difference: deciding.difference(design.alpha),
      lift: maybeInterval(() => deciding.lift(design.alpha)),
      p: deciding.p,
    };
  });
}
