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

/** A segment and a metric, and what those in it and the others did. */
interface Pair {
  readonly metric: MeasuredMetric;
  readonly segment: string;
  readonly inside: Moments;
  readonly others: Moments;
}

/** Of each segment and metric: those in it against all others, corrected together. */
export function liftsOf(
  measured: readonly MeasuredUsers[],
  { segments, metrics }: SegmentsParams,
  scope: Scope,
): SegmentLift[] {
  const pairs = metrics.flatMap((metric, m) =>
    segments.map((segment, s): Pair => {
      const { values, before } = measured[m]!;
      return { metric, segment, ...sidesOf(values, before[s]!) };
    }),
  );
  const tests = pairs.map((pair) => orProblem(() => comparison(pair, ALPHA)));
  const known = tests.flatMap((test) => (test instanceof Problem ? [] : [test.p]));
  const adjusted = corrected(known, 'benjamini-hochberg');
  let next = 0;
  return pairs.map((pair, i) => {
    const test = tests[i]!;
    const base = described(pair, scope);
    if (test instanceof Problem) return { ...base, ...incomparable(test) };
    const { p: pAdjusted, share } = adjusted[next++]!;
    return { ...base, ...compared(pair, ALPHA * share), p: test.p, pAdjusted };
  });
}

function described({ metric, segment, inside, others }: Pair, scope: Scope) {
  return {
    ...{ name: `${segment} · ${metric.name}`, segment, metric: metric.name },
    type: metric.value === undefined ? ('proportion' as const) : ('mean' as const),
    unit: metric.value === undefined ? null : (scope.columnUnits[metric.value] ?? null),
    windowMs: durationMs(metric.window),
    inside: sideOf(inside),
    others: sideOf(others),
  };
}

function incomparable(why: Problem) {
  const none = missing(why);
  return {
    ...{ difference: none, lift: none, p: null, pAdjusted: null, level: 1 - ALPHA },
    problem: why.toJSON(),
  };
}

function compared(pair: Pair, alpha: number) {
  const lift = orProblem(() => liftOf(pair, alpha));
  return {
    difference: comparison(pair, alpha).difference,
    lift: lift instanceof Problem ? missing(lift) : lift,
    level: 1 - alpha,
  };
}

function sidesOf(values: Float64Array, isIn: Uint8Array) {
  const sides = [new Float64Array(values.length), new Float64Array(values.length)] as const;
  const counts: [number, number] = [0, 0];
  for (let user = 0; user < values.length; ++user) {
    const side = isIn[user] as 0 | 1;
    if (!Number.isNaN(values[user]!)) sides[side][counts[side]++] = values[user]!;
  }
  const [others, inside] = [0, 1].map((side) =>
    moments(sides[side as 0 | 1].subarray(0, counts[side as 0 | 1])),
  );
  return { inside: inside!, others: others! };
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
function comparison({ metric, others, inside }: Pair, alpha: number): Comparison {
  return metric.value === undefined
    ? scoreTest(share(others), share(inside), alpha)
    : welch(others, inside, alpha);
}

/** @throws {Problem} `control-is-zero`, `control-too-uncertain` */
function liftOf({ metric, others, inside }: Pair, alpha: number): Interval {
  if (metric.value === undefined) return koopmanLift(share(others), share(inside), alpha);
  const { df } = welch(others, inside, alpha);
  const q = studentsT.criticalValue(alpha, df!);
  return fiellerLift(meanEstimate(others), meanEstimate(inside), q);
}

function missing(problem: Problem): Missing<Interval> {
  return { estimate: null, low: null, high: null, problem: problem.toJSON() };
}
