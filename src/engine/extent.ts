import type { EventIndex } from '../events/event-index';

/** How many users there are, and when their first and their last row happened (ISO 8601); null without times. */
export interface Extent {
  readonly users: number;
  readonly from: string | null;
  readonly to: string | null;
}

export function extentOf({ users, time }: EventIndex): Extent {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < time.length; ++row) {
    if (time[row]! < first) first = time[row]!;
    if (time[row]! > last) last = time[row]!;
  }
  if (first > last) return { users, from: null, to: null };
  return { users, from: new Date(first).toISOString(), to: new Date(last).toISOString() };
}
