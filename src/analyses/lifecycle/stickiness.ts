import { Problem } from '../../base/problem';
import { type DayCounts, WEEK_DAYS } from './counts';
import { MONTH_DAYS } from './grids';
import type { LifecycleResult, StickinessRow } from './result';
import type { Surroundings } from './surroundings';

/** More days than this nobody looks at. */
const MOST_DAYS = 3_000;

/** Users of each whole day in the range, of its week and of its month; of the last 3,000 where there are more. */
export function stickinessOf(days: DayCounts, around: Surroundings): StickinessRow[] {
  const known = daysBefore(days, around);
  const rows: StickinessRow[] = [];
  let week = 0;
  let month = 0;
  let sum = 0;
  for (let day = 0; day < days.active.length; ++day) {
    week += days.weekChange[day]!;
    month += days.monthChange[day]!;
    sum += days.active[day]! - (days.active[day - MONTH_DAYS] ?? 0);
    if (days.edges[day]! < (around.scope.range?.from ?? -Infinity)) continue;
    const hasWeek = known + day >= WEEK_DAYS - 1;
    const hasMonth = known + day >= MONTH_DAYS - 1;
    rows.push({
      start: around.dates.date(days.edges[day]!),
      dau: days.active[day]!,
      wau: hasWeek ? week : null,
      mau: hasMonth ? month : null,
      ratio: hasMonth && month > 0 ? sum / MONTH_DAYS / month : null,
      ...why(hasMonth, month, around),
    });
  }
  return rows.slice(-MOST_DAYS);
}

function why(hasMonth: boolean, month: number, { first, dates }: Surroundings) {
  if (!hasMonth) {
    return { problem: new Problem('before-the-data', { start: dates.date(first) }).toJSON() };
  }
  return month > 0 ? {} : { problem: new Problem('nobody-active', { days: MONTH_DAYS }).toJSON() };
}

/** Days of the data before the first one counted: what lies before a range is looked back at. */
function daysBefore({ edges }: DayCounts, { first }: Surroundings): number {
  return first < edges[0]! ? MONTH_DAYS : 0;
}

/** How many users were active on how many of the last 28 days. */
export function powerOf(
  days: DayCounts,
  around: Surroundings,
): Pick<LifecycleResult, 'power' | 'powerDays' | 'problem'> {
  const { first, dates } = around;
  const count = days.active.length;
  if (count + daysBefore(days, around) < MONTH_DAYS) {
    const problem = new Problem('before-the-data', { start: dates.date(first) }).toJSON();
    return { power: [], powerDays: null, problem };
  }
  const from = dates.date(days.edges[Math.max(0, count - MONTH_DAYS)]!);
  const through = dates.date(days.edges[count]! - 1);
  const power = Array.from(days.byDays, (users, i) => ({ days: i + 1, users }));
  return { power, powerDays: { from, through } };
}
