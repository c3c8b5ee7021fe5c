import { Problem } from '../../base/problem';
import type { Durations } from '../../stats/kaplan-meier';
import { type LogRank, logRank } from '../../stats/log-rank';
import { corrected } from '../../stats/multiple-testing';
import { orProblem } from '../or-problem';
import type { Memberships } from './memberships';
import type { LogRankResult } from './result';

/**
 * Whether the users of each group leave as fast as those of the control. A user leaves in the period
 * of the last return, when at least one more is over without any; others were watched to the end.
 * P-values are corrected over the groups (Holm 1979).
 *
 * @param of  the group of each membership; users have one each
 */
export function leavingTests(
  members: Memberships,
  of: Uint8Array,
  control: number,
  groups: readonly { readonly group: number; readonly name: string }[],
): LogRankResult[] {
  const found = groups.map(({ group }) =>
    orProblem(() => logRank([durations(members, of, control), durations(members, of, group)])),
  );
  const tested = found.filter((each): each is LogRank => !(each instanceof Problem));
  const adjusted = corrected(
    tested.map(({ p }) => p),
    'holm',
  );
  return groups.map(({ name }, i) => {
    const test = found[i]!;
    if (test instanceof Problem) {
      const nothing = { statistic: null, df: null, p: null, pAdjusted: null };
      return { group: name, ...nothing, problem: test.toJSON() };
    }
    const { statistic, df, p } = test;
    return { group: name, statistic, df, p, pAdjusted: adjusted[tested.indexOf(test)]!.p };
  });
}

/** In which period each user of a group left, or how long those were watched who did not. */
function durations({ known, last }: Memberships, of: Uint8Array, group: number): Durations {
  const times: number[] = [];
  const happened: number[] = [];
  for (let i = 0; i < of.length; ++i) {
    if (of[i] !== group || known[i]! < 1) continue;
    const end = known[i]! - 1;
    times.push(Math.min(last[i]!, end));
    happened.push(last[i]! < end ? 1 : 0);
  }
  return { times, happened };
}
