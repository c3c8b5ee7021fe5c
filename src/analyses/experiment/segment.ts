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

/** Between columns that are crossed: `country × platform`, or `country * platform` as it is typed. */
const CROSS = /\s+[×*]\s+/;
const NONE = '(none)';

/**
 * The users by a column, or by several crossed.
 *
 * @throws {Problem} `not-in-data`
 */
export function segmentOf(events: EventIndex, who: Exposed, column: string, path: string): Segment {
  const columns = column.split(CROSS);
  if (columns.length === 1 || isColumn(events, column)) return ofColumn(events, who, column, path);
  return crossed(columns.map((each) => ofColumn(events, who, each, path)));
}

function isColumn({ columns, attributes }: EventIndex, name: string): boolean {
  return columns.names.includes(name) || attributes.names.includes(name);
}

/** Every combination of values that some user has, `DE · ios`. */
function crossed(segments: readonly Segment[]): Segment {
  const positions = new Map<string, number>();
  const codes = segments[0]!.codes.map((_, user) => {
    const value = segments.map((each) => each.values[each.codes[user]!] ?? NONE).join(' · ');
    const position = positions.get(value) ?? positions.size;
    positions.set(value, position);
    return position;
  });
  return {
    column: segments.map(({ column }) => column).join(' × '),
    values: [...positions.keys()],
    codes,
  };
}

/**
 * Each user's value of a column: on the exposure row, else the last one before it, never later; of
 * a unit table, or where events have no such column, the user's attribute.
 *
 * @throws {Problem} `not-in-data`
 */
function ofColumn(events: EventIndex, who: Exposed, column: string, path: string): Segment {
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
