import { Problem, type ProblemData } from '../../base/problem';
import { chanceToWin, expectedLoss, posterior } from '../../stats/bayes-normal';
import { betaOutcome } from '../../stats/beta-binomial';
import { around } from '../../stats/comparison';
import { difference } from '../../stats/estimate';
import type { Interval } from '../../stats/interval';
import * as normal from '../../stats/normal';
import type { Design } from './design';
import { marginOf } from './margin';
import { orProblem } from './or-problem';
import type { ExperimentParams, Metric } from './params';
import {
  type Pair,
  type Reading,
  alwaysValidReading,
  deltaLiftOf,
  fixedReading,
  pairOf,
} from './reading';
import type { AlwaysValid, Comparison, FixedHalf, MaybeInterval, State } from './result';
import { leastExpected } from '../../stats/score-test';
import type { Summary } from './summary';

/** Users that each arm needs before anything is said about it. */
export const FEWEST_USERS = 100;
/** Below this many expected users in a cell of the two-by-two table there is no verdict. */
const LEAST_EXPECTED = 5;

/** Both arms of a comparison, as each half sees them. */
export interface Arms {
  readonly control: Summary;
  readonly treatment: Summary;
}

/** A comparison before p-values are corrected. */
export interface Readings {
  readonly arms: Arms;
  readonly deciding: Reading | Problem;
  /** The half that does not decide. */
  readonly other: Reading | Problem;
  /** Of the half that decides. */
  readonly pair: Pair | Problem;
}

/**
 * Reads a comparison both ways. `closed` are the users of the planned time, where they differ from
 * `all`.
 */
export function readingsOf(
  all: Arms,
  closed: Arms | null,
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): Readings {
  const theta = ('theta' in metric ? metric.theta : undefined) ?? 'within';
  const pair = ({ control, treatment }: Arms) => pairOf(control, treatment, theta);
  const forFixed = closed ?? all;
  const fixed = orProblem(() =>
    fixedReading(forFixed.control, forFixed.treatment, () => pair(forFixed), params.lift),
  );
  const always = orProblem(() => {
    const least = Math.min(all.control.n, all.treatment.n);
    if (least < FEWEST_USERS) {
      throw new Problem('too-few-for-looks', { users: least, needed: FEWEST_USERS });
    }
    return alwaysValidReading(pair(all), design.scale, params.lift);
  });
  const isFixed = design.deciding === 'fixed';
  const arms = isFixed ? forFixed : all;
  return {
    arms,
    deciding: isFixed ? fixed : always,
    other: isFixed ? always : fixed,
    pair: orProblem(() => pair(arms)),
  };
}

/** A p-value after correction, and the share of α that is left for its interval. */
export interface Correction {
  readonly p: number;
  readonly share: number;
}

/** The core of a comparison, for segments and the whole alike. */
export function comparisonOf(
  arm: string,
  { arms, deciding }: Readings,
  correction: Correction | undefined,
  metric: Metric,
  design: Design,
): Comparison {
  if (deciding instanceof Problem) return notCompared(arm, design, deciding.toJSON());
  const { p, share } = correction ?? { p: deciding.p, share: 1 };
  const alpha = design.alpha * share;
  const gap = deciding.difference(alpha);
  const lift = maybeInterval(() => deciding.lift(alpha));
  return {
    arm,
    deciding: deciding.half,
    test: deciding.test,
    statistic: deciding.statistic,
    df: deciding.df,
    p: deciding.p,
    pAdjusted: p,
    level: 1 - alpha,
    difference: gap,
    lift,
    state: isEnough(arms)
      ? stateOf(deciding.on === 'lift' ? lift : gap, lift, metric)
      : 'not-enough',
  };
}

/** What the whole is told beyond its core: the other half, beliefs, margin and adjustment. */
export function detailsOf(
  readings: Readings,
  comparison: Comparison,
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): Partial<Comparison> {
  const { arms, pair, other } = readings;
  const { adjustment } = pair instanceof Problem ? { adjustment: null } : pair;
  return {
    ...(design.deciding === 'fixed'
      ? { alwaysValid: alwaysValidHalf(other, design.alpha) }
      : { fixed: fixedHalf(other, design.alpha) }),
    ...(pair instanceof Problem ? {} : beliefs(pair, metric, design.alpha, params)),
    ...beta(arms, metric),
    raw: adjustment === null ? null : raw(arms, design, params),
    cuped: adjustment,
    margin: marginOf(metric, readings, comparison, design),
  };
}

function notCompared(arm: string, { alpha, deciding }: Design, problem: ProblemData): Comparison {
  const nothing = { estimate: null, low: null, high: null, problem };
  return {
    arm,
    deciding,
    test: 'none',
    statistic: null,
    df: null,
    p: null,
    pAdjusted: null,
    level: 1 - alpha,
    difference: nothing,
    lift: nothing,
    state: 'not-enough',
    problem,
  };
}

/** Read from the intervals and from nothing else. */
function stateOf(tested: MaybeInterval, lift: MaybeInterval, { direction, target }: Metric): State {
  const isUp = direction === 'up';
  if (tested.estimate === null) return 'unclear';
  if (tested.low > 0) return isUp ? 'better' : 'worse';
  if (tested.high < 0) return isUp ? 'worse' : 'better';
  if (target === undefined || lift.estimate === null) return 'unclear';
  return lift.low > -target && lift.high < target ? 'same' : 'unclear';
}

function isEnough({ control, treatment }: Arms): boolean {
  if (Math.min(control.n, treatment.n) < FEWEST_USERS) return false;
  const [a, b] = [control.values, treatment.values];
  if (a.kind !== 'rate' || b.kind !== 'rate') return true;
  return leastExpected(a.share, b.share) >= LEAST_EXPECTED;
}

function alwaysValidHalf(reading: Reading | Problem, alpha: number): AlwaysValid {
  const level = 1 - alpha;
  if (reading instanceof Problem) {
    return { low: null, high: null, p: null, level, problem: reading.toJSON() };
  }
  const { low, high } = reading.difference(alpha);
  return { low, high, p: reading.p, level, lift: maybeInterval(() => reading.lift(alpha)) };
}

function fixedHalf(reading: Reading | Problem, alpha: number): FixedHalf {
  const level = 1 - alpha;
  if (reading instanceof Problem) {
    const problem = reading.toJSON();
    const nothing = { estimate: null, low: null, high: null, problem };
    return {
      test: 'none',
      statistic: null,
      df: null,
      p: null,
      level,
      difference: nothing,
      lift: nothing,
      problem,
    };
  }
  const { test, statistic, df, p } = reading;
  const lift = maybeInterval(() => reading.lift(alpha));
  return { test, statistic, df, p, level, difference: reading.difference(alpha), lift };
}

/** Chance to win and expected loss with a flat prior; the lift shrunken by the stated one. */
function beliefs(
  pair: Pair,
  { direction }: Metric,
  alpha: number,
  { lift: method, prior }: ExperimentParams,
): Partial<Comparison> {
  const lift = orProblem(() => deltaLiftOf(pair));
  const gap = difference(pair.control, pair.treatment, pair.covariance);
  const belief = method === 'delta' && !(lift instanceof Problem) ? lift : gap;
  return {
    chanceToWin: chanceToWin(belief, direction),
    expectedLoss: expectedLoss(belief, direction),
    shrunkenLift: maybeInterval(() => {
      if (lift instanceof Problem) throw lift;
      return around(posterior(lift, prior), normal.criticalValue(alpha));
    }),
  };
}

/** The exact belief about two rates, from uniform priors. */
function beta({ control, treatment }: Arms, { direction }: Metric): Partial<Comparison> {
  const [a, b] = [control.values, treatment.values];
  if (a.kind !== 'rate' || b.kind !== 'rate' || control.n === 0 || treatment.n === 0) return {};
  const isUp = direction === 'up';
  const outcome = isUp ? betaOutcome(a.share, b.share) : betaOutcome(b.share, a.share);
  return { beta: { prior: [1, 1], ...outcome } };
}

/** The comparison without the adjustment. */
function raw(
  { control, treatment }: Arms,
  design: Design,
  { lift }: ExperimentParams,
): NonNullable<Comparison['raw']> {
  const [c, t] = [control, treatment].map((summary) => ({ ...summary, joint: null }));
  const pair = () => pairOf(c!, t!, 'within');
  const reading = orProblem(() =>
    design.deciding === 'fixed'
      ? fixedReading(c!, t!, pair, lift)
      : alwaysValidReading(pair(), design.scale, lift),
  );
  const { difference, lift: change, p, problem } = fixedHalf(reading, design.alpha);
  return { difference, lift: change, p, ...(problem ? { problem } : {}) };
}

export function maybeInterval(act: () => Interval): MaybeInterval {
  const interval = orProblem(act);
  if (!(interval instanceof Problem)) return interval;
  return { estimate: null, low: null, high: null, problem: interval.toJSON() };
}
