import { Problem } from '../../base/problem';
import type { Finding, FindingCode, Subject } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import * as normal from '../../stats/normal';
import { srm } from '../../stats/srm';
import { orProblem } from '../or-problem';
import { kindOf } from './metric-kind';
import { noveltyNotes } from './novelty-notes';
import type { ExperimentParams } from './params';
import { isUnmeasured } from './unmeasured';
import type { MaybeInterval } from './maybe-interval';
import type { Comparison, ExperimentResult, MetricArm, MetricResult } from './result';
import { LARGE } from './counted-otherwise';

/** With fewer users who have something, an average of amounts is a matter of a few people. */
const FEWEST_ACTIVE = 30;
/** The same of an arm so many times smaller than the largest. */
const FEWEST_UNEVEN = 300;
const UNEVEN_SIZES = 3;
/** Below this the arms miss values unevenly. */
const UNEVEN = 0.001;
/** Days over time of metrics that are counted anew for each. */
const MOST_SLOW_DAYS = 7;
/** Where somebody converts this often elsewhere, an arm without any conversion is remarkable. */
const OTHERS = 10;

/** What else to know of a result, the more important first. */
export function notes(result: ExperimentResult, params: ExperimentParams): Finding[] {
  const { metrics } = result;
  const each = (say: (metric: MetricResult, comparison: Comparison) => Finding[]): Finding[] =>
    metrics.flatMap((metric) => metric.comparisons.flatMap((one) => say(metric, one)));
  return [
    ...about('metrics', [
      ...metrics.flatMap(unmeasured),
      ...metrics.flatMap((metric) => missingValues(metric, result)),
      ...metrics.flatMap(silentArms),
      ...metrics.flatMap(heavyTails),
    ]),
    ...about('overTime', [...metrics.flatMap(noveltyNotes), ...fewDays(result)]),
    ...about('metrics', [
      ...metrics.flatMap(fewActive),
      ...metrics.flatMap(fewExpected),
      ...metrics.flatMap(caps),
      ...each(adjusted),
      ...each(withMixed),
      ...metrics.flatMap(liftless),
    ]),
    ...about('certainty', [...blurred(result, params), ...towardsTargets(result)]),
    ...about('worth', [...overstated(result), ...worth(result)]),
    ...about('test', [
      ...aboutTheTest(params),
      ...aboutLooks(result, params),
      ...aboutDelta(result, params),
      ...aboutTheWhole(result, params),
    ]),
    ...about('segments', [...segmentComparisons(result), ...metrics.flatMap(differences)]),
  ];
}

function about(subject: Subject, those: readonly Finding[]): Finding[] {
  return those.map((each) => ({ ...each, about: subject }));
}

/** What was to be found out, and who to ask. */
function aboutTheTest({ hypothesis, owner, ticket }: ExperimentParams): Finding[] {
  return [
    ...(hypothesis ? [note('experiment.hypothesis', { hypothesis })] : []),
    ...(owner || ticket
      ? [note('experiment.owned', { owner: owner ?? null, ticket: ticket ?? null })]
      : []),
  ];
}

/** Goals and guardrails that cannot be measured, with the problem's own words. */
function unmeasured({ name, role, comparisons }: MetricResult): Finding[] {
  if (role === 'secondary') return [];
  return comparisons
    .filter(isUnmeasured)
    .map(({ arm, problem }) =>
      warning('experiment.not-measured', { ...problem!.args, name, arm, code: problem!.code }),
    );
}

/** Values that are missing and add 0, worse where one arm misses clearly more of them. */
function missingValues(
  { name, type, arms }: MetricResult,
  { traffic }: ExperimentResult,
): Finding[] {
  const some = arms.filter(({ missing }) => missing > 0);
  if (some.length === 0) return [];
  const isOfUsers = traffic.length === 0;
  const counts = arms.map(({ missing }) => missing);
  const of = arms.map(({ matured }) => matured);
  // Rows of one user are no independent trials: only one value for each user can be tested.
  const test = isOfUsers ? orProblem(() => srm(counts, of)) : null;
  const p = test === null || test instanceof Problem ? 1 : test.p;
  const shown = isOfUsers
    ? some.map(({ missing, matured }) => missing / matured)
    : some.map(({ missing }) => missing);
  const args = {
    name,
    arms: some.map((arm) => arm.name),
    missing: shown.map(String),
    isOfUsers,
    isLeftOut: type === 'quantile',
    p: p < UNEVEN ? p : null,
  };
  const tone = p < UNEVEN ? 'bad' : 'warn';
  return [{ level: 'warning', tone, code: 'experiment.missing-values', args }];
}

/** Arms where nobody converted although others did: a real difference, or nothing was recorded. */
function silentArms({ name, type, arms }: MetricResult): Finding[] {
  const others = Math.max(...arms.map(({ total }) => total));
  if (kindOf(type) !== 'rate' || others < OTHERS) return [];
  return arms
    .filter(({ total, matured }) => total === 0 && matured > 0)
    .map((arm) =>
      warning('experiment.no-conversions', { name, arm: arm.name, users: arm.matured, others }),
    );
}

/** One user who makes much of an arm's total. */
function heavyTails({ name, arms, comparisons }: MetricResult): Finding[] {
  const heavy = arms.filter(({ largest }) => (largest ?? 0) >= LARGE);
  return heavy.map((arm) => {
    const without = comparisons
      .filter((each) => each.arm === arm.name || comparisons.length === 1)
      .flatMap(({ sensitivity }) => sensitivity ?? [])
      .find((each) => each.name === 'without-largest');
    const lift = without?.lift.estimate ?? null;
    return warning('experiment.heavy-tail', { name, arm: arm.name, share: arm.largest!, lift });
  });
}

/** Metrics that stand on few of the days over time: why. */
function fewDays({ metrics, days }: ExperimentResult): Finding[] {
  if (days === null || days <= MOST_SLOW_DAYS) return [];
  const slow = metrics.filter((metric) => isSlow(metric) && (metric.series ?? []).length > 0);
  if (slow.length === 0) return [];
  return [
    note('experiment.few-days', { names: slow.map(({ name }) => name), days: MOST_SLOW_DAYS }),
  ];
}

/** Ratios, quantiles, capped and adjusted values are counted anew for each day. */
function isSlow({ type, cap, comparisons }: MetricResult): boolean {
  const isAdjusted = comparisons.some(({ cuped }) => cuped);
  return type === 'ratio' || type === 'quantile' || cap !== undefined || isAdjusted;
}

function fewActive({ name, arms }: MetricResult): Finding[] {
  const few = arms.filter(({ active }) => active !== undefined && active < FEWEST_ACTIVE);
  if (arms.every(({ active = 0 }) => active === 0)) return [];
  if (few.length === 0) return unevenArms(name, arms);
  const least = few.reduce((a, b) => (b.active! < a.active! ? b : a));
  return [warning('experiment.few-active', { name, arm: least.name, users: least.active! })];
}

/** The tails of a small arm and of a large one do not cancel: a t-test then errs on the side of the small. */
function unevenArms(name: string, arms: readonly MetricArm[]): Finding[] {
  const most = Math.max(...arms.map(({ matured }) => matured));
  const small = arms.filter(({ active, matured }) => {
    return active !== undefined && active < FEWEST_UNEVEN && matured * UNEVEN_SIZES <= most;
  });
  if (small.length === 0) return [];
  const least = small.reduce((a, b) => (b.active! < a.active! ? b : a));
  const args = { name, arm: least.name, users: least.active!, times: most / least.matured };
  return [warning('experiment.uneven-arms', args)];
}

function caps({ name, cap, unit }: MetricResult): Finding[] {
  if (cap === undefined) return [];
  if (cap.problem) return [warning('experiment.cap-refused', { name })];
  const { users, removed, high = null, low = null } = cap;
  return users === 0 ? [] : [note('experiment.capped', { name, users, removed, high, low, unit })];
}

function adjusted({ name }: MetricResult, { arm, cuped, raw, lift }: Comparison): Finding[] {
  if (!cuped) return [];
  const { varianceRemoved } = cuped;
  const args = { name, arm, varianceRemoved, lift: lift.estimate, raw: raw?.lift.estimate ?? null };
  const before = raw?.difference.estimate ?? 0;
  const isTurned = lift.estimate !== null && before * lift.estimate < 0;
  return [
    note('experiment.adjusted-before', args),
    ...(isTurned ? [warning('experiment.adjusted-turned', { name, arm })] : []),
  ];
}

function withMixed(
  { name, role }: MetricResult,
  { arm, lift, sensitivity }: Comparison,
): Finding[] {
  if (role !== 'goal') return [];
  return (sensitivity ?? [])
    .filter((each) => each.name !== 'without-largest' && each.lift.estimate !== null)
    .filter((each) => !isAlike(each.lift.estimate, lift.estimate))
    .map((each) =>
      note('experiment.mixed-otherwise', {
        name,
        arm,
        rule: each.name,
        lift: each.lift.estimate,
        instead: lift.estimate,
      }),
    );
}

/** Alike as they are written, in tenths of a per cent. */
function isAlike(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.round(1000 * a) === Math.round(1000 * b);
}

function liftless({ name, comparisons }: MetricResult): Finding[] {
  return comparisons
    .filter(({ lift, difference }) => lift.estimate === null && difference.estimate !== null)
    .map(({ arm }) => note('experiment.no-lift', { name, arm }));
}

/** What a test of this size could have seen, where a goal shows no difference. */
function blurred({ metrics, verdict }: ExperimentResult, params: ExperimentParams): Finding[] {
  if (verdict.decision !== 'inconclusive') return [];
  return metrics
    .filter(({ role, mde, comparisons }) => {
      return role === 'goal' && mde !== null && comparisons.some(isUnclear);
    })
    .map(({ name, mde, arms }) => {
      const target = params.metrics.find((each) => each.name === name)?.target ?? null;
      return note('experiment.can-see', { name, mde, users: fewest(arms), target });
    });
}

function isUnclear({ state }: Comparison): boolean {
  return state === 'unclear';
}

function fewest(arms: readonly MetricArm[]): number {
  return Math.min(...arms.map(({ matured }) => matured));
}

/** Winners are chosen for being high: what is left of the first goal with the stated prior. */
function overstated({ verdict, metrics }: ExperimentResult): Finding[] {
  if (verdict.decision !== 'ship') return [];
  const winner = verdict.arms.find(({ arm }) => arm === verdict.arm)?.metric;
  const goal = metrics.find(({ name }) => name === winner);
  const comparison = goal?.comparisons.find(({ arm }) => arm === verdict.arm);
  const lift = comparison?.shrunkenLift?.estimate ?? null;
  return lift === null ? [] : [note('experiment.overstated', { name: goal!.name, lift })];
}

/** What a look has to pass, of a plan also whether it was planned at all. */
function aboutLooks(
  { checks, metrics, alpha, alphaOfHalf }: ExperimentResult,
  { looks }: ExperimentParams,
): Finding[] {
  const check = checks.find((each) => each.name === 'looks');
  if (check?.looks === 'hybrid') {
    return [note('experiment.alpha-halved', { alpha, half: alphaOfHalf, isOver: check.isOver })];
  }
  const look = check?.look;
  const goal = metrics.find(({ role }) => role === 'goal') ?? metrics[0];
  const now = goal?.looks?.find(({ is }) => is === 'now');
  if (!look || !now || typeof looks !== 'object') return [];
  const { number, of, passed, isPlanned } = look;
  const plan = typeof looks.plan === 'string' ? looks.plan : 'power';
  const single = normal.twoSidedP(now.bound);
  const args = { number, of, passed, plan, single, isLast: passed === 1 };
  return [
    ...(isPlanned ? [] : [warning('experiment.look-extra-explained', { passed })]),
    note('experiment.look-explained', args),
  ];
}

/** With the delta method the lift decides, and the difference beside it may say otherwise. */
function aboutDelta({ metrics }: ExperimentResult, { lift }: ExperimentParams): Finding[] {
  if (lift !== 'delta') return [];
  const torn = metrics.flatMap(({ name, comparisons }) =>
    comparisons.flatMap(({ arm, difference, lift }) =>
      sideOfZero(difference) === sideOfZero(lift) ? [] : [`${name} (${arm})`],
    ),
  );
  return [note('experiment.delta-decides', { torn })];
}

/** 1 above 0, −1 below, 0 where the interval holds it or there is none. */
function sideOfZero({ low, high }: MaybeInterval): number {
  return (low ?? 0) > 0 ? 1 : (high ?? 0) < 0 ? -1 : 0;
}

function aboutTheWhole(result: ExperimentResult, params: ExperimentParams): Finding[] {
  const goals = result.metrics.filter(({ role }) => role === 'goal');
  const comparisons = goals.reduce((sum, goal) => sum + goal.comparisons.length, 0);
  const method = typeof params.correction === 'string' ? params.correction : 'preferred';
  const late = result.arms.reduce((sum, arm) => sum + arm.late, 0);
  const isAssumed = result.checks.some((check) => check.name === 'srm' && check.assumed);
  const { plannedEnd = null } = params;
  return [
    ...(plannedEnd !== null && result.days === null
      ? [warning('experiment.end-without-times', { plannedEnd })]
      : []),
    ...(late > 0 ? [note('experiment.late', { users: late })] : []),
    ...(comparisons > 1 && method !== 'none'
      ? [note('experiment.corrected', { comparisons, method })]
      : []),
    ...(isAssumed ? [note('experiment.split-not-given', {})] : []),
  ];
}

/** Rates with too few for a verdict: what an exact test says. */
function fewExpected({ name, type, comparisons }: MetricResult): Finding[] {
  if (kindOf(type) !== 'rate') return [];
  return comparisons
    .filter(({ state }) => state === 'not-enough')
    .flatMap(({ arm, alternatives }) => {
      const exact =
        alternatives?.find((each) => each.name === 'barnard') ??
        alternatives?.find((each) => each.name === 'fisher');
      if (exact?.p === undefined) return [];
      return [note('experiment.few-expected', { name, arm, p: exact.p, method: exact.name })];
    });
}

/** How long goals take to show a change as small as their target. */
function towardsTargets({ metrics }: ExperimentResult): Finding[] {
  return metrics.flatMap(({ name, role, outlook }) => {
    if (role !== 'goal' || outlook === undefined || outlook.progress >= 1) return [];
    const { target, usersNeeded: users, daysLeft } = outlook;
    const { estimate: left, low, high } = daysLeft;
    const known = { name, target, users, left, low, high };
    // A table without times never tells, and nobody expects it to.
    if (left !== null || daysLeft.problem.code === 'arrivals-unknown') {
      return [note('experiment.target-days', { ...known, why: null })];
    }
    const { code: why, args } = daysLeft.problem;
    return [note('experiment.target-days', { ...args, ...known, why })];
  });
}

/** What the first goal would bring in a period, once there is something to ship. */
function worth({ verdict, metrics, eligible }: ExperimentResult): Finding[] {
  if (verdict.decision !== 'ship' || eligible === undefined) return [];
  const goal = metrics.find(({ role }) => role === 'goal');
  const found = goal?.comparisons.find(({ arm }) => arm === verdict.arm)?.worth;
  if (!goal || !found) return [];
  const { estimate, low, high } = found;
  const { users, periodDays: days, isGiven } = eligible;
  const args = { name: goal.name, unit: goal.unit, arm: verdict.arm, users, days, isGiven };
  return [note('experiment.worth', { ...args, estimate, low, high })];
}

/** With fewer comparisons chance is no great matter. */
const MANY = 10;

function segmentComparisons({ metrics }: ExperimentResult): Finding[] {
  const groups = metrics.flatMap(({ segments }) => (segments ?? []).flatMap((each) => each.groups));
  const comparisons = groups.reduce((sum, group) => sum + group.comparisons.length, 0);
  return comparisons < MANY ? [] : [note('experiment.segment-comparisons', { comparisons })];
}

/** Whether segments differ by more than chance. */
function differences({ name, role, segments }: MetricResult): Finding[] {
  if (role !== 'goal') return [];
  return (segments ?? []).flatMap(({ column, heterogeneity: { p }, groups }) =>
    p === null ? [] : [note('experiment.segments', { name, column, p, groups: groups.length })],
  );
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
