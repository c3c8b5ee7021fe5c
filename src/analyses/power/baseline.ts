import { Problem } from '../../base/problem';
import { cuped } from '../../stats/cuped';
import { variance } from '../../stats/moments';
import { rate } from '../../stats/proportion';
import type { Scope } from '../analysis';
import type { Cohort } from '../experiment/cohort';
import { type CountedArm, countable, counterOf } from '../experiment/counted';
import { type Summary, armInterval } from '../experiment/summary';
import { userSet } from '../experiment/user-set';
import type { Baseline } from './design';
import type { PowerParams } from './params';
import type { Estimated } from './result';
import { isTyped, plannedKind } from './typed';

/** The baseline, and what stands behind it where it was not typed. */
export interface Start {
  readonly baseline: Baseline;
  readonly estimated?: Estimated;
}

/** Of the interval around the estimated baseline. */
const ALPHA = 0.05;

/**
 * The baseline to plan from: what is typed, else what the entrants did.
 *
 * @throws {Problem} `plan-needs` when neither tells; `nobody-exposed`, `range-matches-nothing`
 * @throws {Problem} `impossible-rate` when a typed share is no share
 * @throws {Problem} what a baseline of such values lacks: `same-value`, `no-denominator` …
 */
export function startOf(cohort: Cohort, params: PowerParams, scope: Scope): Start {
  const { baseline, sd, metric } = params;
  if (isTyped(params)) return { baseline: typed(plannedKind(params), baseline!, sd) };
  if (params.source === undefined || metric === undefined) throw missing(params);
  if (cohort.users.length === 0) throw nobody(params);
  const counted = countedOf(cohort, params, scope);
  const found = baselineOf(counted.summary, sd);
  if (found.kind === 'mean' && found.sd === 0) {
    throw new Problem('same-value', { value: found.value }, { path: 'metric' });
  }
  return {
    baseline: { ...found, value: baseline ?? found.value },
    ...(baseline === undefined ? { estimated: estimatedOf(counted) } : {}),
  };
}

function typed(kind: Baseline['kind'], value: number, sd: number | undefined): Baseline {
  if (kind === 'mean') return { kind, value, sd: sd! };
  if (value >= 0 && value <= 1) return { kind, value, sd: Math.sqrt(value * (1 - value)) };
  throw new Problem('impossible-rate', { rate: value }, { path: 'baseline' });
}

function missing({ source, baseline }: PowerParams): Problem {
  if (baseline !== undefined) return new Problem('plan-needs', { needs: 'sd' }, { path: 'sd' });
  const needs = source === undefined ? 'baseline' : 'metric';
  return new Problem('plan-needs', { needs }, { path: needs });
}

function nobody({ range, exposure }: PowerParams): Problem {
  if (range !== undefined) {
    return new Problem('range-matches-nothing', { ...range }, { path: 'range' });
  }
  const event = [exposure?.event ?? '*'].flat().join(', ');
  return new Problem('nobody-to-expose', { event }, { path: 'exposure' });
}

function countedOf(cohort: Cohort, { metric }: PowerParams, scope: Scope): CountedArm {
  const arms = [{ name: 'all', code: 0, share: 1 }];
  const set = userSet(cohort, arms, { mixed: false, from: Infinity });
  const all = countable(cohort, set, metric!, 0, scope);
  return counterOf(all, set, arms).count(set.cells, 0)[0]!;
}

function baselineOf({ values, n, joint }: Summary, sd: number | undefined): Baseline {
  if (values.kind === 'none') throw values.problem;
  if (values.kind === 'quantile') throw new RangeError('baselineOf: a quantile is not planned');
  if (n < 2) throw new Problem('too-few-matured', { users: n }, { path: 'metric' });
  const isRate = values.kind === 'rate';
  const value = isRate ? rate(values.share) : values.sample.mean;
  const raw = isRate ? value * (1 - value) : variance(values.sample);
  if (joint === null) {
    return { kind: isRate ? 'rate' : 'mean', value, sd: sd ?? Math.sqrt(raw) };
  }
  // An adjusted share is compared by its mean, as the experiment does.
  return { kind: 'mean', value, sd: sd ?? Math.sqrt(raw * (1 - removed(joint))) };
}

/** Two arms alike: the share of the variance that the covariates explain. */
function removed(joint: NonNullable<Summary['joint']>): number {
  return Math.max(0, cuped(joint, joint).varianceRemoved);
}

function estimatedOf({ users, summary }: CountedArm): Estimated {
  const { low, high } = armInterval(summary, ALPHA);
  return {
    users,
    matured: summary.n,
    total: summary.total,
    ...(summary.denominator === null ? {} : { denominator: summary.denominator }),
    low,
    high,
    ...(summary.joint === null ? {} : { varianceRemoved: removed(summary.joint) }),
  };
}
