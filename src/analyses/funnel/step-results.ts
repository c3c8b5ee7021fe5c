import { Problem } from '../../base/problem';
import { clusteredRate } from '../../stats/clustered-rate';
import { medianInterval } from '../../stats/median-interval';
import { sortedQuantile } from '../../stats/sample-quantile';
import { wilson } from '../../stats/wilson';
import { orProblem } from '../or-problem';
import { type Group, clusteredSums } from './grouped';
import type { FunnelParams } from './params';
import type { Rate, StepResult, StepTime } from './result';

/** What became of a group step by step. */
export function stepResults(group: Group, params: FunnelParams): StepResult[] {
  const { steps, alpha } = params;
  return steps.map(({ event, optional }, i): StepResult => {
    const before = requiredBefore(params, i);
    const users = group.users[i]!;
    const isSide = optional === true;
    return {
      index: i + 1,
      event,
      ...(isSide ? { optional: true } : {}),
      users,
      open: group.openUsers[i]!,
      ...(i === 0 || isSide ? {} : { dropped: group.users[before]! - users }),
      ofFirst: rateOf(group, i, 0, alpha),
      ofPrevious: rateOf(group, i, before, alpha),
      time: i === 0 ? null : timeOf(group.gaps[i]!, event, alpha),
    };
  });
}

/** The last step before `step` that is not optional, from 0; the first is before itself. */
export function requiredBefore({ steps }: FunnelParams, step: number): number {
  let before = Math.max(0, step - 1);
  while (steps[before]!.optional === true) --before;
  return before;
}

/** The share of those at step `base` who did step `step`. */
function rateOf(group: Group, step: number, base: number, alpha: number): Rate {
  const counts = { users: group.users[step]!, of: group.users[base]! };
  if (counts.of === 0) {
    const { open } = group;
    const problem =
      group.entered === 0 && open > 0
        ? new Problem('all-open', { users: open })
        : new Problem('too-few-users', { users: 0 });
    return { ...counts, rate: null, low: null, high: null, problem: problem.toJSON() };
  }
  if (step === base) return { ...counts, rate: 1, low: 1, high: 1 };
  const { products } = group;
  const { estimate, low, high } =
    products === null
      ? wilson({ n: counts.of, successes: counts.users }, alpha)
      : clusteredRate(clusteredSums({ ...group, products }, step, base), alpha);
  return { ...counts, rate: estimate, low, high };
}

/** @param sorted  durations in ms, ascending */
export function timeOf(
  sorted: Float64Array,
  event: string | readonly string[],
  alpha: number,
): StepTime {
  if (sorted.length === 0) {
    const problem = new Problem('nobody-reached', { event: [event].flat().join(', ') }).toJSON();
    const nothing = { medianMs: null, low: null, high: null };
    return { ...nothing, p25Ms: null, p75Ms: null, p90Ms: null, problem };
  }
  const interval = orProblem(() => medianInterval(sorted, alpha));
  const quantile = (p: number) => sortedQuantile(sorted, p);
  const spread = { p25Ms: quantile(0.25), p75Ms: quantile(0.75), p90Ms: quantile(0.9) };
  if (interval instanceof Problem) {
    const problem = interval.toJSON();
    return { medianMs: quantile(0.5), low: null, high: null, ...spread, problem };
  }
  return { medianMs: interval.estimate, low: interval.low, high: interval.high, ...spread };
}
