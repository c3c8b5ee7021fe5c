import { Problem } from '../../base/problem';
import { scoreTest } from '../../stats/score-test';
import type { Scope } from '../analysis';
import { doubtfulDates } from '../doubtful-dates';
import { clockOf, valuesOf } from '../ltv/curve';
import { orProblem } from '../or-problem';
import { localDay } from '../purchases';
import { type Acquired, joinedAcquired } from './acquired';
import { type CohortCosts, cohortCosts } from './cohort-costs';
import type { PaybackParams } from './params';
import { type Ledger, paybackRow } from './payback-row';
import type { LooksGood, PaybackChannel, PaybackCohort, PaybackResult } from './result';

/** More rows than this nobody reads. */
const MOST_COHORTS = 2_000;
/** With fewer buyers a channel is no candidate for looking good. */
const FEW_BUYERS = 20;

/**
 * What channels cost and brought, whole and by cohort.
 *
 * @throws {Problem} `nobody-acquired` when nobody has the acquisition event in the range
 * @throws {Problem} `too-many-periods` when there would be more than 2,000 cohorts
 */
export function infer(
  parts: readonly Acquired[],
  params: PaybackParams,
  scope: Scope,
): PaybackResult {
  const acquired = joinedAcquired(parts);
  const { customers, costs } = acquired;
  if (customers.user.length === 0) {
    throw new Problem('nobody-acquired', {}, { path: 'acquisition' });
  }
  const { period, periods, margin } = params;
  const clock = clockOf(customers, { period, windows: 'calendar' }, scope, acquired.firstTime);
  const spent = cohortCosts(acquired, clock, scope);
  const ledger: Ledger = {
    ...{ customers, periods, margin },
    values: valuesOf(customers, periods, clock),
    passed: Int32Array.from(clock.starts, (start) => clock.passed(start)),
    problem: costs.problem && new Problem(costs.problem.code, costs.problem.args),
  };
  const names = channelNames(acquired, spent);
  const members = new Map(names.map((name): [string, number[]] => [name, []]));
  for (const [i, code] of acquired.codes.entries()) {
    if (code >= 0) members.get(acquired.values[code]!)!.push(i);
  }
  const channels = names.map((channel): PaybackChannel => ({
    channel,
    ...paybackRow(
      { users: members.get(channel)!, costs: spent.byChannel.get(channel) ?? null },
      ledger,
    ),
  }));
  const lastDay = localDay(scope.timezone)(scope.completeThrough - 1);
  return {
    ...{ users: customers.user.length, period, margin, unit: costs.unit },
    channels,
    cohorts: cohortRows(names, members, spent, ledger, clock.cohorts, params),
    costs: {
      ...{ total: spent.total, outside: spent.outside },
      withoutUsers: channels
        .filter(({ users, cost }) => users === 0 && cost !== null)
        .map(({ channel, cost }) => ({ channel, cost: cost! })),
      withoutCost: channels.filter(({ cost }) => !cost).map(({ channel }) => channel),
    },
    withoutChannel: acquired.codes.reduce((count, code) => count + (code < 0 ? 1 : 0), 0),
    missing: customers.missing,
    negative: customers.value.reduce((count, each) => count + (each < 0 ? 1 : 0), 0),
    looksGood: looksGood(channels),
    doubtful: doubtfulDates(customers.day, lastDay),
  };
}

/** Channels that cost something or brought somebody; those with the highest cost, then most users, first. */
function channelNames({ values, codes }: Acquired, { byChannel }: CohortCosts): string[] {
  const users = new Float64Array(values.length);
  for (const code of codes) if (code >= 0) ++users[code]!;
  const cost = (name: string) => byChannel.get(name)?.reduce((sum, each) => sum + each, 0) ?? 0;
  const count = (name: string) => users[values.indexOf(name)] ?? 0;
  return [...new Set([...byChannel.keys(), ...values.filter((name) => count(name) > 0)])].sort(
    (a, b) => cost(b) - cost(a) || count(b) - count(a) || (a < b ? -1 : 1),
  );
}

function cohortRows(
  names: readonly string[],
  members: ReadonlyMap<string, readonly number[]>,
  { byChannel }: CohortCosts,
  ledger: Ledger,
  cohorts: readonly string[],
  { period }: PaybackParams,
): PaybackCohort[] {
  if (cohorts.length * names.length > MOST_COHORTS) {
    const [from, to] = [cohorts[0]!, cohorts.at(-1)!];
    throw new Problem(
      'too-many-periods',
      { period, from, to, most: MOST_COHORTS },
      { path: 'period' },
    );
  }
  return names.flatMap((channel) => {
    const users = cohorts.map((): number[] => []);
    for (const user of members.get(channel)!) users[ledger.values.cohort[user]!]!.push(user);
    const all = byChannel.get(channel);
    return cohorts.flatMap((cohort, c): PaybackCohort[] => {
      const costs = all ? all.map((cost, i) => (i === c ? cost : 0)) : null;
      if (users[c]!.length === 0 && !costs?.[c]) return [];
      const own = { ...ledger, passed: ledger.passed.map((passed, i) => (i === c ? passed : 0)) };
      const row = paybackRow({ users: users[c]!, costs }, own);
      return [{ name: `${cohort} · ${channel}`, cohort, channel, ...row }];
    });
  });
}

/** Cheapest by the buyer and dearest by the buyer who buys again; null where no channel is both. */
function looksGood(channels: readonly PaybackChannel[]): LooksGood | null {
  const paid = channels.filter(
    ({ cost, buyers }) => cost !== null && cost > 0 && buyers >= FEW_BUYERS,
  );
  if (paid.length < 2) return null;
  const again = ({ costPerRepeatBuyer }: PaybackChannel) => costPerRepeatBuyer ?? Infinity;
  const cheapest = paid.reduce((a, b) => (b.costPerBuyer! < a.costPerBuyer! ? b : a));
  const dearest = paid.reduce((a, b) => (again(b) > again(a) ? b : a));
  if (cheapest !== dearest) return null;
  const others = paid.filter((each) => each !== cheapest);
  const sum = (key: 'buyers' | 'repeatBuyers') =>
    others.reduce((total, each) => total + each[key], 0);
  const { channel, buyers, repeatBuyers } = cheapest;
  const counts = { otherBuyers: sum('buyers'), otherRepeatBuyers: sum('repeatBuyers') };
  const test = orProblem(() =>
    scoreTest(
      { n: counts.otherBuyers, successes: counts.otherRepeatBuyers },
      { n: buyers, successes: repeatBuyers },
    ),
  );
  const tested = test instanceof Problem ? { p: null, problem: test.toJSON() } : { p: test.p };
  return { channel, buyers, repeatBuyers, ...counts, ...tested };
}
