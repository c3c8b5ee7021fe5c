import { Problem } from '../../base/problem';
import { difference } from '../../stats/estimate';
import { heterogeneity } from '../../stats/heterogeneity';
import { corrected } from '../../stats/multiple-testing';
import type { PlannedArm } from './arms';
import { comparisonOf } from './comparison';
import { type Readings, readingsOf } from './readings';
import type { CountedArm, Counter } from './counted';
import type { Design } from './design';
import { type Grouped, type SegmentGroup } from './grouped';
import { metricArm } from './metric-result';
import { orProblem } from '../or-problem';
import type { ExperimentParams } from './params';
import type { Heterogeneity, SegmentResult } from './result';

interface ReadGroup extends SegmentGroup {
  readonly arms: readonly CountedArm[];
  readonly readings: readonly Readings[];
}

/**
 * The segments of every metric, in the order of `counters`. All their p-values are one family,
 * corrected by Benjamini and Hochberg apart from the experiment's own.
 */
export function segmentResults(
  split: readonly Grouped[],
  arms: readonly PlannedArm[],
  counters: readonly Counter[],
  design: Design,
  params: ExperimentParams,
): SegmentResult[][] {
  const read = counters.map((counter) =>
    split.map(({ groups, cells }) =>
      groups.map((group, g): ReadGroup => {
        const counted = counter.count(cells, g * arms.length);
        return { ...group, arms: counted, readings: contests(counted, counter, design, params) };
      }),
    ),
  );
  const corrections = correctionsOf(read.flat(2).flatMap(({ readings }) => readings));
  return counters.map(({ metric }, m) =>
    split.map(({ column }, s) => {
      const groups = read[m]![s]!;
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
  { metric }: Counter,
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
