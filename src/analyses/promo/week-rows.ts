import type { Calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { Buyers } from './buyers';
import type { WeekRow } from './result';

const NOON = 43_200_000;
const DAY = 86_400_000;
/** The last weeks; earlier ones nobody reads. */
const MOST_WEEKS = 520;

/** Purchases by calendar week, on promotion and at full price; weeks without any are there too. */
export function weekRows(
  { day, isPromoted }: Buyers,
  { start, end, date, zone }: Calendar,
  { completeThrough }: Scope,
): WeekRow[] {
  const instant = (local: number) => zone.instant(local * DAY + NOON);
  const counts = new Map<number, [number, number]>();
  let [first, last] = [Infinity, -Infinity];
  for (const [i, each] of day.entries()) {
    first = Math.min(first, each);
    last = Math.max(last, each);
    const found = counts.get(each) ?? [0, 0];
    ++found[isPromoted[i]!]!;
    counts.set(each, found);
  }
  const rows = new Map<number, WeekRow>();
  let at = Math.max(
    start('week', instant(first)),
    start('week', instant(last)) - MOST_WEEKS * 7 * DAY,
  );
  for (; at <= instant(last); at = end('week', at)) {
    const complete = end('week', at) <= completeThrough;
    rows.set(at, { start: date(at), onPromotion: 0, fullPrice: 0, complete });
  }
  for (const [local, [fullPrice, onPromotion]] of counts) {
    const week = start('week', instant(local));
    const row = rows.get(week);
    if (!row) continue;
    rows.set(week, {
      ...row,
      fullPrice: row.fullPrice + fullPrice,
      onPromotion: row.onPromotion + onPromotion,
    });
  }
  return [...rows.values()];
}
