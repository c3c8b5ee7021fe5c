import { Problem } from '../../base/problem';
import { alwaysValidMultiplier, alwaysValidP } from '../../stats/always-valid';
import { around } from '../../stats/comparison';
import { cuped } from '../../stats/cuped';
import { type Estimate, difference, meanEstimate, soberRateEstimate } from '../../stats/estimate';
import { fiellerLift } from '../../stats/fieller';
import type { Interval } from '../../stats/interval';
import { koopmanLift } from '../../stats/koopman';
import { scoreTest } from '../../stats/score-test';
import * as studentsT from '../../stats/students-t';
import { welchDf } from '../../stats/welch';
import type { Boundary } from './boundary';
import type { Half } from './result';
import { type Sampled, asCarried } from './summary';

/** Both arms of a comparison as normal estimates, after adjustment where there is one. */
export interface Pair {
  readonly control: Estimate;
  readonly treatment: Estimate;
  readonly covariance: number;
  /** Degrees of freedom of their difference; Infinity where it is normal. */
  readonly df: number;
  /** Users in both arms. */
  readonly n: number;
  /** Below this no lift can be: −1 for rates, which are never negative. */
  readonly leastLift: number;
  readonly adjustment: { readonly theta: number; readonly varianceRemoved: number } | null;
}

/** One test of a treatment arm against the control, whose intervals can be read at any level. */
export interface Reading {
  readonly half: Half;
  /** What the test is about: with the delta method the lift, else the difference. */
  readonly on: 'difference' | 'lift';
  readonly test: string;
  /** z, or t where `df` is given. */
  readonly statistic: number;
  readonly df: number | null;
  readonly p: number;
  /** Treatment minus control at level 1 − `alpha`. */
  difference(alpha: number): Interval;
  /** @throws {Problem} `control-is-zero`, `control-too-uncertain` */
  lift(alpha: number): Interval;
}

export type LiftMethod = 'fieller' | 'delta';

/**
 * Both arms as normal estimates. Needs variation in one of them, or rates of 0 and 1.
 *
 * @throws {Problem} `too-few-users`, `same-value`, `constant-arms`, and what stands in the summaries
 */
export function pairOf(ofControl: Sampled, ofTreatment: Sampled, theta: 'within' | 'pooled'): Pair {
  const n = ofControl.n + ofTreatment.n;
  for (const { n: users } of [ofControl, ofTreatment]) {
    if (users < 2) throw new Problem('too-few-users', { users });
  }
  const [control, treatment] = [asCarried(ofControl), asCarried(ofTreatment)];
  if (control.joint && treatment.joint) {
    const adjusted = cuped(control.joint, treatment.joint, 0.05, theta);
    const adjustment = { theta: adjusted.theta[0]!, varianceRemoved: adjusted.varianceRemoved };
    const { covariance, comparison } = adjusted;
    const arms = { control: adjusted.control, treatment: adjusted.treatment };
    return { ...arms, covariance, df: comparison.df!, n, leastLift: -Infinity, adjustment };
  }
  const [c, t] = [estimateOf(control), estimateOf(treatment)];
  const [a, b] = [control.values, treatment.values];
  if (isConstant(control, c) && isConstant(treatment, t)) {
    if (c.value === t.value) throw new Problem('same-value', { value: c.value });
    // Rates are told apart all the same: the error of half a user stands in.
    if (a.kind !== 'rate')
      throw new Problem('constant-arms', { control: c.value, treatment: t.value });
  }
  const df = a.kind === 'mean' && b.kind === 'mean' ? welchDf(a.sample, b.sample) : Infinity;
  const leastLift = a.kind === 'rate' ? -1 : -Infinity;
  return { control: c, treatment: t, covariance: 0, df, n, leastLift, adjustment: null };
}

/** No two users differ. */
function isConstant({ values }: Sampled, { value, error }: Estimate): boolean {
  return values.kind === 'rate' ? value === 0 || value === 1 : error === 0;
}

function estimateOf({ values }: Sampled): Estimate {
  switch (values.kind) {
    case 'rate':
      return soberRateEstimate(values.share);
    case 'mean':
      return meanEstimate(values.sample);
    case 'quantile':
      return values.estimate;
    case 'none':
      throw values.problem;
  }
}

/**
 * The test of one look: the score test of rates, Welch's of everything else.
 *
 * @throws {Problem} what `pairOf` finds, and `same-value`
 */
export function fixedReading(
  control: Sampled,
  treatment: Sampled,
  pair: () => Pair,
  method: LiftMethod,
): Reading {
  const [a, b] = [control.values, treatment.values];
  if (a.kind === 'rate' && b.kind === 'rate' && method === 'fieller' && control.joint === null) {
    const { statistic, df, p } = scoreTest(a.share, b.share);
    return {
      half: 'fixed',
      on: 'difference',
      test: 'score-z',
      statistic,
      df,
      p,
      difference: (alpha) => scoreTest(a.share, b.share, alpha).difference,
      lift: (alpha) => koopmanLift(a.share, b.share, alpha),
    };
  }
  const both = pair();
  const { df } = both;
  const kind = b.kind === 'mean' ? 'welch-t' : 'z';
  return normalReading(both, method, {
    half: 'fixed',
    test: both.adjustment === null ? kind : 'cuped-t',
    df: df === Infinity ? null : df,
    reach: (alpha) => studentsT.criticalValue(alpha, df),
    p: (z) => studentsT.twoSidedP(z, df),
  });
}

/** The test that may be looked at as often as one likes; `scale` is the boundary's ρ². */
export function alwaysValidReading(pair: Pair, scale: number, method: LiftMethod): Reading {
  return normalReading(pair, method, {
    half: 'always-valid',
    test: 'always-valid',
    df: null,
    reach: (alpha) => alwaysValidMultiplier(pair.n, scale, alpha),
    p: (z) => alwaysValidP(z, pair.n, scale),
  });
}

/** The test of one look as a look of a group-sequential plan: its levels are those that the plan leaves now. */
export function sequentialReading(single: Reading, boundary: Boundary): Reading {
  return {
    ...single,
    half: 'group-sequential',
    p: boundary.p(single.p),
    difference: (alpha) => single.difference(boundary.nominal(alpha)),
    lift: (alpha) => single.lift(boundary.nominal(alpha)),
  };
}

interface Rule {
  readonly half: Half;
  readonly test: string;
  readonly df: number | null;
  /** How many standard errors an interval reaches. */
  reach(alpha: number): number;
  p(statistic: number): number;
}

function normalReading(pair: Pair, method: LiftMethod, rule: Rule): Reading {
  const { control, treatment, covariance, leastLift } = pair;
  const { half, test, df, reach } = rule;
  const gap = difference(control, treatment, covariance);
  const tested = method === 'delta' ? deltaLiftOf(pair) : gap;
  const statistic = tested.value / tested.error;
  return {
    half,
    on: method === 'delta' ? 'lift' : 'difference',
    test: method === 'delta' ? `delta-${test}` : test,
    statistic,
    df,
    p: rule.p(statistic),
    difference: (alpha) => around(gap, reach(alpha)),
    lift: (alpha) =>
      method === 'delta'
        ? around(tested, reach(alpha))
        : possible(fiellerLift(control, treatment, reach(alpha), covariance), leastLift),
  };
}

/** The part of an interval that can be: a rate does not fall by more than all of it. */
function possible({ estimate, low, high }: Interval, least: number): Interval {
  return { estimate, low: Math.max(least, low), high };
}

/**
 * The lift with its error by the delta method, for agreement with other tools and for priors.
 *
 * @throws {Problem} `control-is-zero`
 */
export function deltaLiftOf({ control, treatment, covariance }: Pair): Estimate {
  const base = Math.abs(control.value);
  if (base === 0) throw new Problem('control-is-zero');
  const ratio = treatment.value / control.value;
  const variance = treatment.error ** 2 + (ratio * control.error) ** 2 - 2 * ratio * covariance;
  return {
    value: (treatment.value - control.value) / base,
    error: Math.sqrt(Math.max(0, variance)) / base,
  };
}
