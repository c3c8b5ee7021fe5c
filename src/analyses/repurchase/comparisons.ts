import { Problem } from '../../base/problem';
import type { Comparison } from '../../stats/comparison';
import { logRank } from '../../stats/log-rank';
import { corrected } from '../../stats/multiple-testing';
import { scoreTest } from '../../stats/score-test';
import { orProblem } from '../or-problem';
import type { Chains } from './chains';
import type { Group } from './groups';
import { durationsOf, withinCounts } from './order-result';
import type { RepurchaseComparison } from './result';

/**
 * Every group against the first: who made the second purchase within `days` by the score test, Holm
 * over the groups; and how fast, by the log-rank test.
 */
export function comparisonsOf(
  chains: Chains,
  [control, ...others]: readonly Group[],
  days: number,
  alpha: number,
): RepurchaseComparison[] {
  if (!control) return [];
  const share = (group: Group) => withinCounts(chains, group.customers, 0, days);
  const tests = others.map((group) => orProblem(() => scoreTest(share(control), share(group))));
  const done = tests.filter((test): test is Comparison => !(test instanceof Problem));
  const adjusted = corrected(
    done.map(({ p }) => p),
    'holm',
  );
  return others.map((group, i) => {
    const test = tests[i]!;
    const about = { group: group.name, days, logRank: logRankOf(chains, control, group) };
    if (test instanceof Problem) return { ...about, ...untested(test) };
    const { p: pAdjusted, share: part } = adjusted[done.indexOf(test)]!;
    const { difference } = scoreTest(share(control), share(group), alpha * part);
    return { ...about, difference, p: test.p, pAdjusted, level: 1 - alpha * part };
  });
}

function untested(found: Problem) {
  const problem = found.toJSON();
  const difference = { estimate: null, low: null, high: null, problem };
  return { difference, p: null, pAdjusted: null, level: null, problem };
}

function logRankOf(chains: Chains, control: Group, group: Group): RepurchaseComparison['logRank'] {
  const found = orProblem(() =>
    logRank([control, group].map(({ customers }) => durationsOf(chains, customers, 0))),
  );
  if (found instanceof Problem) return { statistic: null, p: null, problem: found.toJSON() };
  return { statistic: found.statistic, p: found.p };
}
