import { Problem } from '../../base/problem';
import { type Estimate, meanEstimate } from '../../stats/estimate';
import { type Novelty, type Timing, novelty } from '../../stats/novelty';
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
  /** Null where too few did anything. */
  readonly estimate: Estimate | null;
}

/** Whether the effect of a treatment changes with the days since the exposure. */
export interface Trend extends Novelty {
  /** The last of the early days. */
  readonly split: number;
  /** The lift up to it and after it; null where the control did nothing. */
  readonly early: number | null;
  readonly late: number | null;
}

/** A metric by days since the exposure: days in order from the first 24 hours on. */
export interface AgeCounts {
  /** The control first. */
  readonly days: readonly (readonly AgeArm[])[];
  /** One per treatment; empty for ratios. */
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
  const acts = kindOf(metric.type) === 'rate' ? onceADay(daily[0]!) : actsOf(daily);
  const users: Users = {
    arm: all.codes,
    arms: planned.length,
    had: daysHad(cohort.time, most, scope.completeThrough),
    acts,
  };
  const sums = sumsOf(users);
  const squares = squaresOf(users, sums);
  const isEnough = (day: number) =>
    planned.every((_, arm) => sums.count[day * users.arms + arm]! >= FEWEST_USERS);
  let days = 0;
  while (days < most && isEnough(days)) ++days;
  const table = Array.from({ length: days }, (_, day) =>
    planned.map((_, arm): AgeArm => {
      const at = day * users.arms + arm;
      const n = sums.count[at]!;
      const isSaid = sums.active[at]! >= fewestActive(users);
      const sample = { n, mean: sums.mean[at]!, m2: squares[at]! };
      return { n, estimate: isSaid ? meanEstimate(sample) : null };
    }),
  );
  return { days: table, trends: acts.base === null ? trendsOf(users, sums, days) : [] };
}

/** With fewer users who did something on a day, nothing is said of it: a ratio is about those alone. */
function fewestActive({ acts }: Users): number {
  return acts.base === null ? 5 : 30;
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
  /** Users who did something on it. */
  readonly active: Float64Array;
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
  const active = new Float64Array(size);
  for (let k = 0; k < acts.user.length; ++k) {
    const at = placeOf(users, k);
    if (at < 0) continue;
    above[at]! += acts.value[k]!;
    below[at]! += acts.base?.[k] ?? 0;
    if ((acts.base ?? acts.value)[k] !== 0) ++active[at]!;
  }
  const isRatio = acts.base !== null;
  const mean = above.map((sum, at) => sum / (isRatio ? below[at]! : count[at]!));
  return {
    count,
    active,
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

/** The day of the exposure is left out of timings: what leads to the exposure stands on it in both arms. */
const FIRST = 1;

/** Compares the timing of each treatment with the control's, over the first `days`. */
function trendsOf(users: Users, { mean }: Sums, days: number): (Trend | Problem)[] {
  const { arms } = users;
  if (days < FIRST + 2) return [];
  const [control, ...treatments] = timingsOf(users, days);
  // Half of the days' logarithms.
  const split = Math.max(FIRST + 1, Math.floor(Math.sqrt(days)));
  const sumOf = (arm: number, from: number, to: number): number => {
    let sum = 0;
    for (let day = from; day < to; ++day) sum += mean[day * arms + arm]!;
    return sum;
  };
  const lift = (arm: number, from: number, to: number): number | null => {
    const base = sumOf(0, from, to);
    return base > 0 ? sumOf(arm, from, to) / base - 1 : null;
  };
  return treatments.map((treatment, i) =>
    orProblem(() => {
      const { shift, p } = novelty(control!, treatment);
      if (!(shift.error > 0)) throw new Problem('same-value', { value: shift.value });
      return { shift, p, split, early: lift(i + 1, FIRST, split), late: lift(i + 1, split, days) };
    }),
  );
}

/** What each user of an arm did on the first `days` of those had in full. */
function timingsOf(users: Users, days: number): Timing[] {
  const { arm, arms, acts } = users;
  const sizes = new Uint32Array(arms);
  const place = new Uint32Array(arm.length);
  for (let i = 0; i < arm.length; ++i) if (isIn(users, i)) place[i] = sizes[arm[i]!]!++;
  const timings = Array.from(sizes, (size) => ({
    amounts: new Float64Array(size),
    timed: new Float64Array(size),
  }));
  for (let k = 0; k < acts.user.length; ++k) {
    const user = acts.user[k]!;
    const day = acts.day[k]!;
    if (day < FIRST || day >= days || placeOf(users, k) < 0) continue;
    const { amounts, timed } = timings[arm[user]!]!;
    amounts[place[user]!]! += acts.value[k]!;
    timed[place[user]!]! += acts.value[k]! * Math.log(day + 1);
  }
  return timings;
}
