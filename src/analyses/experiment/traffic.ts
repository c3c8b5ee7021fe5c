import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { PlannedArm } from './arms';
import { DAY, dateOf } from './local-day';
import type { Arrivals } from './result';
import type { UserSet } from './user-set';

/** How many users of each arm were first exposed on each local day, days in order. */
export function trafficOf(
  time: Float64Array,
  arms: readonly PlannedArm[],
  { codes }: UserSet,
  { timezone }: Scope,
): Arrivals[] {
  const { zone } = calendar(timezone);
  const counts = new Map<number, number[]>();
  for (let i = 0; i < time.length; ++i) {
    if (codes[i]! < 0) continue;
    const day = Math.floor((time[i]! + zone.offset(time[i]!)) / DAY);
    let users = counts.get(day);
    if (!users) counts.set(day, (users = arms.map(() => 0)));
    ++users[codes[i]!]!;
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, users]) =>
      arms.map(({ name }, i) => ({ date: dateOf(day), arm: name, users: users[i]! })),
    );
}
