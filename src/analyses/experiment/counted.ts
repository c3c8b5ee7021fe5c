import type { Cells } from '../../base/cells';
import { Problem } from '../../base/problem';
import { withScratch } from '../../base/scratch';
import { type Caps, caps } from '../../stats/winsorise';
import type { Scope } from '../analysis';
import type { PlannedArm } from './arms';
import { sizeOf, usersIn } from './users-in';
import type { Cohort } from './cohort';
import type { Covariate, Totals } from './measured';
import type { Metric } from './params';
import type { CapUsed } from './result';
import { type MetricCaps, NO_CAPS, type Summary, summaryOf, taken } from './summary';
import { type UserSet, maturedUsers } from './user-set';
import { windowOf } from './window';

/** One metric in one arm. */
export interface CountedArm {
  readonly name: string;
  readonly users: number;
  readonly summary: Summary;
}

/** The numbers of users, and who counts. */
export interface Countable {
  readonly metric: Metric;
  readonly totals: Totals;
  readonly covariates: readonly Covariate[];
  /** 1 for users who count; null for all. */
  readonly ready: Uint8Array | null;
}

/** Counts a metric with its caps. */
export interface Counter {
  readonly metric: Metric;
  /** Counts the users of each cell, `first` being the control's and the other arms following. */
  count(cells: Cells, first: number): CountedArm[];
  readonly cap: CapUsed | null;
}

/** Metric `index` as a set of users has it: those count whose window has passed. */
export function countable(
  cohort: Cohort,
  set: UserSet,
  metric: Metric,
  index: number,
  { completeThrough }: Scope,
): Countable {
  const measured = cohort.measures[index]!;
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  return {
    metric,
    totals: (set.isClosed && measured.closed) || measured,
    covariates: measured.covariates,
    ready: maturedUsers(cohort.time, toMs, completeThrough),
  };
}

/** Prepares the counting for a set of users: caps are those of all planned arms together. */
export function counterOf(
  { metric, totals, covariates, ready }: Countable,
  set: UserSet,
  arms: readonly PlannedArm[],
): Counter {
  const { limits, cap } = withScratch(() => {
    const everybody = usersIn({ ...set.cells, offsets: spanOf(set.cells, arms.length) }, 0, ready);
    const found = capsOf(metric, totals, everybody);
    return { limits: found, cap: capUsed(totals, everybody, found) };
  });
  const used = limits instanceof Problem ? NO_CAPS : limits;
  const summaryIn = (cells: Cells, cell: number): Summary =>
    withScratch(() => summaryOf(metric, totals, covariates, usersIn(cells, cell, ready), used));
  return {
    metric,
    cap,
    count: (cells, first) =>
      arms.map(({ name }, arm) => {
        const summary = summaryIn(cells, first + arm);
        return {
          name,
          users: sizeOf(cells, first + arm),
          summary:
            limits instanceof Problem
              ? { ...summary, values: { kind: 'none', problem: limits }, joint: null }
              : summary,
        };
      }),
  };
}

/** The planned arms as one cell: they stand behind one another. */
function spanOf({ offsets }: Cells, arms: number): Uint32Array {
  return Uint32Array.of(0, offsets[arms]!);
}

function capsOf(metric: Metric, totals: Totals, users: Uint32Array): MetricCaps | Problem {
  if (!('cap' in metric) || metric.cap === undefined || users.length === 0) return NO_CAPS;
  const { lower, upper, max } = metric.cap;
  const rule = {
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    ...(max === undefined ? {} : { max }),
  };
  const of = (values: Float64Array) => caps(taken(values, users), rule);
  try {
    return {
      value: of(totals.value),
      denominator: totals.denominator && of(totals.denominator),
    };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function capUsed(
  { value }: Totals,
  users: Uint32Array,
  limits: MetricCaps | Problem,
): CapUsed | null {
  if (limits instanceof Problem) {
    return { users: 0, removed: null, problem: limits.toJSON() };
  }
  if (limits.value === null) return null;
  const { low, high } = limits.value;
  let [moved, total, removed] = [0, 0, 0];
  for (const i of users) {
    const before = value[i]!;
    const after = Math.min(high, Math.max(low, before));
    if (after !== before) ++moved;
    total += before;
    removed += before - after;
  }
  return { ...ends(limits.value), users: moved, removed: total === 0 ? 0 : removed / total };
}

/** Only the ends that are there. */
function ends({ low, high }: Caps): { low?: number; high?: number } {
  return { ...(low > -Infinity ? { low } : {}), ...(high < Infinity ? { high } : {}) };
}
