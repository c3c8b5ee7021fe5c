import type { Scope } from '../analysis';
import type { Cohort } from '../experiment/cohort';
import { joined } from '../experiment/joined';
import { metricUnit } from '../experiment/metric-unit';
import { windowOf } from '../experiment/window';
import { paceOf } from './arrivals';
import { startOf } from './baseline';
import { atHandOf, curveOf, powerCurveOf } from './curves';
import { type Baseline, designOf, multiplierAt } from './design';
import { type Plan, changeOf, inBothForms, neededFor } from './needed';
import type { PowerParams } from './params';
import type { Effect, PowerResult } from './result';
import { sequentialPart } from './sequential';
import { sharesOf } from './shares';

/** Changes that are planned beside the wanted one, as multiples of it. */
const MULTIPLES = [0.5, 0.75, 1, 1.5, 2, 3];

/**
 * The plan of a test from the users of all blocks.
 *
 * @throws {Problem} `split-needs-arms`, and what `startOf` and `changeOf` find
 */
export function infer(cohorts: readonly Cohort[], params: PowerParams, scope: Scope): PowerResult {
  const cohort = joined(cohorts);
  const { baseline, estimated } = startOf(cohort, params, scope);
  const design = designOf(params, sharesOf(params));
  const pace = paceOf(cohort, params, scope);
  const direction = params.metric?.direction ?? 'up';
  const plan: Plan = { baseline, design, pace, direction, mde: changeOf(params.mde, baseline) };
  const needed = neededFor(plan.mde, plan);
  const { alpha, power } = design;
  return {
    ...aboutMetric(params, scope, baseline),
    direction,
    baseline: baseline.value,
    sd: baseline.sd,
    ...(estimated === undefined ? {} : { estimated }),
    mde: plan.mde,
    alpha,
    power,
    looks: params.looks,
    ...(needed.total === null ? {} : { multiplier: multiplierAt(needed.total, design) }),
    ...needed,
    ...sequentialPart(design, needed.total),
    ...(pace.arrivals === undefined ? {} : { arrivals: pace.arrivals }),
    traffic: pace.traffic,
    curve: curveOf(plan, needed.days),
    powerCurve: powerCurveOf(plan, needed.total),
    effects: effectsOf(plan),
    ...(params.users === undefined ? {} : { atHand: atHandOf(params.users, plan) }),
  };
}

function aboutMetric(
  { metric }: PowerParams,
  scope: Scope,
  { kind }: Baseline,
): Pick<PowerResult, 'metric' | 'type' | 'unit' | 'windowMs'> {
  if (metric === undefined) {
    const type = kind === 'rate' ? 'proportion' : 'mean';
    return { metric: null, type, unit: null, windowMs: null };
  }
  const { toMs } = windowOf(metric, 'metric');
  const windowMs = toMs === Infinity ? null : toMs;
  return { metric: metric.name, type: metric.type, unit: metricUnit(metric, scope), windowMs };
}

function effectsOf(plan: Plan): Effect[] {
  const base = Math.abs(plan.baseline.value);
  return MULTIPLES.map((multiple) => {
    const mde = inBothForms(multiple * plan.mde.absolute, base);
    const { perArm, total, days, problem } = neededFor(mde, plan);
    return { mde, perArm, total, days, ...(problem ? { problem } : {}) };
  });
}
