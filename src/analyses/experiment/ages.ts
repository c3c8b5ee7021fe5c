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
  const days = sums.count.filter((arms) => arms.every((n) => n >= FEWEST_USERS)).length;
  const spread = spreadOf(users, sums, days);
  const table = Array.from({ length: days }, (_, day) =>
    planned.map((_, arm) => {
      const n = sums.count[day]![arm]!;
      const sample = { n, mean: sums.mean[day]![arm]!, m2: spread[day]![arm]! };
      return { n, estimate: meanEstimate(sample) };
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

/** By day and arm. */
interface Sums {
  readonly count: readonly Float64Array[];
  readonly mean: readonly Float64Array[];
  /** Of a ratio: what the denominators come to per user; else 1. */
  readonly base: readonly Float64Array[];
}

function daysHad(time: Float64Array, most: number, completeThrough: number): Uint8Array {
  const had = new Uint8Array(time.length);
  for (let i = 0; i < had.length; ++i) {
    had[i] = Math.max(0, Math.min(most, Math.floor((completeThrough - time[i]!) / DAY)));
  }
  return had;
}

function byDay(arms: number): Float64Array[] {
  return Array.from({ length: DAYS_SINCE }, () => new Float64Array(arms));
}

function sumsOf(users: Users): Sums {
  const { arms, daily } = users;
  const [count, above, below] = [byDay(arms), byDay(arms), byDay(arms)];
  eachUser(users, (arm, had, [value, base]) => {
    for (let day = 0; day < had; ++day) {
      ++count[day]![arm]!;
      above[day]![arm]! += value![day]!;
      below[day]![arm]! += base?.[day] ?? 1;
    }
  });
  const isRatio = daily.length > 1;
  const over = (sums: readonly Float64Array[], by: readonly Float64Array[]) =>
    sums.map((row, day) => row.map((sum, arm) => sum / by[day]![arm]!));
  return {
    count,
    mean: over(above, below),
    base: isRatio ? over(below, count) : byDay(arms).map((row) => row.fill(1)),
  };
}

/** Sums of squared deviations, of a ratio those of its linearised values. */
function spreadOf(users: Users, sums: Sums, days: number): Float64Array[] {
  const squares = byDay(users.arms);
  eachUser(users, (arm, had, rows) => {
    for (let day = 0; day < Math.min(had, days); ++day) {
      squares[day]![arm]! += deviation(rows, sums, day, arm) ** 2;
    }
  });
  return squares;
}

function deviation(
  [value, base]: readonly Float64Array[],
  { mean, base: unit }: Sums,
  day: number,
  arm: number,
): number {
  return (value![day]! - mean[day]![arm]! * (base?.[day] ?? 1)) / unit[day]![arm]!;
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
  let variance = 0;
  eachUser(users, (arm, had, rows) => {
    if (arm !== 0 && arm !== treatment) return;
    let part = 0;
    for (let day = 0; day < had; ++day) {
      if (weights[day] === 0) continue;
      part += (weights[day]! * deviation(rows, sums, day, arm)) / sums.count[day]![arm]!;
    }
    variance += part ** 2;
  });
  return Math.sqrt(variance);
}

/** Calls `use` with each user's arm, full days and what each of those held, of a ratio both sums. */
function eachUser(
  { arm, arms, had, daily, isShare }: Users,
  use: (arm: number, had: number, rows: readonly Float64Array[]) => void,
): void {
  const rows = daily.map(() => new Float64Array(DAYS_SINCE));
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
    if (arm[i]! >= 0 && arm[i]! < arms) use(arm[i]!, had[i]!, rows);
  }
}
