import { agesResult } from './ages-result';
import { alternativesOf } from './alternatives';
import { distributionResult } from './distribution-result';
import { entryPoints } from './entries';
import { lookRows } from './look-rows';
import type { MetricCounts } from './metric-counts';
import { type ReadMetric, metricResults } from './metric-result';
import { outlookOf } from './outlook';
import type { Pace } from './pace';
import type { MetricResult } from './result';
import { segmentResults } from './segment-result';
import { sensitivities } from './sensitivities';
import { seriesOf } from './series';
import type { Setup } from './setup';
import { worthOf } from './worth';

/** Everything that is told of each metric. */
export function metricReadouts(
  setup: Setup,
  counts: readonly MetricCounts[],
  read: readonly ReadMetric[],
  pace: Pace,
): MetricResult[] {
  const { design, params, scope } = setup;
  const segments = segmentResults(counts, design, params);
  return metricResults(read, design, params).map((result, index) => {
    const metric = params.metrics[index]!;
    const boundary = design.boundaries.get(metric.name);
    const { otherwise } = counts[index]!;
    const whole = sensitivities(result, otherwise, metric, design, params);
    return {
      ...whole,
      comparisons: whole.comparisons.map((comparison, i) => ({
        ...comparison,
        ...worthOf(metric, comparison, result.arms[0]!.value, pace.eligible),
        alternatives: alternativesOf(
          read[index]!.readings[i]!,
          counts[index]!.spread?.ranks[i],
          design.alpha,
        ),
      })),
      ...outlookOf(metric, result, pace),
      ...(boundary ? { looks: lookRows(boundary, design.alpha, scope) } : {}),
      ...overTime(setup, counts[index]!, index),
      ...(segments[index]!.length === 0 ? {} : { segments: segments[index]! }),
      ...distributionResult(counts[index]!.spread, namesOf(setup), design.alpha),
    };
  });
}

function namesOf({ planned }: Setup): string[] {
  return planned.map(({ name }) => name);
}

/** By the days of the test, by the days on which users came in, and by the days since then. */
function overTime(
  setup: Setup,
  { growth, entries, ages }: MetricCounts,
  index: number,
): Partial<MetricResult> {
  const { design, params } = setup;
  const metric = params.metrics[index]!;
  const names = namesOf(setup);
  if (growth.length === 0) return {};
  return {
    series: seriesOf(growth, names, metric, design, params),
    entries: entryPoints(entries, metric, design, params),
    ...agesResult(ages, names, design.alpha),
  };
}
