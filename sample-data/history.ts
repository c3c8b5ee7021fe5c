import { DAY } from './diary';
import type { EventRow } from './event-rows';
import { plan } from './plan';

/** All rows of one user, in the order of time. */
export type History = readonly EventRow[];

const START = Date.parse(plan.firstDay);

/** The instant after the last one of the data. */
export const END = START + 1000 * DAY * plan.days;

/** The rows of one event. */
export function of(history: History, event: string): EventRow[] {
  return history.filter((row) => row.event === event);
}

/** The rows between two days counted from the first, half-open. */
export function between(rows: readonly EventRow[], from: number, to: number): EventRow[] {
  return rows.filter(({ ts }) => {
    const age = ts.getTime() - START;
    return days(from) <= age && age < days(to);
  });
}

/** The calendar week of an instant, counted from 0. */
export function weekOf(ts: Date): number {
  return Math.floor((ts.getTime() - START) / days(7));
}

/** Milliseconds of a number of days. */
export function days(count: number): number {
  return 1000 * DAY * count;
}

/** A share or a mean, rounded; null where there is nothing to divide by. */
export function ratio(part: number, whole: number, digits: number): number | null {
  return whole === 0 ? null : round(part / whole, digits);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
