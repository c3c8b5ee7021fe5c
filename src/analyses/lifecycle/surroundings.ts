import type { Calendar } from '../../events/calendar';
import type { Scope } from '../analysis';

/** What a row of the result needs to know besides its counts. */
export interface Surroundings {
  /** Time of the earliest event of the data. */
  readonly first: number;
  readonly scope: Scope;
  readonly dates: Calendar;
}
