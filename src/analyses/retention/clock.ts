import type { Buckets } from '../../events/buckets';
import type { RetentionParams } from './params';

const HOUR = 3_600_000;

/** How long the periods are that are counted from each start on. */
const LENGTHS: Readonly<Record<RetentionParams['period'], number>> = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
};

/** Where instants lie on the scale on which periods are counted: those between two are `periodsBetween`. */
export interface Clock {
  /** Whole periods in the calendar, or milliseconds. */
  position(ms: number): number;
  /** Until when, exclusive, instants have this position; −Infinity where each has its own. */
  until(position: number): number;
  /** Positions in one period. */
  readonly unit: number;
}

/** Periods of the calendar, or windows of 24 hours and their multiples that begin with each start. */
export function clockOf({ windows, period }: RetentionParams, buckets: Buckets): Clock {
  return windows === 'calendar'
    ? { position: buckets.of, until: (bucket) => buckets.edges[bucket + 1]!, unit: 1 }
    : { position: (ms) => ms, until: () => -Infinity, unit: LENGTHS[period] };
}

/** Whole periods from one position to another. */
export function periodsBetween(from: number, to: number, { unit }: Clock): number {
  return Math.floor((to - from) / unit);
}
