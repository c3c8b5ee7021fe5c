import { Problem } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import { orProblem } from '../or-problem';
import type { MaybeInterval } from './result';

/** An interval, or why there is none. */
export function maybeInterval(act: () => Interval): MaybeInterval {
  const interval = orProblem(act);
  if (!(interval instanceof Problem)) return interval;
  return { estimate: null, low: null, high: null, problem: interval.toJSON() };
}
