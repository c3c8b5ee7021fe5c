import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import type { Scope } from '../analysis';
import type { ExperimentParams } from './params';
import { windowOf } from './window';

/** The planned end of an experiment, in epoch ms. */
export interface PlannedTime {
  /** Closes exposure, exclusive. */
  readonly end: number;
  /** When everybody exposed by then has had the longest window. */
  readonly closing: number;
}

/**
 * Null when no end is planned. Where looks are planned by dates and no end is given, the last look
 * is when everything closes.
 *
 * @throws {Problem} `not-a-time`, and what `windowOf` finds
 */
export function plannedTime(params: ExperimentParams, { timezone }: Scope): PlannedTime | null {
  const { plannedEnd, metrics } = params;
  const windows = metrics.map((metric, i) => windowOf(metric, `metrics[${i}]`).toMs);
  const longest = Math.max(0, ...windows.filter((ms) => ms < Infinity));
  if (plannedEnd !== undefined) {
    const end = endOf(plannedEnd, timezone, 'plannedEnd');
    return { end, closing: end + longest };
  }
  const dates = lookDates(params, timezone);
  if (dates.length === 0) return null;
  const closing = Math.max(...dates);
  return { end: closing - longest, closing };
}

/** When the looks that are planned by dates are, in the order given; none without such a plan. */
export function lookDates({ looks }: ExperimentParams, timezone: string): number[] {
  if (typeof looks !== 'object') return [];
  return looks.looks.flatMap((look, i) =>
    typeof look === 'string' ? [endOf(look, timezone, `looks.looks[${i}]`)] : [],
  );
}

function endOf(date: string, timezone: string, path: string): number {
  try {
    return calendar(timezone).instant(date, 'end');
  } catch (error) {
    throw error instanceof Problem ? error.within({ path }) : error;
  }
}
