import { Problem } from '../../base/problem';
import { chanceToWin, expectedLoss, posterior } from '../../stats/bayes-normal';
import { betaOutcome } from '../../stats/beta-binomial';
import { around } from '../../stats/comparison';
import { difference } from '../../stats/estimate';
import * as normal from '../../stats/normal';
import type { Design } from './design';
import { marginOf } from './margin';
import { maybeInterval } from './maybe-interval';
import { orProblem } from '../or-problem';
import type { ExperimentParams, Metric } from './params';
import { type Pair, type Reading, deltaLiftOf } from './reading';
import { type Arms, type Readings, readingsOf } from './readings';
import type { AlwaysValid, Comparison, FixedHalf } from './result';

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
    ...(design.deciding === 'always-valid'
      ? { fixed: fixedHalf(other, design.alpha) }
      : { alwaysValid: alwaysValidHalf(other, design.alpha) }),
    ...(pair instanceof Problem ? {} : beliefs(pair, metric, design.alpha, params)),
    ...beta(arms, metric),
    raw: adjustment === null ? null : raw(arms, metric, design, params),
    cuped: adjustment,
    margin: marginOf(metric, readings, comparison, design),
  };
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
  const isOfLift = method === 'delta' && !(lift instanceof Problem);
  const belief = isOfLift ? lift : gap;
  return {
    chanceToWin: chanceToWin(belief, direction),
    expectedLoss: expectedLoss(belief, direction),
    expectedLossOf: isOfLift ? 'lift' : 'difference',
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
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): NonNullable<Comparison['raw']> {
  const plain = {
    control: { ...control, joint: null },
    treatment: { ...treatment, joint: null },
  };
  const { deciding } = readingsOf(plain, null, metric, design, params);
  const { difference, lift, p, problem } = fixedHalf(deciding, design.alpha);
  return { difference, lift, p, ...(problem ? { problem } : {}) };
}
