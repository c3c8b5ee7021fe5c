import type { Buckets } from '../../events/buckets';
import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { EARLIER, eachActiveBucket } from './active-buckets';
import { activeRows, earliest } from './counts';
import { MONTH_DAYS, gridsOf } from './grids';
import type { LifecycleParams } from './params';

/**
 * The users behind a count of a period (`rows[3].dormant`), or those active on so many of the last
 * 28 days (`power[20]`). Ascending; empty where no users stand behind the path.
 */
export function members(input: Input, params: LifecycleParams, path: string): Uint32Array {
  const [list, index, field] = parsePath(path);
  const mask = activeRows(input, params);
  const first = earliest(input);
  const { periods, days } = gridsOf(input.scope, params.period, first);
  if (list === 'power') {
    const isKnown = days.count >= MONTH_DAYS || first < days.edges[0]!;
    const wanted = isKnown ? Number(index) + 1 : NaN;
    return usersWho(input, (user) => activeDays(input, mask, user, days) === wanted);
  }
  const { range, completeThrough } = input.scope;
  const shown = periods.edges.findIndex((edge) => edge >= (range?.from ?? -Infinity));
  const period = shown + Number(index);
  const isComplete = periods.edges[period + 1]! <= completeThrough;
  if (list !== 'rows' || !isComplete) return new Uint32Array(0);
  const isFirst = first >= periods.edges[period]!;
  return usersWho(input, (user) => {
    const state = stateIn(input, mask, user, periods, period);
    if (field === 'active') return state !== null && state !== 'dormant';
    return state !== null && field === (isFirst ? 'unknown' : state);
  });
}

function usersWho({ events }: Input, test: (user: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let user = 0; user < events.users; ++user) if (test(user)) found.push(user);
  return Uint32Array.from(found);
}

function activeDays({ events }: Input, mask: Uint8Array, user: number, days: Buckets): number {
  let active = 0;
  eachActiveBucket(events, mask, user, days, (day) => {
    if (day !== EARLIER && day >= days.count - MONTH_DAYS) ++active;
  });
  return active;
}

/** What the user is in a period; null for one who was not active in it nor in the one before. */
function stateIn(
  { events }: Input,
  mask: Uint8Array,
  user: number,
  periods: Buckets,
  period: number,
): 'new' | 'returning' | 'resurrected' | 'dormant' | null {
  let isActive = false;
  let before: number | null = null;
  eachActiveBucket(events, mask, user, periods, (each) => {
    if (each === period) isActive = true;
    else if (each < period) before = each;
  });
  if (!isActive) return before === period - 1 ? 'dormant' : null;
  if (before === null) return 'new';
  return before === period - 1 ? 'returning' : 'resurrected';
}
