import { Problem } from '../../base/problem';
import { difference } from '../../stats/estimate';
import { heterogeneity } from '../../stats/heterogeneity';
import { corrected } from '../../stats/multiple-testing';
import { comparisonOf } from './comparison';
import { type Readings, readingsOf } from './readings';
import type { CountedArm } from './counted';
import type { Design } from './design';
import type { SegmentGroup } from './grouped';
import type { MetricCounts } from './metric-counts';
import { metricArm } from './metric-result';
import { orProblem } from '../or-problem';
import type { ExperimentParams, Metric } from './params';
import type { Heterogeneity, SegmentResult } from './result';

interface ReadGroup extends SegmentGroup {
  readonly arms: readonly CountedArm[];
  readonly readings: readonly Readings[];
}

/**
 * The segments of every metric, in the order of `counts`. All their p-values are one family,
 * corrected by Benjamini and Hochberg apart from the experiment's own.
 */
export function segmentResults(
  counts: readonly MetricCounts[],
  design: Design,
  params: ExperimentParams,
): SegmentResult[][] {
  const read = counts.map(({ segments }, m) =>
    segments.map(({ groups }) =>
      groups.map((group): ReadGroup => {
        const readings = contests(group.arms, params.metrics[m]!, design, params);
        return { ...group, readings };
      }),
    ),
  );
  const corrections = correctionsOf(read.flat(2).flatMap(({ readings }) => readings));
  return counts.map(({ segments }, m) =>
    segments.map(({ column }, s) => {
      const groups = read[m]![s]!;
      const metric = params.metrics[m]!;
      return {
        column,
        heterogeneity: heterogeneityOf(groups.map(({ readings }) => readings[0]!)),
        groups: groups.map(({ value, isRest, arms: counted, readings }) => ({
          value,
          isRest,
          arms: counted.map((arm) => metricArm(arm, design.alpha)),
          comparisons: readings.map((each, i) =>
            comparisonOf(counted[i + 1]!.name, each, corrections.get(each), metric, design),
          ),
        })),
      };
    }),
  );
}

function contests(
  counted: readonly CountedArm[],
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): Readings[] {
  const [control, ...treatments] = counted.map(({ summary }) => summary);
  return treatments.map((treatment) =>
    readingsOf({ control: control!, treatment }, null, metric, design, params),
  );
}

function correctionsOf(readings: readonly Readings[]) {
  const family = readings.filter(({ deciding }) => !(deciding instanceof Problem));
  const results = corrected(
    family.map(({ deciding }) => (deciding as Exclude<typeof deciding, Problem>).p),
    'benjamini-hochberg',
  );
  return new Map(family.map((each, i) => [each, results[i]!]));
}

/** Whether the first treatment's differences could be one; groups without one are left out. */
function heterogeneityOf(readings: readonly Readings[]): Heterogeneity {
  const found = orProblem(() =>
    heterogeneity(
      readings.flatMap(({ pair }) => {
        if (pair instanceof Problem) return [];
        const gap = difference(pair.control, pair.treatment, pair.covariance);
        return gap.error > 0 ? [gap] : [];
      }),
    ),
  );
  if (found instanceof Problem) {
    return { q: null, df: null, p: null, i2: null, problem: found.toJSON() };
  }
  const { q, df, p, i2 } = found;
  return { q, df, p, i2 };
}
