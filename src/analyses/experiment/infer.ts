import { timeZone } from '../../base/time-zone';
import type { Scope } from '../analysis';
import { arrivalsOf, endOfArrivals } from './arrivals';
import { sizeOf } from './users-in';
import { balanceCheck } from './balance';
import {
  activationCheck,
  contaminationCheck,
  duplicatesCheck,
  enoughDataCheck,
  looksCheck,
  maturityCheck,
  planCheck,
  splitCheck,
  unexpectedArmsCheck,
  withoutVariantCheck,
} from './checks';
import type { Cohort } from './cohort';
import type { Design } from './design';
import { joined } from './joined';
import { leftOutCheck } from './left-out';
import { DAY } from './local-day';
import { countsOf } from './metric-counts';
import { metricReadouts } from './metric-readouts';
import type { ReadMetric } from './metric-result';
import type { ExperimentParams } from './params';
import { readMetric } from './read-metric';
import type { Arrivals, Check, ExperimentResult, MetricResult } from './result';
import { type Setup, decidingSet, setupOf } from './setup';
import { splitWithinCheck } from './split-within';
import { trafficOf } from './traffic';
import { type UserSet, userSet } from './user-set';
import { verdictOf } from './verdict';
import { eligibleOf } from './worth';

/**
 * The result of an experiment from the users of all blocks.
 *
 * @throws {Problem} what `setupOf` finds
 */
export function infer(
  cohorts: readonly Cohort[],
  params: ExperimentParams,
  scope: Scope,
): ExperimentResult {
  const setup = setupOf(joined(cohorts), params, scope);
  const { cohort, design } = setup;
  const deciding = decidingSet(setup);
  const counts = countsOf(setup);
  const read = counts.map((each, index) => readMetric(setup, each, index));
  const days = daysOf(cohort, scope);
  const arrivals = arrivalsOf(cohort.time, scope);
  const eligible = eligibleOf(params, arrivals);
  const ended = endOfArrivals(cohort.time, arrivals, design, scope);
  const pace = { days, arrivals, entered: cohort.time.length, ended, eligible };
  const metrics = metricReadouts(setup, counts, read, pace);
  const traffic = trafficOf(cohort.time, setup.arms, deciding, scope);
  const checks = checksOf(setup, read, metrics, traffic);
  return {
    control: params.control,
    alpha: params.alpha,
    alphaOfHalf: design.alpha,
    rho2: design.scale,
    prior: params.prior,
    arms: armsShown(setup, deciding),
    checks,
    metrics,
    ...(eligible === null ? {} : { eligible }),
    traffic,
    days,
    verdict: verdictOf(metrics, {
      checks,
      treatments: setup.planned.slice(1).map(({ name }) => name),
      days,
      minimumDays: params.minimumDays,
      isTooEarly: design.looks === 'fixed' && design.plannedEnd !== null && !design.isOver,
      isRunning: isRunning(design),
      targets: targetsOf(params),
    }),
  };
}

/** Whether a planned end is still to come. */
function isRunning({ looks, isOver, boundaries }: Design): boolean {
  if (looks === 'hybrid') return !isOver;
  return [...boundaries.values()].some(({ isLast }) => !isLast);
}

/** The relative change that each metric was to show. */
function targetsOf({ metrics }: ExperimentParams): ReadonlyMap<string, number> {
  return new Map(
    metrics.flatMap(({ name, target }) => (target === undefined ? [] : [[name, target]])),
  );
}

function armsShown({ arms, all, design }: Setup, deciding: UserSet): ExperimentResult['arms'] {
  return arms.map(({ name, share }, i) => {
    const users = sizeOf(deciding.cells, i);
    const late = design.isOver ? sizeOf(all.cells, i) - users : 0;
    return { name, users, expected: share, late };
  });
}

function checksOf(
  setup: Setup,
  read: readonly ReadMetric[],
  metrics: readonly MetricResult[],
  traffic: readonly Arrivals[],
): Check[] {
  const { cohort, arms, params, design, scope, all } = setup;
  const inOneArm = { mixed: true, from: Infinity };
  const sizes = (set: UserSet) => arms.map((_, i) => sizeOf(set.cells, i));
  const zone = timeZone(scope.timezone);
  const hasTimes = cohort.time.length > 0;
  const exposed = sizes(userSet(cohort, arms, { ...inOneArm, inactive: false }));
  const checks = [
    splitCheck(arms, exposed, params.split === undefined),
    splitWithinCheck(arms, traffic, metrics),
    params.activation === undefined
      ? null
      : activationCheck(arms, sizes(userSet(cohort, arms, inOneArm)), exposed),
    contaminationCheck(cohort),
    leftOutCheck(cohort, arms, params),
    unexpectedArmsCheck(arms, sizes(all), params.split),
    balanceCheck(setup, read),
    enoughDataCheck(arms, sizes(all), metrics),
    maturityCheck(metrics),
    hasTimes || design.boundaries.size > 0
      ? looksCheck(design, (ms) => ms + zone.offset(ms), firstGoal(metrics))
      : null,
    planCheck(cohort, scope),
    withoutVariantCheck(cohort),
    duplicatesCheck(cohort),
  ];
  return checks.filter((check) => check !== null);
}

function firstGoal(metrics: readonly MetricResult[]): string {
  return (metrics.find(({ role }) => role === 'goal') ?? metrics[0]!).name;
}

function daysOf({ time }: Cohort, { completeThrough }: Scope): number | null {
  if (time.length === 0) return null;
  let first = Infinity;
  for (const ms of time) if (ms < first) first = ms;
  return (completeThrough - first) / DAY;
}
