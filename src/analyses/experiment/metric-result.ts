import { Problem, type ProblemData } from '../../base/problem';
import { difference } from '../../stats/estimate';
import { type Correction, corrected } from '../../stats/multiple-testing';
import * as normal from '../../stats/normal';
import { comparisonOf } from './comparison';
import { detailsOf } from './comparison-details';
import { type Readings } from './readings';
import type { CountedArm } from './counted';
import type { Design } from './design';
import { orProblem } from '../or-problem';
import type { ExperimentParams, Metric } from './params';
import type { CapUsed, Comparison, MetricArm, MetricResult, Role } from './result';
import { armInterval } from './summary';

const POWER = 0.8;

/** One metric, read but not yet corrected. */
export interface ReadMetric {
  readonly metric: Metric;
  readonly unit: string | null;
  readonly role: Role;
  readonly windowMs: number | null;
  readonly cap: CapUsed | null;
  /** Of the half that decides; the control first. */
  readonly arms: readonly CountedArm[];
  /** One per treatment arm. */
  readonly readings: readonly Readings[];
}

/** The results of all metrics: p-values are corrected over the goals and arms together. */
export function metricResults(
  metrics: readonly ReadMetric[],
  design: Design,
  params: ExperimentParams,
): MetricResult[] {
  const cores = coreResults(metrics, design, params);
  return metrics.map(({ metric, readings }, index) => {
    const core = cores[index]!;
    const comparisons = core.comparisons.map((each, i): Comparison => {
      return { ...each, ...detailsOf(readings[i]!, each, metric, design, params) };
    });
    return { ...core, comparisons };
  });
}

/** The same without beliefs, margins and the half that does not decide. */
export function coreResults(
  metrics: readonly ReadMetric[],
  design: Design,
  params: ExperimentParams,
): MetricResult[] {
  const corrections = correctionsOf(metrics, params);
  return metrics.map(({ metric, unit, role, windowMs, cap, arms, readings }) => ({
    name: metric.name,
    type: metric.type,
    unit,
    role,
    direction: metric.direction,
    windowMs,
    ...(cap === null ? {} : { cap }),
    ...smallestEffect(readings, design.alpha),
    arms: arms.map((arm) => metricArm(arm, design.alpha)),
    comparisons: readings.map((each, i) =>
      comparisonOf(arms[i + 1]!.name, each, corrections.get(each), metric, design),
    ),
  }));
}

/** Corrections of the goals' readings; others pay for nobody. */
function correctionsOf(metrics: readonly ReadMetric[], params: ExperimentParams) {
  const family = metrics.flatMap(({ metric, role, readings }) =>
    readings.flatMap((reading) =>
      role === 'goal' && !(reading.deciding instanceof Problem)
        ? [{ reading, name: metric.name, p: reading.deciding.p }]
        : [],
    ),
  );
  const results = corrected(
    family.map(({ p }) => p),
    correctionOf(
      params,
      family.map(({ name }) => name),
    ),
  );
  return new Map(family.map(({ reading }, i) => [reading, results[i]!]));
}

/** The preferred metric takes half of alpha. */
function correctionOf({ correction }: ExperimentParams, names: readonly string[]): Correction {
  if (correction === 'bh') return 'benjamini-hochberg';
  if (typeof correction === 'string') return correction;
  return { preferred: names.map((name) => name === correction.preferred), weight: 0.5 };
}

/** One arm of a metric as it is shown. */
export function metricArm({ name, users, summary }: CountedArm, alpha: number): MetricArm {
  const { n, total, denominator, missing, largest, active } = summary;
  const counts = {
    name,
    users,
    total,
    missing,
    matured: n,
    ...(denominator === null ? {} : { denominator }),
    ...(largest === null ? {} : { largest }),
    ...(active === null ? {} : { active }),
  };
  const interval = orProblem(() => armInterval(summary, alpha));
  if (interval instanceof Problem) {
    return { ...counts, value: null, low: null, high: null, problem: interval.toJSON() };
  }
  return { ...counts, value: interval.estimate, low: interval.low, high: interval.high };
}

/** The lift that 80 % of experiments of this size would show, for the arm where it takes most. */
function smallestEffect(
  readings: readonly Readings[],
  alpha: number,
): { mde: number | null; problem?: ProblemData } {
  const reach = normal.criticalValue(alpha) + normal.quantile(POWER);
  let mde = 0;
  for (const { pair } of readings) {
    if (pair instanceof Problem) return { mde: null, problem: pair.toJSON() };
    const { control, treatment, covariance } = pair;
    if (control.value === 0) return { mde: null, problem: new Problem('control-is-zero').toJSON() };
    const { error } = difference(control, treatment, covariance);
    mde = Math.max(mde, (reach * error) / Math.abs(control.value));
  }
  return { mde };
}
