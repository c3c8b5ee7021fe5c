import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import { periodStart } from '../../events/period-start';
import type { RetentionParams } from './params';

const DAY = 86_400_000;
const NOMINAL = { hour: DAY / 24, day: DAY, week: 7 * DAY, month: 30 * DAY } as const;

/** How instants of an analysis are written. */
export interface CohortDates {
  /** The name of the period that holds an instant: its local date, in hours its time with the offset. */
  name(ms: number): string;
  /** The last date that must be complete for `needs` periods of the cohort from `start` on to be over. */
  through(start: number, needs: number): string;
  /** The last date before an instant. */
  lastDate(ms: number): string;
}

export function cohortDates({ timezone, weekStart }: Scope, params: RetentionParams): CohortDates {
  const days = calendar(timezone, weekStart);
  const { period, windows } = params;
  const end = (start: number, needs: number): number => {
    if (windows === '24h') return start + needs * NOMINAL[period];
    let at = start;
    for (let i = 0; i < needs; ++i) at = days.end(period, at);
    return at;
  };
  const lastDate = (ms: number): string => days.date(ms - 1);
  return {
    name: (ms) => periodStart(days, period, days.start(period, ms)),
    through: (start, needs) => lastDate(end(start, needs)),
    lastDate,
  };
}
