import { Problem } from '../../base/problem';
import { type JointMoments, columnMoments } from '../../stats/joint-moments';
import { type Moments, moments } from '../../stats/moments';
import { linearised } from '../../stats/ratio';
import { welch } from '../../stats/welch';
import { usersIn } from './users-in';
import type { Totals } from './measured';
import type { ReadMetric } from './metric-result';
import type { Check, Role } from './result';
import type { Setup } from './setup';

/** Over all tests of balance together. */
const BALANCE_FAILS = 0.001;

interface BalanceTest {
  readonly metric: string;
  readonly role: Role;
  readonly p: number;
}

/**
 * Did the arms differ before the exposure? Looks at what metrics are adjusted by, and at the other
 * goals themselves before the exposure. Null when nothing is known of any before.
 */
export function balanceCheck(setup: Setup, metrics: readonly ReadMetric[]): Check | null {
  const tests = metrics.flatMap((metric, index) => [
    ...ofCovariates(metric),
    ...ofPast(setup, metric, index),
  ]);
  if (tests.length === 0) return null;
  const worst = tests.reduce((a, b) => (b.p < a.p ? b : a));
  const isOff = worst.p < BALANCE_FAILS / tests.length;
  const status = !isOff ? 'pass' : worst.role === 'goal' ? 'fail' : 'warn';
  return { name: 'balance', status, metric: worst.metric, p: worst.p, tests: tests.length };
}

function ofCovariates({ metric, role, readings }: ReadMetric): BalanceTest[] {
  return readings.flatMap(({ arms }) => {
    const [control, treatment] = [arms.control.joint, arms.treatment.joint];
    if (!control || !treatment) return [];
    return [{ metric: metric.name, role, p: pBefore(before(control), before(treatment)) }];
  });
}

/** The first covariate. */
function before(joint: JointMoments): Moments {
  return columnMoments(joint, 1);
}

function ofPast(
  { cohort, all, planned }: Setup,
  { metric, role }: ReadMetric,
  index: number,
): BalanceTest[] {
  const past = cohort.measures[index]!.before;
  if (past === null || !past.value.some((value) => value !== 0)) return [];
  const [control, ...treatments] = planned.map((_, arm) =>
    pastOf(past, usersIn(all.cells, arm, null)),
  );
  return treatments.map((treatment) => ({
    metric: metric.name,
    role,
    p: pBefore(control!, treatment),
  }));
}

function pastOf({ value, denominator }: Totals, users: Uint32Array): Moments {
  const own = Float64Array.from(users, (user) => value[user]!);
  const below = denominator && Float64Array.from(users, (user) => denominator[user]!);
  return moments(below?.some((each) => each !== 0) ? linearised(own, below) : own);
}

/** 1 where nothing varied before: constant arms cannot be out of balance by chance. */
function pBefore(control: Moments, treatment: Moments): number {
  try {
    return welch(control, treatment).p;
  } catch (error) {
    if (error instanceof Problem) return error.code === 'constant-arms' ? 0 : 1;
    throw error;
  }
}
