import type { EventIndex, UnitRows } from './event-index';
import { permuted, picked } from './permuted-columns';

/**
 * The index with only the rows marked 1 in `keep`, one entry per row. Every user stays, with or
 * without rows, so users keep their positions and attributes.
 */
export function filterEvents(index: EventIndex, keep: Uint8Array): EventIndex {
  const offsets = new Uint32Array(index.users + 1);
  let count = 0;
  for (let user = 0; user < index.users; ++user) {
    for (let row = index.offsets[user]!; row < index.offsets[user + 1]!; ++row) count += keep[row]!;
    offsets[user + 1] = count;
  }
  return count === index.time.length ? index : withRows(index, offsets, marked(keep, count));
}

/** The index with only the users marked 1 in `keep`, one entry per user, and their rows. */
export function filterUsers(index: EventIndex, keep: Uint8Array): EventIndex {
  let count = 0;
  for (let user = 0; user < index.users; ++user) count += keep[user]!;
  if (count === index.users) return index;

  const users = marked(keep, count);
  const { offsets, rows } = rowsOf(users, index.offsets);
  return {
    ...withRows(index, offsets, rows),
    users: count,
    ids: index.ids && picked(index.ids, users),
    attributes: permuted(index.attributes, users),
    unitRows: index.unitRows && unitRowsOf(users, index.unitRows),
  };
}

function unitRowsOf(users: Uint32Array, unitRows: UnitRows): UnitRows {
  const { offsets, rows } = rowsOf(users, unitRows.offsets);
  return { offsets, columns: permuted(unitRows.columns, rows) };
}

/** The rows of some users, and where those of each begin among them. */
function rowsOf(users: Uint32Array, all: Uint32Array) {
  const offsets = new Uint32Array(users.length + 1);
  for (let i = 0; i < users.length; ++i) {
    const user = users[i]!;
    offsets[i + 1] = offsets[i]! + all[user + 1]! - all[user]!;
  }
  const rows = new Uint32Array(offsets[users.length]!);
  for (let i = 0; i < users.length; ++i) {
    let row = all[users[i]!]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; ++at) rows[at] = row++;
  }
  return { offsets, rows };
}

function withRows(index: EventIndex, offsets: Uint32Array, rows: Uint32Array): EventIndex {
  const time = { kind: 'time', values: index.time, dateOnly: index.dateOnly } as const;
  return {
    ...index,
    offsets,
    time: picked(time, rows).values,
    event: picked(index.event, rows),
    columns: permuted(index.columns, rows),
  };
}

/** The positions marked 1. */
function marked(keep: Uint8Array, count: number): Uint32Array {
  const positions = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < keep.length; ++i) if (keep[i] === 1) positions[next++] = i;
  return positions;
}
