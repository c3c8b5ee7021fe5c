import { Problem, type ProblemData } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import * as normal from '../../stats/normal';
import { FEWEST_USERS } from './checks';
import { type Contrast, contrastOf } from './contrast';
import { type Correction, corrected } from '../../stats/multiple-testing';
import type { ExperimentParams, Metric } from './params';
import type { Comparison, MaybeInterval, MetricArm, MetricResult, Role, State } from './result';
import { type Summary, armInterval, sizeOf } from './summary';

const POWER = 0.8;
/** Below this many expected users in a cell of the two-by-two table there is no verdict. */
const LEAST_EXPECTED = 5;

/** One metric as it was counted: an entry per planned arm, the control first. */
export interface Counted {
  readonly metric: Metric;
  readonly role: Role;
  readonly windowMs: number | null;
  readonly arms: readonly {
    readonly name: string;
    readonly users: number;
    readonly missing: number;
    readonly summary: Summary;
  }[];
}

/** The results of all metrics: p-values are adjusted over the goals and arms together. */
export function metricResults(
  counted: readonly Counted[],
  params: ExperimentParams,
): MetricResult[] {
  const { alpha } = params;
  const contrasts = counted.map((each) => contrastsOf(each, alpha));
  const family = counted.flatMap(({ role, metric }, m) =>
    role === 'goal' ? contrasts[m]!.map((contrast) => ({ metric, contrast })) : [],
  );
  const tested = family.filter(({ contrast }) => !(contrast instanceof Problem));
  const corrections = corrected(
    tested.map(({ contrast }) => (contrast as Contrast).p),
    correctionOf(
      params,
      tested.map(({ metric }) => metric.name),
    ),
  );
  const shares = new Map(tested.map(({ contrast }, i) => [contrast, corrections[i]!]));

  return counted.map((each, m) => ({
    name: each.metric.name,
    type: each.metric.type,
    role: each.role,
    direction: each.metric.direction,
    windowMs: each.windowMs,
    ...smallestEffect(contrasts[m]!, alpha),
    arms: each.arms.map((arm) => metricArm(arm, alpha)),
    comparisons: contrasts[m]!.map((contrast, i) => {
      const arm = each.arms[i + 1]!;
      if (contrast instanceof Problem) return notCompared(arm.name, alpha, contrast.toJSON());
      const { p, share } = shares.get(contrast) ?? { p: contrast.p, share: 1 };
      const least = Math.min(sizeOf(each.arms[0]!.summary), sizeOf(arm.summary));
      const isEnough =
        least >= FEWEST_USERS && (contrast.leastExpected ?? Infinity) >= LEAST_EXPECTED;
      return comparisonOf(arm.name, contrast, { p, alpha: alpha * share, isEnough }, each.metric);
    }),
  }));
}

function contrastsOf({ arms }: Counted, alpha: number): (Contrast | Problem)[] {
  const [control, ...treatments] = arms.map(({ summary }) => summary);
  return treatments.map((treatment) => orProblem(() => contrastOf(control!, treatment, alpha)));
}

/** The preferred metric takes half of alpha. */
function correctionOf({ correction }: ExperimentParams, metrics: readonly string[]): Correction {
  if (correction === 'bh') return 'benjamini-hochberg';
  if (typeof correction === 'string') return correction;
  return { preferred: metrics.map((name) => name === correction.preferred), weight: 0.5 };
}

function metricArm(arm: Counted['arms'][number], alpha: number): MetricArm {
  const { name, users, missing, summary } = arm;
  const interval = orProblem(() => armInterval(summary, alpha));
  const counts = { name, users, total: summary.total, missing, matured: sizeOf(summary) };
  if (interval instanceof Problem) {
    return { ...counts, value: null, low: null, high: null, problem: interval.toJSON() };
  }
  return { ...counts, value: interval.estimate, low: interval.low, high: interval.high };
}

function comparisonOf(
  arm: string,
  contrast: Contrast,
  { p, alpha, isEnough }: { p: number; alpha: number; isEnough: boolean },
  metric: Metric,
): Comparison {
  const difference = contrast.difference(alpha);
  const lift = maybeInterval(() => contrast.lift(alpha));
  return {
    arm,
    deciding: 'fixed',
    test: contrast.test,
    statistic: contrast.statistic,
    df: contrast.df,
    p: contrast.p,
    pAdjusted: p,
    level: 1 - alpha,
    difference,
    lift,
    raw: null,
    cuped: null,
    margin: null,
    state: isEnough ? stateOf(difference, lift, metric) : 'not-enough',
  };
}

function notCompared(arm: string, alpha: number, problem: ProblemData): Comparison {
  const nothing = { estimate: null, low: null, high: null, problem };
  return {
    arm,
    deciding: 'fixed',
    test: 'none',
    statistic: null,
    df: null,
    p: null,
    pAdjusted: null,
    level: 1 - alpha,
    difference: nothing,
    lift: nothing,
    raw: null,
    cuped: null,
    margin: null,
    state: 'not-enough',
    problem,
  };
}

/** Read from the intervals and from nothing else. */
function stateOf(difference: Interval, lift: MaybeInterval, { direction, target }: Metric): State {
  const isUp = direction === 'up';
  if (difference.low > 0) return isUp ? 'better' : 'worse';
  if (difference.high < 0) return isUp ? 'worse' : 'better';
  if (target === undefined || lift.estimate === null) return 'unclear';
  return lift.low > -target && lift.high < target ? 'same' : 'unclear';
}

/** The lift that 80 % of experiments of this size would show, where it takes most. */
function smallestEffect(
  contrasts: readonly (Contrast | Problem)[],
  alpha: number,
): { mde: number | null; problem?: ProblemData } {
  const factor = normal.criticalValue(alpha) + normal.quantile(POWER);
  let mde = 0;
  for (const contrast of contrasts) {
    if (contrast instanceof Problem) return { mde: null, problem: contrast.toJSON() };
    if (contrast.base === 0) return { mde: null, problem: new Problem('control-is-zero').toJSON() };
    mde = Math.max(mde, (factor * contrast.error) / Math.abs(contrast.base));
  }
  return { mde };
}

function maybeInterval(act: () => Interval): MaybeInterval {
  const interval = orProblem(act);
  if (!(interval instanceof Problem)) return interval;
  return { estimate: null, low: null, high: null, problem: interval.toJSON() };
}

/** What `act` gives, or the problem why it could not: numbers that are not there are no failure. */
function orProblem<T>(act: () => T): T | Problem {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
