import { Problem } from '../../base/problem';
import { agrestiCaffo } from '../../stats/agresti-caffo';
import { barnardP } from '../../stats/barnard';
import { around } from '../../stats/comparison';
import { fisherP } from '../../stats/fisher';
import type { Interval } from '../../stats/interval';
import type { MannWhitney } from '../../stats/mann-whitney';
import { miettinenNurminen } from '../../stats/miettinen-nurminen';
import { newcombe } from '../../stats/newcombe';
import * as studentsT from '../../stats/students-t';
import { orProblem } from '../or-problem';
import { deltaLiftOf } from './reading';
import type { Readings } from './readings';
import type { Alternative } from './result-details';

/** Barnard's p takes a fraction of a second for so many users, and soon much longer. */
const MOST_FOR_BARNARD = 500;

/**
 * The same arms by other methods that are in use, at level 1 − `alpha`. They are told for
 * information; no verdict is read from them, and they may contradict it.
 */
export function alternativesOf(
  { arms: { control, treatment }, pair }: Readings,
  ranks: MannWhitney | Problem | undefined,
  alpha: number,
): Alternative[] {
  const [a, b] = [control.values, treatment.values];
  if (Math.min(control.n, treatment.n) < 2) return [];
  if (a.kind === 'rate' && b.kind === 'rate') {
    const [c, t] = [a.share, b.share];
    return [
      interval('newcombe', newcombe(c, t, alpha)),
      interval('miettinen-nurminen', miettinenNurminen(c, t, alpha)),
      interval('agresti-caffo', agrestiCaffo(c, t, alpha)),
      { name: 'fisher', p: fisherP(c, t) },
      ...(c.n + t.n <= MOST_FOR_BARNARD ? [{ name: 'barnard' as const, p: barnardP(c, t) }] : []),
    ];
  }
  return [...deltaLift(pair, alpha), ...rankSum(ranks)];
}

function interval(name: Alternative['name'], { estimate, low, high }: Interval): Alternative {
  return { name, difference: { estimate, low, high } };
}

/** The lift whose error is taken at the observed averages, as other tools have it. */
function deltaLift(pair: Readings['pair'], alpha: number): Alternative[] {
  if (pair instanceof Problem) return [];
  const lift = orProblem(() => deltaLiftOf(pair));
  if (lift instanceof Problem || lift.error === 0) return [];
  return [
    {
      name: 'delta',
      p: studentsT.twoSidedP(lift.value / lift.error, pair.df),
      lift: around(lift, studentsT.criticalValue(alpha, pair.df)),
    },
  ];
}

function rankSum(ranks: MannWhitney | Problem | undefined): Alternative[] {
  if (ranks === undefined || ranks instanceof Problem) return [];
  const { p, probability } = ranks;
  return [{ name: 'mann-whitney', p, probability }];
}
