import { nearest } from '../base/nearest';
import { Problem } from '../base/problem';
import type { TextColumn } from '../data/dataset';
import { asText } from '../events/as-text';
import type { EventIndex } from '../events/event-index';

/** Users divided by a value: a column of the row that decides, else an attribute of the user. */
export interface Breakdown {
  /** Names of the values, `(none)` among them. */
  readonly names: readonly string[];
  /** The name, into `names`, for a row of the index and its user; row −1 for none. */
  codeOf(row: number, user: number): number;
}

const NONE = '(none)';
const NOBODY: TextColumn = { kind: 'text', values: [], codes: new Int32Array(0) };

/** @throws {Problem} `not-in-data` when neither events nor users have the column */
export function breakdownBy(events: EventIndex, column: string, path: string): Breakdown {
  const onRow = events.columns.get(column);
  const ofUser = events.attributes.get(column);
  if (!onRow && !ofUser) {
    const known = [...events.columns.names, ...events.attributes.names];
    const args = { what: 'column', name: column, known, near: nearest(column, known) };
    throw new Problem('not-in-data', args, { path });
  }
  const rows = onRow ? asText(onRow) : NOBODY;
  const users = ofUser ? asText(ofUser) : NOBODY;
  const positions = new Map<string, number>();
  const position = (name: string): number => {
    if (!positions.has(name)) positions.set(name, positions.size);
    return positions.get(name)!;
  };
  const rowNames = rows.values.map(position);
  const userNames = users.values.map(position);
  const none = position(NONE);
  return {
    names: [...positions.keys()],
    codeOf(row, user) {
      const code = row < 0 ? -1 : (rows.codes[row] ?? -1);
      if (code >= 0) return rowNames[code]!;
      const attribute = users.codes[user] ?? -1;
      return attribute >= 0 ? userNames[attribute]! : none;
    },
  };
}
