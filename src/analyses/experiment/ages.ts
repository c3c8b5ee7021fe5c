import { Problem } from '../../base/problem';
import { type Estimate, difference, meanEstimate } from '../../stats/estimate';
import { type DailyEffect, novelty } from '../../stats/novelty';
import { orProblem } from '../or-problem';
import { DAY } from './local-day';
import { kindOf } from './metric-kind';
import { FEWEST_USERS } from './readings';
import type { Setup } from './setup';
import { DAYS_SINCE, type Daily } from './tally';
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
  const users: Users = {
    arm: all.codes,
    arms: planned.length,
    had: daysHad(cohort.time, Math.min(DAYS_SINCE, Math.floor(toMs / DAY)), scope.completeThrough),
    daily,
    isShare: kindOf(metric.type) === 'rate',
  };
  const sums = sumsOf(users);
  const { length: arms } = planned;
  let days = 0;
  while (
    days < DAYS_SINCE &&
    planned.every((_, arm) => sums.count[days * arms + arm]! >= FEWEST_USERS)
  ) {
    ++days;
  }
  const squares = squaresOf(users, sums);
  const table = Array.from({ length: days }, (_, day) =>
    planned.map((_, arm) => {
      const at = day * arms + arm;
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
  readonly daily: readonly Daily[];
  readonly isShare: boolean;
}

/** By day and, within it, arm. */
interface Sums {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  /** Of a ratio: what the denominators come to per user; else 1. */
  readonly base: Float64Array;
}

function daysHad(time: Float64Array, most: number, completeThrough: number): Uint8Array {
  const had = new Uint8Array(time.length);
  for (let i = 0; i < had.length; ++i) {
    had[i] = Math.max(0, Math.min(most, Math.floor((completeThrough - time[i]!) / DAY)));
  }
  return had;
}

function sumsOf(users: Users): Sums {
  const { arms, daily } = users;
  const size = DAYS_SINCE * arms;
  const [count, above, below] = [0, 1, 2].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  eachUser(users, (arm, had, value, base) => {
    for (let day = 0; day < had; ++day) {
      const at = day * arms + arm;
      ++count[at]!;
      above[at]! += value[day]!;
      below[at]! += base[day]!;
    }
  });
  return {
    count,
    mean: above.map((sum, at) => sum / below[at]!),
    base: daily.length > 1 ? below.map((sum, at) => sum / count[at]!) : below.fill(1),
  };
}

/** Sums of squared deviations, of a ratio those of its linearised values. */
function squaresOf(users: Users, { mean, base: unit }: Sums): Float64Array {
  const { arms } = users;
  const squares = new Float64Array(mean.length);
  eachUser(users, (arm, had, value, base) => {
    for (let day = 0; day < had; ++day) {
      const at = day * arms + arm;
      const gap = (value[day]! - mean[at]! * base[day]!) / unit[at]!;
      squares[at]! += gap * gap;
    }
  });
  return squares;
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
  const { arms } = users;
  const { count, mean, base: unit } = sums;
  let variance = 0;
  eachUser(users, (arm, had, value, base) => {
    if (arm !== 0 && arm !== treatment) return;
    let part = 0;
    for (let day = 0; day < had; ++day) {
      if (weights[day] === 0) continue;
      const at = day * arms + arm;
      const gap = (value[day]! - mean[at]! * base[day]!) / unit[at]!;
      part += (weights[day]! * gap) / count[at]!;
    }
    variance += part * part;
  });
  return Math.sqrt(variance);
}

/** Calls `use` with each user's arm, full days and what each of those held; `base` is 1 but of a ratio. */
function eachUser(
  { arm, arms, had, daily, isShare }: Users,
  use: (arm: number, had: number, value: Float64Array, base: Float64Array) => void,
): void {
  const rows = [new Float64Array(DAYS_SINCE), new Float64Array(DAYS_SINCE).fill(1)] as const;
  const next = daily.map(() => 0);
  for (let i = 0; i < arm.length; ++i) {
    for (let source = 0; source < daily.length; ++source) {
      const { user, day, value } = daily[source]!;
      const row = rows[source]!.fill(0);
      let at = next[source]!;
      for (; at < user.length && user[at] === i; ++at) {
        row[day[at]!] = isShare ? Math.min(1, value[at]!) : value[at]!;
      }
      next[source] = at;
    }
    if (arm[i]! >= 0 && arm[i]! < arms) use(arm[i]!, had[i]!, rows[0], rows[1]);
  }
}
