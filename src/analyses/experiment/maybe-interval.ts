import { Problem } from '../../base/problem';
import type { Interval } from '../../stats/interval';
import { orProblem } from '../or-problem';
import type { Missing } from '../analysis';

/** An interval, or why there is none. */
export type MaybeInterval = Interval | Missing<Interval>;

/** An interval, or why there is none. */
export function maybeInterval(act: () => Interval): MaybeInterval {
  const interval = orProblem(act);
  if (!(interval instanceof Problem)) return interval;
  return { estimate: null, low: null, high: null, problem: interval.toJSON() };
}
