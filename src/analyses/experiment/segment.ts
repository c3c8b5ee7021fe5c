import { textColumn } from '../../events/column-of';
import type { EventIndex } from '../../events/event-index';
import type { Exposed } from './exposure';

/** A column that splits the exposed users. */
export interface Segment {
  readonly column: string;
  readonly values: readonly string[];
  /** Into `values`, one per exposed user; −1 where nothing is known. */
  readonly codes: Int32Array;
}

/**
 * Each user's value of a column: on the exposure row, else the last one before it, never later; of
 * a unit table, or where events have no such column, the user's attribute.
 *
 * @throws {Problem} `not-in-data`
 */
export function segmentOf(events: EventIndex, who: Exposed, column: string, path: string): Segment {
  const isAttribute = events.kind === 'units' || !events.columns.get(column);
  if (isAttribute) {
    const known = events.attributes.names.length > 0 ? events.attributes : events.columns;
    const { values, codes } = textColumn(known, column, path);
    return { column, values, codes: Int32Array.from(who.users, (user) => codes[user]!) };
  }
  const { values, codes } = textColumn(events.columns, column, path);
  const own = new Int32Array(who.users.length);
  for (let i = 0; i < own.length; ++i) {
    const start = events.offsets[who.users[i]!]!;
    let row = who.row[i]!;
    while (row > start && codes[row]! < 0) --row;
    own[i] = codes[row]!;
  }
  return { column, values, codes: own };
}
