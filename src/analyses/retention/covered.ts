import type { Scope } from '../analysis';
import type { CohortDates } from './cohort-dates';
import type { Coverage } from './coverage';
import type { Covered } from './result';

/** With fewer events a day, days without any are no wonder. */
const USUAL_EVENTS = 10;
const DAY = 86_400_000;

/** What the data cover, and whether days are missing inside. */
export function coveredBy(
  { day, events, first }: Coverage,
  { completeThrough }: Scope,
  dates: CohortDates,
): Covered {
  const total = events.reduce((sum, count) => sum + count, 0);
  const days = Math.round((day.at(-1)! - day[0]!) / DAY) + 1;
  const empty = days - day.length;
  return {
    firstPeriod: dates.name(first),
    through: dates.lastDate(completeThrough),
    emptyDays: total / days >= USUAL_EVENTS ? empty : 0,
  };
}
