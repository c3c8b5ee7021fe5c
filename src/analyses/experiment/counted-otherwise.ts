import { cellsOf } from '../../base/cells';
import { type CountedArm, countable, counterOf } from './counted';
import type { Sensitivity } from './result';
import { type Setup, decidingSet } from './setup';
import { type UserSet, userSet } from './user-set';

/** A user who makes up this much of an arm's total is named. */
export const LARGE = 0.1;

/** The arms of a metric with one choice made otherwise. */
export interface CountedOtherwise {
  readonly name: Sensitivity['name'];
  readonly arms: readonly CountedArm[];
}

/**
 * A metric counted with users who saw several arms in or out, the other way than chosen, and without
 * the largest user where one makes much of the total of one of its arms, `counted`.
 */
export function countedOtherwise(
  setup: Setup,
  index: number,
  counted: readonly CountedArm[],
): CountedOtherwise[] {
  const { cohort, planned, params, scope } = setup;
  const set = decidingSet(setup);
  const made: CountedOtherwise[] = [];
  const add = (name: Sensitivity['name'], users: UserSet): void => {
    const metric = params.metrics[index]!;
    const counter = counterOf(countable(cohort, users, metric, index, scope), users, planned);
    made.push({ name, arms: counter.count(users.cells, 0) });
  };
  if (cohort.several.some((flag, user) => flag === 1 && cohort.out[user] === 0)) {
    const mixed = params.contamination !== 'exclude';
    const from = set.isClosed ? (setup.design.plannedEnd ?? Infinity) : Infinity;
    add(mixed ? 'mixed-left-out' : 'first-exposure', userSet(cohort, setup.arms, { mixed, from }));
  }
  if (counted.some(({ summary }) => (summary.largest ?? 0) >= LARGE)) {
    const { value } = cohort.measures[index]!;
    add('without-largest', withoutLargest(set, value, planned.length));
  }
  return made;
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
