import type { EventIndex } from './event-index';
import type { Calendar } from './calendar';
import { textColumn } from './column-of';
import { permuted, picked } from './permuted-columns';
import { SESSION, sessionColumns } from './session-columns';

/** What ends a session. */
export interface SessionRule {
  /** A longer silence, in ms; exactly this long is still the same session. */
  readonly gapMs: number;
  /** Local midnight, too. */
  readonly midnight: boolean;
  /** Columns in which another value than the session's last one ends it, too; a missing value does not. */
  readonly change: readonly string[];
}

/** Half an hour of silence. */
export const DEFAULT_SESSIONS: SessionRule = { gapMs: 1_800_000, midnight: false, change: [] };

/** Where sessions are cut. */
export interface SessionSetting {
  readonly rule: SessionRule;
  /** Of the zone whose midnights count. */
  readonly days: Calendar;
  /** Epoch ms: rows at or after it are in no session. */
  readonly until: number;
}

/**
 * The index with the pseudo-columns of `session-columns.ts`, computed when one is first asked for.
 * Sessions are those of all events in `index`: filtering rows later moves no boundary. A column of
 * the file that has the same name is hidden.
 */
export function withSessions(index: EventIndex, setting: SessionSetting): EventIndex {
  if (index.kind === 'units') return index;
  const numbers = () => sessionNumbers(index, setting);
  return { ...index, columns: sessionColumns(index, numbers) };
}

/**
 * The index with sessions in the place of users, in order; every loop over users runs over sessions
 * instead. `user` is the position of each session's user. In a block these are its own sessions.
 * The index, or the one it was filtered from, must come from `withSessions`.
 */
export function bySession(index: EventIndex): {
  readonly sessions: EventIndex;
  readonly user: Uint32Array;
} {
  const column = index.columns.get(SESSION);
  if (column?.kind !== 'number') throw new TypeError('bySession: an index without sessions');
  const { offsets, user } = runs(index, column.values);
  const sessions = {
    ...index,
    users: user.length,
    ids: index.ids && picked(index.ids, user),
    offsets,
    attributes: permuted(index.attributes, user),
  };
  return { sessions, user };
}

/** Where the sessions of each user begin, and whose they are. */
function runs({ users, offsets }: EventIndex, numbers: Float64Array) {
  const starts = new Uint32Array(offsets[users]! - offsets[0]! + 1);
  const user = new Uint32Array(starts.length - 1);
  let count = 0;
  for (let u = 0; u < users; ++u) {
    let last = NaN;
    for (let row = offsets[u]!; row < offsets[u + 1]!; ++row) {
      const number = numbers[row]!;
      if (number === last) continue;
      last = number;
      starts[count] = row;
      user[count++] = u;
    }
  }
  starts[count] = offsets[users]!;
  return { offsets: starts.slice(0, count + 1), user: user.slice(0, count) };
}

/** The number of each row's session among those of its user, from 1; NaN from `until` on. */
function sessionNumbers(index: EventIndex, { rule, days, until }: SessionSetting): Float64Array {
  const { users, offsets, time } = index;
  const watched = rule.change.map(
    (name, i) => textColumn(index.columns, name, `sessions.change[${i}]`).codes,
  );
  const known = new Int32Array(watched.length);
  const numbers = new Float64Array(time.length).fill(NaN);
  for (let user = 0; user < users; ++user) {
    let session = 0;
    let last = -Infinity;
    let dayEnd = Infinity;
    for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) {
      const t = time[row]!;
      if (t >= until) break;
      const isOver = t - last > rule.gapMs || t >= dayEnd;
      // Rows of one time have no order of their own, so they are never parted.
      if (isOver || (t > last && differs(watched, row, known))) {
        ++session;
        if (rule.midnight) dayEnd = days.end('day', t);
        known.fill(-1);
      }
      for (let i = 0; i < watched.length; ++i) {
        const code = watched[i]![row]!;
        if (code >= 0) known[i] = code;
      }
      numbers[row] = session;
      last = t;
    }
  }
  return numbers;
}

function differs(watched: readonly Int32Array[], row: number, known: Int32Array): boolean {
  for (let i = 0; i < watched.length; ++i) {
    const code = watched[i]![row]!;
    if (code >= 0 && known[i]! >= 0 && code !== known[i]) return true;
  }
  return false;
}
