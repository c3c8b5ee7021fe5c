import { Problem } from '../../base/problem';
import { cellsOf } from './cells';
import { maybeInterval } from './maybe-interval';
import { readingsOf } from './readings';
import { counterOf } from './counted';
import type { MetricResult, Sensitivity } from './result';
import { type Setup, decidingSet } from './setup';
import { type UserSet, userSet } from './user-set';

/** A user who makes up this much of an arm's total is named. */
export const LARGE = 0.1;

/**
 * The metric with its comparisons made otherwise beside them: users who saw several arms counted or
 * left out, and the largest user left out where one makes much of an arm's total.
 */
export function sensitivities(setup: Setup, metric: MetricResult, index: number): MetricResult {
  const { cohort, planned, params } = setup;
  const set = decidingSet(setup);
  const variants: [Sensitivity['name'], UserSet][] = [];
  if (cohort.several.includes(1) && params.contamination !== 'last') {
    const mixed = params.contamination !== 'exclude';
    const from = set.isClosed ? (setup.design.plannedEnd ?? Infinity) : Infinity;
    variants.push([
      mixed ? 'mixed-left-out' : 'first-exposure',
      userSet(cohort, setup.arms, { mixed, from }),
    ]);
  }
  if (metric.arms.some(({ largest }) => (largest ?? 0) >= LARGE)) {
    const { value } = cohort.measures[index]!;
    variants.push(['without-largest', withoutLargest(set, value, planned.length)]);
  }
  if (variants.length === 0) return metric;
  const made = variants.map(([name, users]) => comparedOtherwise(setup, name, users, index));
  return {
    ...metric,
    comparisons: metric.comparisons.map((comparison, i) => ({
      ...comparison,
      sensitivity: made.map((list) => list[i]!),
    })),
  };
}

/** One entry per treatment arm, at the uncorrected level. */
function comparedOtherwise(
  { cohort, planned, scope, design, params }: Setup,
  name: Sensitivity['name'],
  set: UserSet,
  index: number,
): Sensitivity[] {
  const metric = params.metrics[index]!;
  const counter = counterOf(cohort, set, planned, metric, index, scope);
  const [control, ...treatments] = counter.count(set.cells, 0).map(({ summary }) => summary);
  return treatments.map((treatment) => {
    const arms = { control: control!, treatment };
    const { deciding } = readingsOf(arms, null, metric, design, params);
    if (deciding instanceof Problem) {
      const problem = deciding.toJSON();
      const nothing = { estimate: null, low: null, high: null, problem };
      return { name, difference: nothing, lift: nothing, p: null, problem };
    }
    return {
      name,
      difference: deciding.difference(design.alpha),
      lift: maybeInterval(() => deciding.lift(design.alpha)),
      p: deciding.p,
    };
  });
}

/** The set without the user who has most of all; of several the first. */
function withoutLargest(set: UserSet, value: Float64Array, arms: number): UserSet {
  let largest = -1;
  set.codes.forEach((code, user) => {
    if (code < 0 || code >= arms) return;
    if (largest < 0 || value[user]! > value[largest]!) largest = user;
  });
  const codes = set.codes.map((code, user) => (user === largest ? -1 : code));
  return { ...set, codes, cells: cellsOf(codes, set.cells.offsets.length - 1) };
}
