import { timeZone } from '../../base/time-zone';
import type { Scope } from '../analysis';
import { sizeOf } from './cells';
import {
  balanceCheck,
  contaminationCheck,
  duplicatesCheck,
  enoughDataCheck,
  looksCheck,
  maturityCheck,
  splitCheck,
  unexpectedArmsCheck,
  withoutVariantCheck,
} from './checks';
import type { Cohort } from './cohort';
import { type Arms, readingsOf } from './comparison';
import { type Counter, type CountedArm, counterOf } from './counted';
import { grouped } from './grouped';
import { joined } from './joined';
import { DAY } from './local-day';
import { type ReadMetric, metricResults } from './metric-result';
import type { ExperimentParams, Metric } from './params';
import type { Check, ExperimentResult, MetricResult, Role } from './result';
import { segmentResults } from './segment-result';
import { sensitivities } from './sensitivities';
import { seriesOf } from './series';
import { type Setup, decidingSet, setupOf } from './setup';
import { trafficOf } from './traffic';
import { type UserSet, userSet } from './user-set';
import { verdictOf } from './verdict';
import { windowOf } from './window';

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
  const { cohort, design, planned } = setup;
  const deciding = decidingSet(setup);
  const read = params.metrics.map((metric, index) => readMetric(setup, metric, index));
  const counters = read.map(({ counter }) => counter);
  const split = cohort.segments.map((segment) => grouped(segment, deciding, planned.length));
  const segments = segmentResults(split, planned, counters, design, params);
  const names = planned.map(({ name }) => name);
  const metrics = metricResults(
    read.map(({ metric }) => metric),
    design,
    params,
  ).map((metric, index): MetricResult => {
    const series = seriesOf(
      cohort,
      setup.all,
      names,
      { metric: params.metrics[index]!, index },
      design,
      scope,
    );
    return {
      ...sensitivities(setup, metric, index),
      ...(series === null ? {} : { series }),
      ...(segments[index]!.length === 0 ? {} : { segments: segments[index]! }),
    };
  });
  const checks = checksOf(
    setup,
    read.map(({ metric }) => metric),
    metrics,
  );
  const days = daysOf(cohort, scope);
  return {
    control: params.control,
    alpha: params.alpha,
    rho2: design.scale,
    arms: armsShown(setup, deciding),
    checks,
    metrics,
    traffic: trafficOf(cohort.time, setup.arms, deciding, scope),
    days,
    verdict: verdictOf(metrics, {
      checks,
      treatments: names.slice(1),
      days,
      minimumDays: params.minimumDays,
      isTooEarly: design.looks === 'fixed' && design.plannedEnd !== null && !design.isOver,
      isRunning: design.looks === 'hybrid' && !design.isOver,
      targets: new Map(
        params.metrics.flatMap(({ name, target }) =>
          target === undefined ? [] : [[name, target]],
        ),
      ),
    }),
  };
}

function readMetric(
  setup: Setup,
  metric: Metric,
  index: number,
): { readonly metric: ReadMetric; readonly counter: Counter } {
  const { cohort, planned, scope, design, params, all, closed } = setup;
  const count = (set: UserSet) => counterOf(cohort, set, planned, metric, index, scope);
  const counter = count(decidingSet(setup));
  const wide = all === closed ? counter : count(all);
  const narrow = all === closed ? counter : count(closed);
  const everybody = wide.count(all.cells, 0);
  const planTime = all === closed ? everybody : narrow.count(closed.cells, 0);
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  const pairs = (counted: readonly CountedArm[]): Arms[] =>
    counted.slice(1).map(({ summary }) => ({ control: counted[0]!.summary, treatment: summary }));
  const narrowPairs = pairs(planTime);
  return {
    counter,
    metric: {
      metric,
      role: roleOf(metric, index),
      windowMs: toMs === Infinity ? null : toMs,
      cap: counter.cap,
      arms: design.deciding === 'fixed' ? planTime : everybody,
      readings: pairs(everybody).map((pair, i) =>
        readingsOf(pair, narrowPairs[i]!, metric, design, params),
      ),
    },
  };
}

function roleOf({ role }: Metric, index: number): Role {
  return role ?? (index === 0 ? 'goal' : 'secondary');
}

function armsShown({ arms, all, design }: Setup, deciding: UserSet): ExperimentResult['arms'] {
  return arms.map(({ name, share }, i) => {
    const users = sizeOf(deciding.cells, i);
    const late = design.isOver ? sizeOf(all.cells, i) - users : 0;
    return { name, users, expected: share, late };
  });
}

function checksOf(
  { cohort, arms, params, design, scope, all }: Setup,
  read: readonly ReadMetric[],
  metrics: readonly MetricResult[],
): Check[] {
  const inOneArm = userSet(cohort, arms, { mixed: true, from: Infinity });
  const sizes = (set: UserSet) => arms.map((_, i) => sizeOf(set.cells, i));
  const zone = timeZone(scope.timezone);
  const hasTimes = cohort.time.length > 0;
  const checks = [
    splitCheck(arms, sizes(inOneArm), params.split === undefined),
    hasTimes ? contaminationCheck(cohort) : null,
    unexpectedArmsCheck(arms, sizes(all)),
    balanceCheck(read),
    enoughDataCheck(arms, sizes(all), metrics),
    maturityCheck(metrics),
    hasTimes ? looksCheck(design, (ms) => ms + zone.offset(ms)) : null,
    withoutVariantCheck(cohort),
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
