import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import { type PlannedArm, armsOf } from './arms';
import type { Cohort } from './cohort';
import { boundariesOf } from './boundary';
import { type Design, designOf } from './design';
import { firstAndLast } from './first-and-last';
import type { ExperimentParams } from './params';
import { type UserSet, userSet } from './user-set';

/** Everything that is known before metrics are read. */
export interface Setup {
  readonly cohort: Cohort;
  readonly params: ExperimentParams;
  readonly scope: Scope;
  readonly design: Design;
  /** The planned arms, the control first; others follow in `arms`. */
  readonly planned: readonly PlannedArm[];
  readonly arms: readonly PlannedArm[];
  /** Who counts for the always-valid half. */
  readonly all: UserSet;
  /** Who counts for the other halves: those of the planned time, once it is over. */
  readonly closed: UserSet;
}

/**
 * @throws {Problem} `nobody-exposed`, `range-matches-nothing`, `end-before-exposure`, and what `armsOf`,
 *   `designOf` and `boundariesOf` find
 */
export function setupOf(cohort: Cohort, params: ExperimentParams, scope: Scope): Setup {
  if (cohort.users.length === 0) throw nobody(params);
  const arms = armsOf(cohort, params);
  const design = designOf(params, scope, cohort.time.length > 0);
  const mixed = params.contamination === 'exclude';
  const all = userSet(cohort, arms, { mixed, from: Infinity });
  const { isOver, plannedEnd } = design;
  if (plannedEnd !== null) requireExposureBefore(plannedEnd, cohort, params, scope);
  const closed =
    isOver && plannedEnd !== null ? userSet(cohort, arms, { mixed, from: plannedEnd }) : all;
  const planned = arms.filter(({ share }) => share > 0);
  const boundaries =
    typeof params.looks === 'object'
      ? boundariesOf(params.looks, cohort, closed, planned.length, params, scope)
      : design.boundaries;
  const own = { ...design, boundaries };
  return { cohort, params, scope, design: own, planned, arms, all, closed };
}

/** Who counts for the half that decides. */
export function decidingSet({ design, all, closed }: Setup): UserSet {
  return design.deciding === 'always-valid' ? all : closed;
}

/** An end before anybody was exposed is a slip of the pen: all users would be late. */
function requireExposureBefore(
  end: number,
  { exposure }: Cohort,
  params: ExperimentParams,
  { timezone }: Scope,
): void {
  const [first] = firstAndLast(exposure.time);
  if (first < end) return;
  const { date } = calendar(timezone);
  const path = params.plannedEnd === undefined ? 'looks' : 'plannedEnd';
  const args = { end: date(end - 1), first: date(first), setBy: path };
  throw new Problem('end-before-exposure', args, { path });
}

function nobody({ exposure, variant, range }: ExperimentParams): Problem {
  if (range !== undefined) {
    return new Problem('range-matches-nothing', { ...range }, { path: 'range' });
  }
  if (exposure === undefined) {
    return new Problem('one-arm', { column: variant ?? '', arms: [] }, { path: 'variant' });
  }
  const event = typeof exposure.event === 'string' ? exposure.event : exposure.event.join(', ');
  return new Problem('nobody-exposed', { event }, { path: 'exposure' });
}
