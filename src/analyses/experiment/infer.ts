import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import { type PlannedArm, armsOf } from './arms';
import {
  contaminationCheck,
  duplicatesCheck,
  enoughDataCheck,
  maturityCheck,
  splitCheck,
  unexpectedArmsCheck,
} from './checks';
import { type Cohort, joined } from './cohort';
import { type Groups, groupsOf, maturedUsers, valuesOf } from './groups';
import { windowOf } from './measure';
import { type Counted, metricResults } from './metric-result';
import type { ExperimentParams, Metric } from './params';
import type { Arrivals, Check, ExperimentResult, MetricResult, Role } from './result';
import { summaryOf } from './summary';
import { verdictOf } from './verdict';

const DAY = 86_400_000;

/**
 * The result of an experiment from the users of all blocks.
 *
 * @throws {Problem} `nobody-exposed`, `range-matches-nothing`, and what `armsOf` finds
 */
export function infer(
  cohorts: readonly Cohort[],
  params: ExperimentParams,
  scope: Scope,
): ExperimentResult {
  const cohort = joined(cohorts);
  if (cohort.users.length === 0) throw nobody(params);
  const arms = armsOf(cohort, params);
  const leaveOut = params.contamination === 'exclude' ? cohort.several : null;
  const groups = groupsOf(cohort, arms, leaveOut);
  const planned = arms.filter(({ share }) => share > 0);
  const counted = params.metrics.map((metric, i) =>
    countedMetric(cohort, { arms: planned, groups, scope }, metric, i),
  );
  const metrics = metricResults(counted, params);
  const checks = checksOf(cohort, arms, groups, metrics, params);
  const days = daysOf(cohort, scope);
  return {
    control: params.control,
    alpha: params.alpha,
    arms: arms.map(({ name, share }, i) => ({
      name,
      users: groups.users[i]!,
      expected: share,
      late: 0,
    })),
    checks,
    metrics,
    traffic: trafficOf(cohort, arms, groups, scope),
    days,
    verdict: verdictOf(metrics, {
      checks,
      treatments: planned.slice(1).map(({ name }) => name),
      days,
      minimumDays: params.minimumDays,
      targets: new Map(
        params.metrics.flatMap(({ name, target }) =>
          target === undefined ? [] : [[name, target]],
        ),
      ),
    }),
  };
}

function nobody({ exposure, variant, range }: ExperimentParams): Problem {
  if (range !== undefined) {
    return new Problem('range-matches-nothing', { ...range }, { path: 'range' });
  }
  if (exposure === undefined) {
    return new Problem('one-arm', { column: variant ?? '', arms: [] }, { path: 'variant' });
  }
  const event = typeof exposure.event === 'string' ? exposure.event : exposure.event.join(', ');
  return new Problem('nobody-exposed', { event }, { path: 'exposure' });
}

function countedMetric(
  cohort: Cohort,
  { arms, groups, scope }: { arms: readonly PlannedArm[]; groups: Groups; scope: Scope },
  metric: Metric,
  index: number,
): Counted {
  const { value, missing } = cohort.measures[index]!;
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  const matured = maturedUsers(cohort.time, toMs, scope.completeThrough);
  const kind = metric.type === 'mean' || metric.type === 'count' ? 'mean' : 'rate';
  const gaps = Float64Array.from(missing);
  return {
    metric,
    role: roleOf(metric, index),
    windowMs: toMs === Infinity ? null : toMs,
    arms: arms.map(({ name }, arm) => ({
      name,
      users: groups.users[arm]!,
      missing: valuesOf(gaps, groups, arm, matured).reduce((sum, count) => sum + count, 0),
      summary: summaryOf(valuesOf(value, groups, arm, matured), kind),
    })),
  };
}

function roleOf({ role }: Metric, index: number): Role {
  return role ?? (index === 0 ? 'goal' : 'secondary');
}

function checksOf(
  cohort: Cohort,
  arms: readonly PlannedArm[],
  groups: Groups,
  metrics: readonly MetricResult[],
  params: ExperimentParams,
): Check[] {
  const inOneArm = groupsOf(cohort, arms, cohort.several).users;
  const checks = [
    splitCheck(arms, inOneArm, params.split === undefined),
    params.exposure === undefined ? null : contaminationCheck(cohort),
    unexpectedArmsCheck(arms, groups.users),
    enoughDataCheck(arms, groups.users, metrics),
    maturityCheck(metrics),
    duplicatesCheck(cohort),
  ];
  return checks.filter((check) => check !== null);
}

function daysOf({ time }: Cohort, { completeThrough }: Scope): number | null {
  if (time.length === 0) return null;
  let first = Infinity;
  for (const ms of time) if (ms < first) first = ms;
  return (completeThrough - first) / DAY;
}

/** How many users of each arm were first exposed on each local day. */
function trafficOf(
  { time }: Cohort,
  arms: readonly PlannedArm[],
  { group }: Groups,
  { timezone, weekStart }: Scope,
): Arrivals[] {
  const { zone } = calendar(timezone, weekStart);
  const counts = new Map<number, number[]>();
  for (let i = 0; i < time.length; ++i) {
    if (group[i]! < 0) continue;
    const day = Math.floor((time[i]! + zone.offset(time[i]!)) / DAY);
    let users = counts.get(day);
    if (!users) counts.set(day, (users = arms.map(() => 0)));
    ++users[group[i]!]!;
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, users]) =>
      arms.map(({ name }, i) => ({ date: dateOf(day), arm: name, users: users[i]! })),
    );
}

/** The date of a day counted from 1 January 1970. */
function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
