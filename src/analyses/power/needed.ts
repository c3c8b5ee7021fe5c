import { Problem } from '../../base/problem';
import { orProblem } from '../or-problem';
import type { Pace } from './arrivals';
import { type Baseline, type Design, usersNeeded } from './design';
import type { PowerParams } from './params';
import type { Change, PowerArm, PowerResult } from './result';

/** What a plan is made from. */
export interface Plan {
  readonly baseline: Baseline;
  readonly design: Design;
  readonly pace: Pace;
  /** Which way is good. */
  readonly direction: 'up' | 'down';
  readonly mde: Change;
}

/** The users it takes and how long they take to come; nulls with the reason where that cannot be said. */
export type Needed = Pick<PowerResult, 'perArm' | 'total' | 'arms' | 'days' | 'problem'>;

/**
 * The wanted change in both its forms.
 *
 * @throws {Problem} `baseline-is-zero` when it is relative to nothing
 */
export function changeOf(mde: PowerParams['mde'], { value }: Baseline): Change {
  const base = Math.abs(value);
  if (typeof mde === 'object') return inBothForms(mde.absolute, base);
  if (base === 0) throw new Problem('baseline-is-zero', {}, { path: 'mde' });
  return { absolute: mde * base, relative: mde };
}

/** A change of that size, with its relative form where there is one. */
export function inBothForms(absolute: number, base: number): Change {
  if (base > 0) return { absolute, relative: absolute / base };
  return { absolute, relative: null, problem: new Problem('baseline-is-zero').toJSON() };
}

/** What it takes to find `mde`. */
export function neededFor(mde: Change, { baseline, design, pace, direction }: Plan): Needed {
  const effect = direction === 'up' ? mde.absolute : -mde.absolute;
  const users = orProblem(() => usersNeeded(baseline, effect, design));
  if (users instanceof Problem) {
    const problem = users.toJSON();
    const arms = armsOf(design, () => ({ users: null, problem }));
    const days = { estimate: null, low: null, high: null, problem };
    return { perArm: null, total: null, arms, days, problem };
  }
  const counts = design.shares.map((share) => wholeUsers(users * share));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    perArm: Math.min(...counts),
    total,
    arms: armsOf(design, (i) => ({ users: counts[i]! })),
    days: pace.daysUntil(total),
  };
}

/** Rounded up, but not for a rounding error. */
function wholeUsers(users: number): number {
  return Math.ceil(users * (1 - 1e-12));
}

function armsOf(
  { shares }: Design,
  users: (arm: number) => Pick<PowerArm, 'users' | 'problem'>,
): PowerArm[] {
  const names = shares.map((_, i) =>
    i === 0 ? 'control' : shares.length === 2 ? 'treatment' : `treatment-${i}`,
  );
  return shares.map((expected, i) => ({ name: names[i]!, expected, ...users(i) }));
}
