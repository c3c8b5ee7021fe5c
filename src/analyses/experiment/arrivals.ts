import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import { firstAndLast } from './first-and-last';
import { DAY } from './local-day';

/** With fewer whole days than this, arrivals say nothing about the days to come. */
export const FEWEST_ARRIVAL_DAYS = 7;

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
