import type { Problem } from '../../base/problem';
import type { Eligible } from './result-details';

/** What the days of the test tell. */
export interface Pace {
  /** From the first exposure on; null without times. */
  readonly days: number | null;
  /** New users of each whole day, and all of them. */
  readonly arrivals: readonly number[];
  readonly entered: number;
  /** Why more users will not come, or not count. */
  readonly ended: Problem | null;
  readonly eligible: Eligible | null;
}
