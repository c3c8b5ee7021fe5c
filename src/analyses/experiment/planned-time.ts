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
 * Null when no end is planned.
 *
 * @throws {Problem} `not-a-time`, and what `windowOf` finds
 */
export function plannedTime(
  { plannedEnd, metrics }: ExperimentParams,
  { timezone }: Scope,
): PlannedTime | null {
  if (plannedEnd === undefined) return null;
  const windows = metrics.map((metric, i) => windowOf(metric, `metrics[${i}]`).toMs);
  const longest = Math.max(0, ...windows.filter((ms) => ms < Infinity));
  try {
    const end = calendar(timezone).instant(plannedEnd, 'end');
    return { end, closing: end + longest };
  } catch (error) {
    throw error instanceof Problem ? error.within({ path: 'plannedEnd' }) : error;
  }
}
