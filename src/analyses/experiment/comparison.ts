import { Problem, type ProblemData } from '../../base/problem';
import { leastExpected } from '../../stats/score-test';
import type { Design } from './design';
import { maybeInterval } from './maybe-interval';
import type { Metric } from './params';
import { type Arms, FEWEST_USERS, type Readings } from './readings';
import type { MaybeInterval } from './maybe-interval';
import type { Comparison, State } from './result';

/** Below this many expected users in a cell of the two-by-two table there is no verdict. */
const LEAST_EXPECTED = 5;

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
