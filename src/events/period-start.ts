import type { Calendar, Period } from './calendar';

/** The first instant of a period as text: its local date, of an hour its local time with the offset from UTC. */
export function periodStart({ zone, date }: Calendar, period: Period, ms: number): string {
  if (period !== 'hour') return date(ms);
  const offset = zone.offset(ms);
  const wall = new Date(ms + offset).toISOString().slice(0, 16);
  return offset === 0 ? `${wall}Z` : `${wall}${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`;
}

/** `05:30` */
function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}
