import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import { srm } from '../../stats/srm';
import { orProblem } from '../or-problem';
import type { Group } from './grouped';
import type { FunnelParams } from './params';
import type { SplitCheck } from './result';

const SPLIT_FAILS = 0.001;

/**
 * Whether those who entered are divided as planned, where a plan is given.
 *
 * @throws {Problem} `no-such-group`
 */
export function splitChecks(groups: readonly Group[], { split }: FunnelParams): SplitCheck[] {
  if (split === undefined) return [];
  const names = groups.map(({ name }) => String(name));
  for (const name of Object.keys(split)) {
    if (names.includes(name)) continue;
    const args = { name, known: names, near: nearest(name, names) };
    throw new Problem('no-such-group', args, { path: 'split' });
  }
  const planned = groups.filter(({ name }) => (split[String(name)] ?? 0) > 0);
  const observed = planned.map(({ entered, open, removed }) => entered + open + removed);
  const shares = planned.map(({ name }) => split[String(name)]!);
  const test = orProblem(() => srm(observed, shares));
  const base = { name: 'srm', observed } as const;
  if (test instanceof Problem) {
    const nothing = { statistic: null, df: null, p: null, problem: test.toJSON() };
    return [{ ...base, status: 'unknown', ...nothing, expected: [] }];
  }
  const { statistic, df, p, expected } = test;
  return [{ ...base, status: p < SPLIT_FAILS ? 'fail' : 'pass', statistic, df, p, expected }];
}
