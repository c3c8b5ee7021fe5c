import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { silence } from '../../stats/duration';
import type { Scope } from '../analysis';
import type { Design } from './design';
import { firstAndLast } from './first-and-last';
import { DAY } from './local-day';

/** With fewer whole days than this, arrivals say nothing about the days to come. */
export const FEWEST_ARRIVAL_DAYS = 7;

/** Why no more users come who would count: the planned time is over, or they have stopped coming. */
export function endOfArrivals(
  time: Float64Array,
  arrivals: readonly number[],
  { isOver, plannedEnd }: Design,
  { timezone, completeThrough }: Scope,
): Problem | null {
  const { date, zone } = calendar(timezone);
  if (isOver) return new Problem('exposure-is-over', { end: date(plannedEnd! - 1) });
  if (time.length === 0) return null;
  const dayOf = (ms: number): number => Math.floor((ms + zone.offset(ms)) / DAY);
  const [, last] = firstAndLast(time);
  const without = Math.max(0, dayOf(completeThrough) - dayOf(last) - 1);
  const days = silence([...arrivals, ...new Array<number>(without).fill(0)]);
  return days === 0 ? null : new Problem('arrivals-stopped', { last: date(last), days });
}

/** New users of each whole local day, from the first exposure's to the last one's or the end of the data. */
export function arrivalsOf(time: Float64Array, { timezone, completeThrough }: Scope): number[] {
  if (time.length === 0) return [];
  const { zone } = calendar(timezone);
  const dayOf = (ms: number): number => Math.floor((ms + zone.offset(ms)) / DAY);
  const [begin, end] = firstAndLast(time);
  const first = dayOf(begin);
  const last = Math.min(dayOf(end), dayOf(completeThrough) - 1);
  const users = new Array<number>(Math.max(0, last - first + 1)).fill(0);
  for (let i = 0; i < time.length; ++i) {
    const day = dayOf(time[i]!) - first;
    if (day < users.length) ++users[day]!;
  }
  return users;
}
