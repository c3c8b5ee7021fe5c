import { Problem } from '../../base/problem';
import { bucketsBetween } from '../../events/buckets';
import { calendar } from '../../events/calendar';
import { bandMultiplier } from '../../stats/band-multiplier';
import type { Moments } from '../../stats/moments';
import * as studentsT from '../../stats/students-t';
import type { Scope } from '../analysis';
import type { Customers } from './customers';
import type { LtvParams } from './params';
import type { CohortRow, CurvePoint, ValueCell } from './result';

const DAY = 86_400_000;
const LENGTH = { day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
const ALPHA = 0.05;

/** Where in the calendar, or in time since their start, customers and their purchases lie. */
export interface Clock {
  /** Cohort of a start, from 0. */
  cohort(start: number): number;
  /** Periods from the start to a purchase. */
  offset(start: number, time: number): number;
  /** How many periods after the start have passed to their end. */
  passed(start: number): number;
  /** Local dates on which cohorts begin, and their first instants. */
  readonly cohorts: readonly string[];
  readonly starts: Float64Array;
}

/** What customers brought by each offset, cumulated: one row of `periods` numbers per customer. */
export interface Values {
  readonly cumulated: Float64Array;
  readonly passed: Int32Array;
  readonly cohort: Int32Array;
}

/**
 * The value of a customer by how long they have been one: by cohort, and of all who have been there
 * so long. Only they count, above the line and below it.
 */
export function valueCurves(
  customers: Customers,
  params: LtvParams,
  scope: Scope,
): { cohorts: CohortRow[]; overall: CurvePoint[] } {
  const clock = clockOf(customers, params, scope);
  const values = valuesOf(customers, params.periods, clock);
  const members = clock.cohorts.map((): number[] => []);
  for (const [i, cohort] of values.cohort.entries()) members[cohort]!.push(i);
  const cohorts = clock.cohorts.flatMap((cohort, c) => {
    const those = members[c]!;
    if (those.length === 0) return [];
    return [{ cohort, customers: those.length, cells: cellsOf(values, those, params.periods) }];
  });
  const all = Array.from(values.cohort.keys());
  return { cohorts, overall: withBand(cellsOf(values, all, params.periods), values, params) };
}

/** The calendar, or the time since the start, in which customers are counted. */
export function clockOf(
  { start }: Customers,
  { period, windows }: Pick<LtvParams, 'period' | 'windows'>,
  { timezone, weekStart, completeThrough }: Scope,
  since = Infinity,
): Clock {
  const days = calendar(timezone, weekStart);
  const first = start.reduce((a, b) => Math.min(a, b), Math.min(since, completeThrough));
  const buckets = bucketsBetween(days, period, first, completeThrough);
  const starts = buckets.edges.subarray(0, buckets.count);
  const cohorts = Array.from(starts, (ms) => days.date(ms));
  // The bucket that holds the data end has not ended, unless it begins there.
  const ended = buckets.of(completeThrough);
  if (windows === 'calendar') {
    return {
      ...{ cohorts, starts },
      cohort: (ms) => buckets.of(ms),
      offset: (from, ms) => buckets.of(ms) - buckets.of(from),
      passed: (from) => ended - buckets.of(from),
    };
  }
  const length = LENGTH[period];
  return {
    ...{ cohorts, starts },
    cohort: (ms) => buckets.of(ms),
    offset: (from, ms) => Math.floor((ms - from) / length),
    passed: (from) => Math.floor((completeThrough - from) / length),
  };
}

/** What each customer brought by each of `periods` offsets. */
export function valuesOf(
  { start, offsets, time, value }: Customers,
  periods: number,
  clock: Clock,
): Values {
  const cumulated = new Float64Array(start.length * periods);
  const passed = new Int32Array(start.length);
  const cohort = new Int32Array(start.length);
  for (let c = 0; c < start.length; ++c) {
    const from = start[c]!;
    passed[c] = clock.passed(from);
    cohort[c] = clock.cohort(from);
    for (let i = offsets[c]!; i < offsets[c + 1]!; ++i) {
      const offset = clock.offset(from, time[i]!);
      if (offset < periods) cumulated[c * periods + offset]! += value[i]!;
    }
    for (let k = 1; k < periods; ++k) {
      cumulated[c * periods + k]! += cumulated[c * periods + k - 1]!;
    }
  }
  return { cumulated, passed, cohort };
}

function cellsOf(values: Values, those: readonly number[], periods: number): ValueCell[] {
  return valueMoments(those, values, null, periods).map(({ n: of, total, m2 }, offset) => {
    const mean = total / of;
    if (of === 0)
      return { offset, of, mature: false, total: null, ...missing('not-there-so-long') };
    const known = { offset, of, mature: true, total, value: mean };
    if (of < 2) return { ...known, low: null, high: null, problem: problem('one-customer') };
    const reach = studentsT.criticalValue(ALPHA, of - 1) * Math.sqrt(m2 / (of - 1) / of);
    return { ...known, low: mean - reach, high: mean + reach };
  });
}

/** What some customers brought by one offset. */
export interface ValueMoments extends Moments {
  readonly total: number;
}

/**
 * Of these customers what each brought by each offset that has passed for them; of their cohort where
 * `passed` says so.
 */
export function valueMoments(
  those: readonly number[],
  { cumulated, passed, cohort }: Values,
  passedOf: Int32Array | null,
  periods: number,
): ValueMoments[] {
  const lists = Array.from({ length: 4 }, () => new Float64Array(periods));
  const [n, total, mean, m2] = lists as Four;
  for (const c of those) {
    const known = Math.min(periods, passedOf ? passedOf[cohort[c]!]! : passed[c]!);
    for (let offset = 0; offset < known; ++offset) {
      const value = cumulated[c * periods + offset]!;
      total[offset]! += value;
      const gap = value - mean[offset]!;
      mean[offset]! += gap / ++n[offset]!;
      m2[offset]! += gap * (value - mean[offset]!);
    }
  }
  return Array.from(n, (count, offset) => ({
    ...{ n: count, total: total[offset]! },
    ...{ mean: mean[offset]!, m2: m2[offset]! },
  }));
}

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];

/** The pooled curve with the band that holds all of it. */
function withBand(cells: readonly ValueCell[], values: Values, params: LtvParams): CurvePoint[] {
  const known = cells.filter(({ low }) => low !== null);
  if (known.length === 0) return cells.map((cell) => ({ ...cell, bandLow: null, bandHigh: null }));
  const covariance = covarianceOf(known, values, params.periods);
  const multiplier = bandMultiplier(covariance, ALPHA, params.seed);
  return cells.map((cell) => {
    const at = known.indexOf(cell);
    if (at < 0) return { ...cell, bandLow: null, bandHigh: null };
    const reach = multiplier * Math.sqrt(covariance[at]![at]!);
    const inner = Math.max(reach, cell.high! - cell.value!);
    return { ...cell, bandLow: cell.value! - inner, bandHigh: cell.value! + inner };
  });
}

/** Of the mean values at each offset: those who have come to the later one have come to the earlier too. */
function covarianceOf(
  known: readonly ValueCell[],
  { cumulated, passed }: Values,
  periods: number,
): number[][] {
  const size = known.length;
  const sums = known.map(() => new Float64Array(size));
  const gaps = new Float64Array(size);
  for (let c = 0; c < passed.length; ++c) {
    let count = 0;
    while (count < size && passed[c]! > known[count]!.offset) {
      const { offset, value } = known[count]!;
      gaps[count++] = cumulated[c * periods + offset]! - value!;
    }
    for (let j = 0; j < count; ++j) {
      for (let k = 0; k <= j; ++k) sums[j]![k]! += gaps[j]! * gaps[k]!;
    }
  }
  return known.map((a, j) =>
    known.map((b, k) => sums[Math.max(j, k)]![Math.min(j, k)]! / (a.of * b.of)),
  );
}

function missing(code: 'not-there-so-long') {
  return { value: null, low: null, high: null, problem: problem(code) };
}

function problem(code: 'not-there-so-long' | 'one-customer') {
  return new Problem(code).toJSON();
}
