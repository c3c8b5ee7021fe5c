import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { type Spending, sequentialTest } from '../../stats/group-sequential';
import * as normal from '../../stats/normal';
import type { Scope } from '../analysis';
import type { Cohort } from './cohort';
import type { ExperimentParams } from './params';
import { plannedTime } from './planned-time';
import type { UserSet } from './user-set';
import { windowOf } from './window';

/** A look that was planned, or the one now. */
export interface PlannedLook {
  /** Share of the plan that has passed by then, above 0 and up to 1. */
  readonly passed: number;
  /** Users who count by then; of a look ahead as many as traffic so far promises. */
  readonly users: number;
  /** Epoch ms, exclusive; null where users and not times tell. */
  readonly at: number | null;
}

/** Where a group-sequential plan stands for one metric: what a single look's test has to pass now. */
export interface Boundary {
  readonly spending: Spending;
  /** Looks made, in order; the last is the one now. */
  readonly made: readonly PlannedLook[];
  readonly ahead: readonly PlannedLook[];
  /** The look now is one of the plan. */
  readonly isPlanned: boolean;
  /** The plan is over: all of α may be spent now. */
  readonly isLast: boolean;
  /** The error rate of a single look's test that rejects exactly when this look does at `alpha`. */
  nominal(alpha: number): number;
  /** This look's p from the p of a single look. */
  p(single: number): number;
}

type LookPlan = Exclude<NonNullable<ExperimentParams['looks']>, string>;

/** A look this near to a planned one, as a share of the plan, is that one. */
const NEAR = 0.05;

/**
 * One boundary for each metric, by its name. Planned looks whose time has come count as made. A
 * share is of the planned `users`; without them, of the time from the first exposure to the end.
 *
 * @param set   who counts now
 * @param arms  planned ones, which stand first
 * @throws {Problem} `looks-without-scale` when shares have neither users nor an end
 * @throws {Problem} `needs-times` for dates in a unit table
 */
export function boundariesOf(
  plan: LookPlan,
  cohort: Cohort,
  set: UserSet,
  arms: number,
  params: ExperimentParams,
  scope: Scope,
): ReadonlyMap<string, Boundary> {
  return new Map(
    params.metrics.map((metric, i) => {
      const { toMs } = windowOf(metric, `metrics[${i}]`);
      const usersBy = (at: number) => countBy(cohort, set, arms, toMs, at);
      const { now, planned } = standing(plan, cohort, usersBy, params, scope);
      return [metric.name, boundaryOf(plan.plan, now, planned)];
    }),
  );
}

/** The boundary of the look `now`, given the plan in order of `passed`. */
export function boundaryOf(
  spending: Spending,
  now: PlannedLook,
  planned: readonly PlannedLook[],
): Boundary {
  const past = planned.filter(({ passed, users }) => {
    return passed > 0 && passed < now.passed - NEAR && users > 0 && users < now.users;
  });
  const made = [...past, now];
  const test = sequentialTest(asLooks(made), spending);
  const isLast = now.passed === 1;
  return {
    spending,
    made,
    ahead: planned.filter(({ passed }) => passed > now.passed + NEAR),
    isPlanned: isLast || planned.some(({ passed }) => Math.abs(passed - now.passed) <= NEAR),
    isLast,
    nominal: (alpha) => normal.twoSidedP(test.bound(alpha)),
    p: (single) => test.p(normal.criticalValue(single)),
  };
}

/** The looks as their bounds are computed. */
export function asLooks(looks: readonly PlannedLook[]) {
  return looks.map(({ users, passed }) => ({
    information: Math.max(1, users),
    passed: Math.max(Number.MIN_VALUE, passed),
  }));
}

/** The look now and the planned ones, in order. */
function standing(
  { looks, users: total }: LookPlan,
  { time }: Cohort,
  usersBy: (at: number) => number,
  params: ExperimentParams,
  scope: Scope,
): { readonly now: PlannedLook; readonly planned: readonly PlannedLook[] } {
  const { completeThrough: until, timezone } = scope;
  const hasTimes = time.length > 0;
  const end = hasTimes ? plannedTime(params, scope) : null;
  if (total === undefined && end === null) {
    throw new Problem('looks-without-scale', {}, { path: 'looks' });
  }
  const start = earliest(time);
  const closing = end?.closing ?? Infinity;
  const usersNow = usersBy(until);
  const usersAt = (at: number): number =>
    at <= until ? usersBy(at) : (usersNow * (at - start)) / (until - start);
  const passedBy = (at: number): number => {
    if (end !== null && at >= closing) return 1;
    const share = total === undefined ? (at - start) / (closing - start) : usersAt(at) / total;
    return Math.min(1, share);
  };
  const byTime = (at: number, passed: number): PlannedLook => ({ passed, users: usersAt(at), at });
  const planned = looks.map((look, i): PlannedLook => {
    if (typeof look === 'string') {
      if (!hasTimes) throw new Problem('needs-times', {}, { path: `looks.looks[${i}]` });
      const at = calendar(timezone).instant(look, 'end');
      return byTime(at, passedBy(at));
    }
    if (total !== undefined) return { passed: look, users: look * total, at: null };
    return byTime(start + look * (closing - start), look);
  });
  return {
    now: { passed: passedBy(until), users: usersNow, at: hasTimes ? until : null },
    planned: planned.sort((a, b) => a.passed - b.passed),
  };
}

/** Users of the planned arms whose window has passed by `at`; of an open one those exposed by then. */
function countBy(
  { time }: Cohort,
  { codes }: UserSet,
  arms: number,
  windowMs: number,
  at: number,
): number {
  let count = 0;
  for (let i = 0; i < codes.length; ++i) {
    if (codes[i]! < 0 || codes[i]! >= arms) continue;
    const isIn =
      time.length === 0 || (windowMs === Infinity ? time[i]! < at : time[i]! + windowMs <= at);
    if (isIn) ++count;
  }
  return count;
}

function earliest(time: Float64Array): number {
  let first = Infinity;
  for (const ms of time) if (ms < first) first = ms;
  return first;
}
