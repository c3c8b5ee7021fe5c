import { calendar } from '../../events/calendar';
import { sequentialBounds, spentOf } from '../../stats/group-sequential';
import type { Scope } from '../analysis';
import { type Boundary, asLooks } from './boundary';
import type { Look } from './result';

/** Every look of a plan with its bound at `alpha`; those ahead as they will be if traffic stays. */
export function lookRows(
  { spending, made, ahead }: Boundary,
  alpha: number,
  { timezone }: Scope,
): Look[] {
  const days = calendar(timezone);
  const all = [...made, ...ahead];
  const bounds = sequentialBounds(asLooks(all), alpha, spending);
  return all.map(({ passed, users, at }, i) => ({
    is: i < made.length - 1 ? 'made' : i < made.length ? 'now' : 'ahead',
    passed,
    users: Math.round(users),
    spent: spentOf(passed, alpha, spending),
    bound: bounds[i]!,
    ...(at === null ? {} : { through: days.date(at - 1) }),
  }));
}
