import { Problem } from '../../base/problem';
import { srm } from '../../stats/srm';
import type { Scope } from '../analysis';
import type { PlannedArm } from './arms';
import type { Cohort } from './cohort';
import { BY_RULE } from './entered';
import { orProblem } from '../or-problem';
import type { ExperimentParams } from './params';
import type { Boundary } from './boundary';
import { FEWEST_USERS } from './readings';
import type { Design } from './design';
import { DAY, dateOf } from './local-day';
import type { Check, Comparison, MetricResult } from './result';
import { isUnmeasured } from './unmeasured';

const SRM_FAILS = 0.001;
const CONTAMINATION_WARNS = 0.01;
const CONTAMINATION_FAILS = 0.1;

/** Was traffic divided as planned? Counts users in exactly one arm, before any window matures. */
export function splitCheck(
  arms: readonly PlannedArm[],
  observed: readonly number[],
  assumed: boolean,
): Check {
  const base = { name: 'srm', assumed, observed } as const;
  const total = observed.reduce((sum, users, i) => sum + (arms[i]!.share > 0 ? users : 0), 0);
  const expected = arms.map(({ share }) => share * total);
  try {
    const { statistic, df, p } = srm(
      observed,
      arms.map(({ share }) => share),
    );
    const status = p < SRM_FAILS ? 'fail' : 'pass';
    const furthest = furthestArm(arms, observed, total);
    return { ...base, status, statistic, df, p, expected, ...furthest };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const nothing = { statistic: null, df: null, p: null, problem: error.toJSON() };
    return { ...base, status: 'unknown', ...nothing, expected };
  }
}

/** With two arms both are equally far. */
function furthestArm(
  arms: readonly PlannedArm[],
  observed: readonly number[],
  total: number,
): { furthest?: string } {
  const gaps = arms.flatMap(({ name, share }, i) => {
    if (share === 0) return [];
    return [{ name, gap: Math.abs(observed[i]! - share * total) / Math.sqrt(share * (1 - share)) }];
  });
  if (gaps.length < 3) return {};
  return { furthest: gaps.reduce((a, b) => (b.gap > a.gap ? b : a)).name };
}

/**
 * Were users activated alike? Counts users in exactly one arm, `observed`, of those who were exposed,
 * `exposed`; the planned division is to hold among them too.
 */
export function activationCheck(
  arms: readonly PlannedArm[],
  observed: readonly number[],
  exposed: readonly number[],
): Check {
  const base = {
    name: 'activation',
    users: total(observed),
    of: total(exposed),
    observed,
  } as const;
  const test = orProblem(() =>
    srm(
      observed,
      arms.map(({ share }) => share),
    ),
  );
  if (test instanceof Problem) {
    const nothing = { statistic: null, df: null, p: null, problem: test.toJSON() };
    return { ...base, status: 'unknown', ...nothing };
  }
  const { statistic, df, p } = test;
  return { ...base, status: p < SRM_FAILS ? 'fail' : 'pass', statistic, df, p };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * How many users saw several arms, of those whom no rule excludes. Null where nobody did in a table
 * with a row per user: such a table seldom could tell.
 */
export function contaminationCheck({ several, out, time }: Cohort): Check | null {
  let [users, of] = [0, 0];
  for (let user = 0; user < several.length; ++user) {
    if (out[user]! >= BY_RULE) continue;
    ++of;
    users += several[user]!;
  }
  if (users === 0 && time.length === 0) return null;
  const share = of === 0 ? 0 : users / of;
  const status =
    share >= CONTAMINATION_FAILS ? 'fail' : share >= CONTAMINATION_WARNS ? 'warn' : 'pass';
  return { name: 'contamination', status, users, share, of };
}

/**
 * Users in arms that were to get no traffic, or that the plan does not know; null when there are
 * none.
 */
export function unexpectedArmsCheck(
  arms: readonly PlannedArm[],
  users: readonly number[],
  split: ExperimentParams['split'],
): Check | null {
  const leaks = arms
    .map(({ name, share }, i) => ({ name, share, users: users[i]! }))
    .filter((arm) => arm.share === 0 && arm.users > 0)
    .map(({ name, users }) => ({ name, users, ...(split?.[name] === 0 ? { inPlan: true } : {}) }));
  return leaks.length > 0 ? { name: 'unexpected-arms', status: 'fail', arms: leaks } : null;
}

/** Whether there is enough to read a verdict from. */
export function enoughDataCheck(
  arms: readonly PlannedArm[],
  users: readonly number[],
  metrics: readonly MetricResult[],
): Check {
  const least = Math.min(...users.filter((_, i) => arms[i]!.share > 0));
  const rare = metrics
    .filter(({ role, comparisons }) => {
      return role === 'goal' && comparisons.some(isRare);
    })
    .map(({ name }) => name);
  const status = least >= FEWEST_USERS && rare.length === 0 ? 'pass' : 'warn';
  return { name: 'enough-data', status, users: least, needed: FEWEST_USERS, rare };
}

function isRare(comparison: Comparison): boolean {
  return comparison.state === 'not-enough' && !isUnmeasured(comparison);
}

/** Users who have not had the longest window in full; null when no metric has a window. */
export function maturityCheck(metrics: readonly MetricResult[]): Check | null {
  const longest = metrics
    .filter((metric) => metric.windowMs !== null)
    .reduce<MetricResult | null>((a, b) => (a && a.windowMs! >= b.windowMs! ? a : b), null);
  if (longest === null) return null;
  const of = longest.arms.reduce((sum, { users }) => sum + users, 0);
  const matured = longest.arms.reduce((sum, arm) => sum + arm.matured, 0);
  return {
    name: 'maturity',
    status: matured < of ? 'warn' : 'pass',
    metric: longest.name,
    waiting: of - matured,
    of,
    windowMs: longest.windowMs!,
  };
}

/** Users whose exposures name no variant; null when there are none. */
export function withoutVariantCheck({ withoutVariant: users }: Cohort): Check | null {
  return users === 0 ? null : { name: 'without-variant', status: 'warn', users };
}

/** Rows that stand more than once; null when there are none. */
export function duplicatesCheck({ duplicates, repeated }: Cohort): Check | null {
  if (duplicates + repeated === 0) return null;
  return { name: 'duplicates', status: 'warn', rows: duplicates, repeated };
}

/** What became of the frozen plan; null where none was frozen. */
export function planCheck({ time, exposure }: Cohort, { plan }: Scope): Check | null {
  if (plan === undefined) return null;
  const { at, seen, isIntact, isChanged, deviations } = plan;
  const frozen = Date.parse(at);
  const isBefore = exposure.time.every((exposed) => frozen <= exposed);
  const isKept = !isChanged && isIntact && !seen && isBefore;
  return {
    name: 'plan',
    status: isKept ? 'pass' : 'warn',
    frozenAt: at,
    ...(time.length > 0 ? { beforeExposure: isBefore } : {}),
    seen,
    isIntact,
    isChanged,
    deviations,
  };
}

/** Whether looking now is part of the plan; `goal` names the metric whose looks are told. */
export function looksCheck(design: Design, wall: (ms: number) => number, goal: string): Check {
  const { looks, deciding, plannedEnd, isOver, boundaries } = design;
  const isEarly = looks === 'fixed' && plannedEnd !== null && !isOver;
  const boundary = boundaries.get(goal);
  const isExtra = boundary?.isPlanned === false;
  const isUnknown = looks === 'fixed' && plannedEnd === null;
  return {
    name: 'looks',
    status: isEarly || isExtra ? 'warn' : isUnknown ? 'unknown' : 'pass',
    looks,
    deciding,
    plannedEnd: plannedEnd === null ? null : dateOf(Math.floor((wall(plannedEnd) - 1) / DAY)),
    isOver,
    ...(boundary ? { look: lookNow(boundary) } : {}),
  };
}

function lookNow({ made, ahead, isPlanned }: Boundary) {
  const { passed } = made.at(-1)!;
  return { number: made.length, of: made.length + ahead.length, passed, isPlanned };
}
