import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import type { Comparison } from '../../stats/comparison';
import { meanEstimate } from '../../stats/estimate';
import { fiellerLift } from '../../stats/fieller';
import type { Interval } from '../../stats/interval';
import { koopmanLift } from '../../stats/koopman';
import { type Moments, moments } from '../../stats/moments';
import { corrected } from '../../stats/multiple-testing';
import { scoreTest } from '../../stats/score-test';
import * as studentsT from '../../stats/students-t';
import { welch } from '../../stats/welch';
import type { Missing, Scope } from '../analysis';
import { orProblem } from '../or-problem';
import type { MeasuredUsers } from './memberships';
import type { MeasuredMetric, SegmentsParams } from './params';
import type { SegmentLift, Side } from './result';

/** Error rate of one comparison. */
const ALPHA = 0.05;

/** Of each segment and metric: those in it against all others, corrected together. */
export function liftsOf(
  measured: readonly MeasuredUsers[],
  { segments, metrics }: SegmentsParams,
  scope: Scope,
): SegmentLift[] {
  const pairs = metrics.flatMap((metric, m) =>
    segments.map((segment, s) => {
      const { values, before } = measured[m]!;
      return { metric, segment, ...sidesOf(values, before[s]!) };
    }),
  );
  const tests = pairs.map(({ metric, others, inside }) =>
    orProblem(() => comparison(metric, others, inside, ALPHA)),
  );
  const known = tests.flatMap((test) => (test instanceof Problem ? [] : [test.p]));
  const adjusted = corrected(known, 'benjamini-hochberg');
  let next = 0;
  return pairs.map(({ metric, segment, inside, others }, i) => {
    const test = tests[i]!;
    const base = {
      ...{ name: `${segment} · ${metric.name}`, segment, metric: metric.name },
      type: metric.value === undefined ? ('proportion' as const) : ('mean' as const),
      unit: metric.value === undefined ? null : (scope.columnUnits[metric.value] ?? null),
      windowMs: durationMs(metric.window),
      inside: sideOf(inside),
      others: sideOf(others),
    };
    if (test instanceof Problem) {
      const problem = test.toJSON();
      const none = missing(test);
      const empty = { difference: none, lift: none, p: null, pAdjusted: null, level: 1 - ALPHA };
      return { ...base, ...empty, problem };
    }
    const { p: pAdjusted, share } = adjusted[next++]!;
    const alpha = ALPHA * share;
    const { difference } = comparison(metric, others, inside, alpha);
    const lift = orProblem(() => liftOf(metric, others, inside, alpha));
    return {
      ...base,
      difference,
      lift: lift instanceof Problem ? missing(lift) : lift,
      ...{ p: test.p, pAdjusted, level: 1 - alpha },
    };
  });
}

function sidesOf(values: Float64Array, isIn: Uint8Array) {
  const known = (side: 0 | 1) =>
    moments(values.filter((value, i) => !Number.isNaN(value) && isIn[i] === side));
  return { inside: known(1), others: known(0) };
}

function sideOf({ n, mean }: Moments): Side {
  if (n > 0) return { users: n, total: n * mean, value: mean };
  const problem = new Problem('too-few-users', { users: 0 }).toJSON();
  return { users: 0, total: 0, value: null, problem };
}

function share({ n, mean }: Moments) {
  return { n, successes: Math.round(n * mean) };
}

/** @throws {Problem} `too-few-users`, `same-value`, `constant-arms` */
function comparison(
  { value }: MeasuredMetric,
  others: Moments,
  inside: Moments,
  alpha: number,
): Comparison {
  return value === undefined
    ? scoreTest(share(others), share(inside), alpha)
    : welch(others, inside, alpha);
}

/** @throws {Problem} `control-is-zero`, `control-too-uncertain` */
function liftOf(
  { value }: MeasuredMetric,
  others: Moments,
  inside: Moments,
  alpha: number,
): Interval {
  if (value === undefined) return koopmanLift(share(others), share(inside), alpha);
  const { df } = welch(others, inside, alpha);
  const q = studentsT.criticalValue(alpha, df!);
  return fiellerLift(meanEstimate(others), meanEstimate(inside), q);
}

function missing(problem: Problem): Missing<Interval> {
  return { estimate: null, low: null, high: null, problem: problem.toJSON() };
}
