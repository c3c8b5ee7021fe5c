import { Problem } from '../../base/problem';
import { durationMs } from '../../base/duration';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import { doubtfulDates } from '../doubtful-dates';
import { localDay } from '../purchases';
import { type Chains, joinedChains } from './chains';
import { comparisonsOf } from './comparisons';
import { groupsOf } from './groups';
import { drawn, orderResults } from './order-result';
import type { RepurchaseParams } from './params';
import type { RepurchaseResult } from './result';

const DAY = 86_400_000;
/** More rows than this nobody reads. */
const MOST_COHORTS = 1_000;

/**
 * How many buy again and when, from the chains of all blocks.
 *
 * @throws {Problem} `no-purchases`, `no-such-group`, `too-many-periods`
 */
export function infer(
  parts: readonly Chains[],
  params: RepurchaseParams,
  scope: Scope,
): RepurchaseResult {
  const chains = joinedChains(parts);
  const { alpha, distinct, since, purchase } = params;
  if (chains.user.length === 0) {
    const event = [purchase.event].flat().join(', ');
    throw new Problem('no-purchases', { event }, { path: 'purchase' });
  }
  const within = params.within.map((each) => durationMs(each) / DAY);
  const everyone = Uint32Array.from(chains.user.keys());
  const groups = params.breakdown === undefined ? [] : groupsOf(chains, params.control);
  const lastDay = localDay(scope.timezone)(scope.completeThrough - 1);
  const read = (customers: ArrayLike<number>) =>
    orderResults(chains, customers, within, alpha).map(({ steps: _, ...result }) => result);
  return {
    customers: chains.user.length,
    purchases: chains.day.length,
    ...{ distinct, since },
    orders: orderResults(chains, everyone, within, alpha).map(({ steps, ...result }) => ({
      ...result,
      curve: drawn(steps),
    })),
    cohorts: cohortsOf(chains, params, scope).map(([cohort, customers]) => ({
      ...{ cohort, customers: customers.length },
      orders: read(customers),
    })),
    groups: groups.map(({ name, isRest, customers }) => ({
      ...{ name, isRest, customers: customers.length },
      orders: read(customers),
    })),
    comparisons: comparisonsOf(chains, groups, within[0]!, alpha),
    doubtful: doubtfulDates(chains.day, lastDay),
    alpha,
  };
}

/** Customers by the period of their first purchase, named by its local date, in order. */
export function cohortsOf(
  { start }: Chains,
  { period }: RepurchaseParams,
  { timezone, weekStart }: Scope,
): [string, number[]][] {
  const days = calendar(timezone, weekStart);
  const cohorts = new Map<number, number[]>();
  for (const [i, ms] of start.entries()) {
    const from = days.start(period, ms);
    const found = cohorts.get(from);
    if (found) found.push(i);
    else cohorts.set(from, [i]);
  }
  const sorted = [...cohorts].sort(([a], [b]) => a - b);
  if (sorted.length > MOST_COHORTS) {
    const [from, to] = [days.date(sorted[0]![0]), days.date(sorted.at(-1)![0])];
    throw new Problem(
      'too-many-periods',
      { period, from, to, most: MOST_COHORTS },
      { path: 'period' },
    );
  }
  return sorted.map(([from, customers]) => [days.date(from), customers]);
}
