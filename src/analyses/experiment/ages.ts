import { Problem } from '../../base/problem';
import { type Estimate, difference, meanEstimate } from '../../stats/estimate';
import { type DailyEffect, novelty } from '../../stats/novelty';
import { orProblem } from '../or-problem';
import { type Acts, actsOf, onceADay } from './acts';
import { DAY } from './local-day';
import { kindOf } from './metric-kind';
import { FEWEST_USERS } from './readings';
import type { Setup } from './setup';
import { DAYS_SINCE } from './tally';
import { windowOf } from './window';

/** What an arm did on one day after the exposure. */
export interface AgeArm {
  /** Users who have had the day in full. */
  readonly n: number;
  readonly estimate: Estimate;
}

/** Whether the effect of a treatment changes with the days since the exposure. */
export interface Trend {
  /** Change of the effect when the days multiply by e, its error by users. */
  readonly slope: Estimate;
  /** The effect on the first and on the last day, as the line has them. */
  readonly first: number;
  readonly last: number;
  readonly days: number;
}

/** A metric by days since the exposure: days in order from the first 24 hours on. */
export interface AgeCounts {
  /** The control first. */
  readonly days: readonly (readonly AgeArm[])[];
  /** One per treatment. */
  readonly trends: readonly (Trend | Problem)[];
}

/**
 * The effect of each day after the exposure, over users who have had that day in full, as far as
 * every arm has 100 of them. Null for metrics that days say nothing about, and without times.
 */
export function agesOf(setup: Setup, index: number): AgeCounts | null {
  const { cohort, params, all, planned, scope } = setup;
  const { daily } = cohort.measures[index]!;
  if (daily === null || cohort.time.length === 0) return null;
  const metric = params.metrics[index]!;
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  const most = Math.min(DAYS_SINCE, Math.floor(toMs / DAY));
  const users: Users = {
    arm: all.codes,
    arms: planned.length,
    had: daysHad(cohort.time, most, scope.completeThrough),
    acts: kindOf(metric.type) === 'rate' ? onceADay(daily[0]!) : actsOf(daily),
  };
  const sums = sumsOf(users);
  const squares = squaresOf(users, sums);
  const isEnough = (day: number) =>
    planned.every((_, arm) => sums.count[day * users.arms + arm]! >= FEWEST_USERS);
  let days = 0;
  while (days < most && isEnough(days)) ++days;
  const table = Array.from({ length: days }, (_, day) =>
    planned.map((_, arm) => {
      const at = day * users.arms + arm;
      const n = sums.count[at]!;
      return { n, estimate: meanEstimate({ n, mean: sums.mean[at]!, m2: squares[at]! }) };
    }),
  );
  return { days: table, trends: trendsOf(users, sums, table) };
}

interface Users {
  /** Position of each user's arm; −1 for users who are left out. */
  readonly arm: Int32Array;
  readonly arms: number;
  /** Full days of each user. */
  readonly had: Uint8Array;
  readonly acts: Acts;
}

function daysHad(time: Float64Array, most: number, completeThrough: number): Uint8Array {
  const had = new Uint8Array(time.length);
  for (let i = 0; i < had.length; ++i) {
    had[i] = Math.max(0, Math.min(most, Math.floor((completeThrough - time[i]!) / DAY)));
  }
  return had;
}

/** By day and, within it, arm. */
interface Sums {
  /** Users who have had the day. */
  readonly count: Float64Array;
  readonly mean: Float64Array;
  /** Of a ratio: what the denominators come to per user; else 1. */
  readonly unit: Float64Array;
  /** How far those are from the mean who did nothing, in linearised values of a ratio. */
  readonly idle: Float64Array;
}

function sumsOf(users: Users): Sums {
  const { arm, arms, had, acts } = users;
  const size = DAYS_SINCE * arms;
  const count = new Float64Array(size + arms);
  for (let i = 0; i < arm.length; ++i) {
    if (isIn(users, i) && had[i]! > 0) ++count[(had[i]! - 1) * arms + arm[i]!]!;
  }
  // Who has had a day has had those before it.
  for (let at = size - 1; at >= 0; --at) count[at]! += count[at + arms]!;
  const [above, below] = [new Float64Array(size), new Float64Array(size)];
  for (let k = 0; k < acts.user.length; ++k) {
    const at = placeOf(users, k);
    if (at < 0) continue;
    above[at]! += acts.value[k]!;
    below[at]! += acts.base?.[k] ?? 0;
  }
  const isRatio = acts.base !== null;
  const mean = above.map((sum, at) => sum / (isRatio ? below[at]! : count[at]!));
  return {
    count,
    mean,
    unit: below.map((sum, at) => (isRatio ? sum / count[at]! : 1)),
    idle: mean.map((value) => (isRatio ? 0 : -value)),
  };
}

function isIn({ arm, arms }: Users, user: number): boolean {
  return arm[user]! >= 0 && arm[user]! < arms;
}

/** The day and arm of an act, −1 where it does not count: its user is left out or has not had the day in full. */
function placeOf(users: Users, k: number): number {
  const { arm, arms, had, acts } = users;
  const user = acts.user[k]!;
  const day = acts.day[k]!;
  return isIn(users, user) && day < had[user]! ? day * arms + arm[user]! : -1;
}

/** How far an act is from the mean of its day and arm, of a ratio in linearised values. */
function deviation({ value, base }: Acts, { mean, unit }: Sums, k: number, at: number): number {
  return (value[k]! - mean[at]! * (base === null ? 1 : base[k]!)) / unit[at]!;
}

/** Sums of squared deviations: those of everybody idle, corrected for those who were not. */
function squaresOf(users: Users, sums: Sums): Float64Array {
  const squares = sums.idle.map((idle, at) => sums.count[at]! * idle * idle);
  for (let k = 0; k < users.acts.user.length; ++k) {
    const at = placeOf(users, k);
    if (at < 0) continue;
    squares[at]! += deviation(users.acts, sums, k, at) ** 2 - sums.idle[at]! ** 2;
  }
  return squares.map((sum) => Math.max(0, sum));
}

function trendsOf(
  users: Users,
  sums: Sums,
  days: readonly (readonly AgeArm[])[],
): (Trend | Problem)[] {
  return Array.from({ length: users.arms - 1 }, (_, i) => {
    const arm = i + 1;
    const effects: DailyEffect[] = days.flatMap((arms, day) => {
      const effect = difference(arms[0]!.estimate, arms[arm]!.estimate);
      return effect.error > 0 ? [{ day: day + 1, effect }] : [];
    });
    const line = orProblem(() => novelty(effects));
    if (line instanceof Problem) return line;
    const weights = new Float64Array(DAYS_SINCE);
    effects.forEach(({ day }, at) => (weights[day - 1] = line.weights[at]!));
    const last = effects.at(-1)!.day;
    const slope = { value: line.slope.value, error: errorOf(users, sums, weights, arm) };
    const end = line.first + slope.value * Math.log(last);
    return { slope, first: line.first, last: end, days: last };
  });
}

/**
 * The standard error of a weighted sum of daily effects. A user is in many of them, so each user's
 * part in the sum is squared as a whole.
 */
function errorOf(users: Users, sums: Sums, weights: Float64Array, treatment: number): number {
  const { arm, arms, had, acts } = users;
  const { count, idle } = sums;
  const share = (at: number): number => weights[Math.floor(at / arms)]! / count[at]!;
  // The part of somebody idle, by the number of days had.
  const rest = new Float64Array((DAYS_SINCE + 1) * arms);
  for (let at = 0; at < DAYS_SINCE * arms; ++at) {
    const own = weights[Math.floor(at / arms)] === 0 ? 0 : share(at) * idle[at]!;
    rest[at + arms] = rest[at]! + own;
  }
  let variance = 0;
  for (let i = 0, k = 0; i < arm.length; ++i) {
    let more = 0;
    for (; k < acts.user.length && acts.user[k] === i; ++k) {
      const at = placeOf(users, k);
      if (at < 0 || weights[acts.day[k]!] === 0) continue;
      more += share(at) * (deviation(acts, sums, k, at) - idle[at]!);
    }
    if (arm[i] !== 0 && arm[i] !== treatment) continue;
    variance += (rest[had[i]! * arms + arm[i]!]! + more) ** 2;
  }
  return Math.sqrt(variance);
}
