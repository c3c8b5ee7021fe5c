import { Problem } from '../../base/problem';
import { bandMultiplier } from '../../stats/band-multiplier';
import { around } from '../../stats/comparison';
import type { Interval } from '../../stats/interval';
import { scoreInterval } from '../../stats/mee';
import { corrected } from '../../stats/multiple-testing';
import * as normal from '../../stats/normal';
import { scoreTest } from '../../stats/score-test';
import { orProblem } from '../or-problem';
import type { Curve } from './curve';
import type { Comparison } from './result';
import type { Span } from './spans';
import type { UserNoise } from './user-noise';

const ALPHA = 0.05;

/** A group against the control. */
export interface Contest {
  readonly group: string;
  readonly control: Curve;
  readonly treatment: Curve;
  /** Of the differences. */
  readonly noise: UserNoise;
}

/** How differences are tested. */
export interface TestSetting {
  readonly spans: readonly Span[];
  /** Each user is in one cohort and has one trial: rates are compared by the score test. */
  readonly isPlain: boolean;
  readonly hasStart: boolean;
  readonly seed: number;
}

/** One difference before its p-value is corrected. */
interface Difference {
  readonly group: string;
  readonly offset: number;
  readonly statistic: number;
  readonly p: number;
  /** All differences that lie within this many standard errors. */
  readonly within: (reach: number) => Interval;
  /** Standard errors that hold the whole curve. */
  readonly reach: number;
}

/**
 * Each group against the control at each offset that both have come to. P-values are corrected over
 * all of them (Holm 1979).
 */
export function comparisonsOf(contests: readonly Contest[], setting: TestSetting): Comparison[] {
  const found = contests.flatMap((contest) => differences(contest, setting));
  const tested = found.filter((each) => !(each.found instanceof Problem));
  const corrections = corrected(
    tested.map(({ found: each }) => (each as Difference).p),
    'holm',
  );
  const correctionOf = new Map(tested.map((each, i) => [each, corrections[i]!]));
  return found.map((each) => {
    const { group, offset, found: difference } = each;
    if (difference instanceof Problem) return untested(group, offset, difference);
    const { p: pAdjusted, share } = correctionOf.get(each)!;
    const level = 1 - share * ALPHA;
    const band = difference.within(difference.reach);
    return {
      group,
      offset,
      difference: difference.within(normal.criticalValue(share * ALPHA)),
      band: { low: band.low, high: band.high },
      statistic: difference.statistic,
      p: difference.p,
      pAdjusted,
      level,
    };
  });
}

function differences(contest: Contest, { spans, isPlain, hasStart, seed }: TestSetting) {
  const { group, control, treatment, noise } = contest;
  const reach = bandMultiplier(noise.covariance, ALPHA, seed);
  return spans.flatMap(({ offset }, s) => {
    if (control.of[s] === 0 || treatment.of[s] === 0 || (s === 0 && hasStart)) return [];
    const found = orProblem((): Difference => {
      const base = { group, offset, reach };
      return isPlain
        ? { ...base, ...scoreDifference(contest, s) }
        : { ...base, ...zDifference(contest, s) };
    });
    return [{ group, offset, found }];
  });
}

function scoreDifference({ control, treatment }: Contest, s: number) {
  const c = { n: control.of[s]!, successes: control.returned[s]! };
  const t = { n: treatment.of[s]!, successes: treatment.returned[s]! };
  const { statistic, p } = scoreTest(c, t, ALPHA);
  return { statistic, p, within: (reach: number) => scoreInterval(c, t, reach) };
}

/** @throws {Problem} `same-value` when nobody differs from anybody */
function zDifference({ control, treatment, noise }: Contest, s: number) {
  const value = treatment.value[s]! - control.value[s]!;
  const error = Math.sqrt(noise.covariance[s]![s]!);
  if (!(error > 0)) throw new Problem('same-value', { value: control.value[s]! });
  const statistic = value / error;
  return {
    statistic,
    p: normal.twoSidedP(statistic),
    within: (reach: number) => around({ value, error }, reach),
  };
}

function untested(group: string, offset: number, found: Problem): Comparison {
  const problem = found.toJSON();
  return {
    group,
    offset,
    difference: { estimate: null, low: null, high: null, problem },
    band: { low: null, high: null, problem },
    statistic: null,
    p: null,
    pAdjusted: null,
    level: 1 - ALPHA,
    problem,
  };
}
