import { Problem } from '../../base/problem';
import { logRank } from '../../stats/log-rank';
import { orProblem } from '../or-problem';
import type { Memberships } from './memberships';
import type { LogRankResult } from './result';

/**
 * Whether the users of a group leave as fast as those of the control. A user leaves in the period of
 * the last return, when at least one more is over without any; others were watched to the end.
 *
 * @param of  the group of each membership; users have one each
 */
export function leavingTest(
  { known, last }: Memberships,
  of: Uint8Array,
  control: number,
  treatment: number,
  group: string,
): LogRankResult {
  const durations = [control, treatment].map((wanted) => {
    const times: number[] = [];
    const happened: number[] = [];
    for (let i = 0; i < of.length; ++i) {
      if (of[i] !== wanted || known[i]! < 1) continue;
      const end = known[i]! - 1;
      times.push(Math.min(last[i]!, end));
      happened.push(last[i]! < end ? 1 : 0);
    }
    return { times, happened };
  });
  const found = orProblem(() => logRank(durations));
  if (found instanceof Problem) {
    return { group, statistic: null, df: null, p: null, problem: found.toJSON() };
  }
  return { group, statistic: found.statistic, df: found.df, p: found.p };
}
