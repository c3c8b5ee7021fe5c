import { Problem } from '../../base/problem';
import { orProblem } from '../or-problem';
import { chance, detectable } from './design';
import type { Plan } from './needed';
import type { AtHand, CurvePoint, Days, PowerResult } from './result';

/** The curve over days reaches so many weeks at least, and at most. */
const WEEKS = { least: 8, most: 52 };
/** The curve over users reaches beyond what is needed. */
const REACH = 1.5;
const STEPS = 15;

/** The smallest change that is found after each week; empty where it is not known how users come. */
export function curveOf(plan: Plan, days: Days): CurvePoint[] {
  const wanted = ((days.estimate ?? 0) / 7) * REACH;
  const weeks = Math.min(WEEKS.most, Math.max(WEEKS.least, Math.ceil(wanted)));
  return Array.from({ length: weeks }, (_, i) => 7 * (i + 1)).flatMap((day): CurvePoint[] => {
    const users = plan.pace.usersAfter(day);
    if (users === null) return [];
    const whole = Math.floor(users);
    return [{ days: day, users: whole, ...smallest(whole, plan) }];
  });
}

/** The chance to find the wanted change with more and more users; empty where that takes no number. */
export function powerCurveOf(
  { baseline, design, mde, direction }: Plan,
  total: number | null,
): PowerResult['powerCurve'] {
  if (total === null) return [];
  const effect = direction === 'up' ? mde.absolute : -mde.absolute;
  return Array.from({ length: STEPS }, (_, i) => {
    const users = Math.ceil((total * REACH * (i + 1)) / STEPS);
    return { users, power: chance(baseline, effect, users, design) };
  });
}

/** What `users` in all can show. */
export function atHandOf(users: number, plan: Plan): AtHand {
  const { baseline, design, mde, direction } = plan;
  const effect = direction === 'up' ? mde.absolute : -mde.absolute;
  const power = orProblem(() => chance(baseline, effect, users, design));
  const found = smallest(users, plan);
  if (!(power instanceof Problem)) return { users, power, ...found };
  return { users, power: null, problem: power.toJSON(), ...found };
}

/** The smallest change relative to the baseline, or why there is none. */
function smallest(
  users: number,
  { baseline, design, direction }: Plan,
): Pick<CurvePoint, 'mde' | 'problem'> {
  const size = orProblem(() => {
    const fewest = users * Math.min(...design.shares);
    if (fewest < 2) throw new Problem('too-few-users', { users: Math.floor(fewest) });
    const base = Math.abs(baseline.value);
    if (base === 0) throw new Problem('baseline-is-zero');
    return detectable(baseline, users, design, direction) / base;
  });
  return size instanceof Problem ? { mde: null, problem: size.toJSON() } : { mde: size };
}
