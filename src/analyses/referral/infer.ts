import { durationMs } from '../../base/duration';
import { Problem, type ProblemData } from '../../base/problem';
import type { Comparison } from '../../stats/comparison';
import type { Interval } from '../../stats/interval';
import { medianInterval } from '../../stats/median-interval';
import { moments, variance } from '../../stats/moments';
import { criticalValue } from '../../stats/normal';
import { sortedQuantile } from '../../stats/sample-quantile';
import { scoreTest } from '../../stats/score-test';
import { welch } from '../../stats/welch';
import { wilson } from '../../stats/wilson';
import type { Missing, Scope } from '../analysis';
import { orProblem } from '../or-problem';
import type { ReferralParams } from './params';
import type { Links, People } from './people';
import type { Accepted, Cycle, ReferralComparison, ReferralGroup, ReferralResult } from './result';

/**
 * The result of a referral programme from all users.
 *
 * @throws {Problem} `nobody-active` when no user is active in the dates
 */
export function infer(people: People, params: ReferralParams, scope: Scope): ReferralResult {
  const users = sum(people.active);
  if (users === 0) {
    const event = [params.activity.event].flat().join(', ');
    throw new Problem('nothing-to-count', { event }, { path: 'activity' });
  }
  const sent = sum(people.invites);
  const accepted = sum(people.referred);
  const inviters = inviterOf(people.links, people.referred);
  const groups = [groupOf(people, 'referred'), groupOf(people, 'others')];
  return {
    users,
    invitations: {
      users: people.invites.filter((count) => count > 0).length,
      sent,
      perUser: perUser(people, people.invites),
    },
    accepted: acceptedOf(accepted, sent),
    k: inviters === null ? productK(people, accepted, sent) : countedK(people, accepted, inviters),
    linked:
      inviters === null
        ? null
        : { users: inviters.filter((inviter) => inviter >= 0).length, of: accepted },
    cycle: inviters === null ? null : cycleOf(people, inviters),
    ...{ fromMs: durationMs(params.from), toMs: durationMs(params.to) },
    groups,
    comparisons: comparisonsOf(people),
    doubtful: scope.late ?? null,
  };
}

/** For each invited user the position of who invited them, −1 where that is not known. */
export function inviterOf(links: Links | null, referred: Uint8Array): Int32Array | null {
  if (links === null) return null;
  const places = new Map(links.own.map((id, user) => [id, user]));
  return Int32Array.from(referred, (isReferred, user) =>
    isReferred === 1 ? (places.get(links.referrer[user] ?? '') ?? -1) : -1,
  );
}

/** The mean of a count over active users, with an interval on a logarithmic scale. */
function perUser({ active }: People, counts: ArrayLike<number>): Interval | Missing<Interval> {
  const own = Array.from(counts).filter((_, user) => active[user] === 1);
  const sample = moments(own);
  if (sample.mean === 0) return missing('nobody-invited');
  if (sample.n < 2) return missing('too-few-users', { users: sample.n });
  return onLogScale(sample.mean, variance(sample) / sample.n / sample.mean ** 2);
}

/** Each inviter's own invited users, per active user: what the two together vary. */
function countedK(
  people: People,
  accepted: number,
  inviters: Int32Array,
): Interval | Missing<Interval> {
  const users = sum(people.active);
  if (accepted === 0) return missing('nobody-accepted');
  const brought = new Map<number, number>();
  let squares = 0;
  for (const [user, inviter] of inviters.entries()) {
    if (people.referred[user] === 0) continue;
    // Whose inviter is not known counts for one of their own.
    if (inviter < 0) squares += 1;
    else brought.set(inviter, (brought.get(inviter) ?? 0) + 1);
  }
  for (const count of brought.values()) squares += count ** 2;
  const k = accepted / users;
  return onLogScale(k, Math.max(0, squares / users - k ** 2) / users / k ** 2);
}

/** Invitations per user times the share accepted, each with its own noise. */
function productK(people: People, accepted: number, sent: number): Interval | Missing<Interval> {
  const users = sum(people.active);
  if (accepted === 0) return missing('nobody-accepted');
  const own = Array.from(people.invites).filter((_, user) => people.active[user] === 1);
  const sample = moments(own);
  const spread =
    sample.n < 2 || sample.mean === 0
      ? 1 / accepted
      : variance(sample) / sample.n / sample.mean ** 2;
  const chance = sent > accepted ? (1 - accepted / sent) / accepted : 1 / accepted;
  return onLogScale(accepted / users, spread + chance);
}

function onLogScale(estimate: number, relativeVariance: number): Interval {
  const factor = Math.exp(criticalValue(0.05) * Math.sqrt(relativeVariance));
  return { estimate, low: estimate / factor, high: estimate * factor };
}

function acceptedOf(accepted: number, sent: number): Accepted {
  const none = { accepted, of: sent, rate: null, low: null, high: null };
  if (sent === 0) return { ...none, problem: problemOf('nobody-invited') };
  if (accepted > sent) {
    return { ...none, problem: problemOf('more-accepted-than-sent', { accepted, sent }) };
  }
  const { estimate, low, high } = wilson({ n: sent, successes: accepted });
  return { accepted, of: sent, rate: estimate, low, high };
}

function cycleOf(people: People, inviters: Int32Array): Cycle {
  const times = Float64Array.from(inviters, (inviter, user) =>
    inviter < 0 ? NaN : people.signup[user]! - people.signup[inviter]!,
  )
    .filter((time) => time >= 0)
    .sort();
  const none = { count: 0, medianMs: null, low: null, high: null, p90Ms: null };
  if (times.length === 0) return { ...none, problem: problemOf('no-cycle') };
  const interval = orProblem(() => medianInterval(times));
  return {
    count: times.length,
    medianMs: sortedQuantile(times, 0.5),
    ...(interval instanceof Problem
      ? { low: null, high: null, problem: interval.toJSON() }
      : { low: interval.low, high: interval.high }),
    p90Ms: sortedQuantile(times, 0.9),
  };
}

function groupOf(people: People, name: ReferralGroup['name']): ReferralGroup {
  const activity = activityOf(people, name);
  const isThis = name === 'referred' ? 1 : 0;
  const users = people.signup.filter(
    (at, user) => !Number.isNaN(at) && people.referred[user] === isThis,
  ).length;
  const returned = activity.filter((count) => count > 0).length;
  const total = sum(activity);
  const matured = activity.length;
  return {
    ...{ name, users, matured, total, mean: matured === 0 ? null : total / matured },
    ...{ returned, of: matured, rate: matured === 0 ? null : returned / matured },
    ...(matured === 0 ? { problem: problemOf('too-few-matured', { users }) } : {}),
  };
}

/** The activity of each user of a group whose time has passed. */
function activityOf({ activity, referred }: People, name: ReferralGroup['name']): Float64Array {
  const isThis = name === 'referred' ? 1 : 0;
  return activity.filter((count, user) => !Number.isNaN(count) && referred[user] === isThis);
}

function comparisonsOf(people: People): ReferralComparison[] {
  const [referred, others] = [activityOf(people, 'referred'), activityOf(people, 'others')];
  const share = (counts: Float64Array) => {
    return { n: counts.length, successes: counts.filter((count) => count > 0).length };
  };
  return [
    comparison('returned', () => scoreTest(share(others), share(referred))),
    comparison('activity', () => welch(moments(others), moments(referred))),
  ];
}

function comparison(name: ReferralComparison['name'], test: () => Comparison): ReferralComparison {
  const found = orProblem(test);
  if (!(found instanceof Problem)) return { name, difference: found.difference, p: found.p };
  const problem = found.toJSON();
  return { name, difference: { estimate: null, low: null, high: null, problem }, p: null, problem };
}

function missing(...args: ConstructorParameters<typeof Problem>): Missing<Interval> {
  return { estimate: null, low: null, high: null, problem: problemOf(...args) };
}

function problemOf(...args: ConstructorParameters<typeof Problem>): ProblemData {
  return new Problem(...args).toJSON();
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i]!;
  return total;
}
