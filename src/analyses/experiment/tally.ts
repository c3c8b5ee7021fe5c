import { scratchIndexes } from '../../base/scratch';
import type { EventIndex } from '../../events/event-index';
import type { Exposed } from './exposure';
import { DAY } from './local-day';

/** Events to add up: rows marked 1, from `offsets[0]` on, with their values; null counts 1 each. */
export interface Source {
  readonly mask: Uint8Array;
  readonly values: Float64Array | null;
}

/** When events count, relative to each user's exposure in ms; half-open. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  /** Epoch ms at which counting stops for everybody, exclusive. */
  readonly until: number;
}

export interface Tally {
  /** Sum per exposed user. */
  readonly value: Float64Array;
  /** Counted rows without a value, per exposed user: they add 0. */
  readonly missing: Uint32Array;
}

/** The rows that count, users in order and within a user times. */
export interface Counted {
  /** Position among the exposed, of whom there are `of`. */
  readonly user: Uint32Array;
  readonly of: number;
  readonly row: Uint32Array;
  /** Of all rows of the index; null counts 1 each. */
  readonly values: Float64Array | null;
}

/** The rows of a source that lie in the span of their user. Within `withScratch` they are of its memory. */
export function countedRows(
  { offsets, time }: EventIndex,
  who: Exposed,
  { mask, values }: Source,
  { fromMs, toMs, until }: Span,
): Counted {
  const base = offsets[0]!;
  let size = 0;
  for (let i = 0; i < mask.length; ++i) size += mask[i]!;
  const user = scratchIndexes(size);
  const rows = scratchIndexes(size);
  let next = 0;
  for (let i = 0; i < who.users.length; ++i) {
    const own = who.users[i]!;
    const low = who.time[i]! + fromMs;
    const high = Math.min(who.time[i]! + toMs, until);
    const end = offsets[own + 1]!;
    let row = fromMs < 0 ? offsets[own]! : firstAtTime(time, who.row[i]!, offsets[own]!);
    for (; row < end && time[row]! < high; ++row) {
      if (mask[row - base] === 0 || time[row]! < low) continue;
      user[next] = i;
      rows[next++] = row;
    }
  }
  return {
    user: user.subarray(0, next),
    of: who.users.length,
    row: rows.subarray(0, next),
    values,
  };
}

/** Adds up what each user's rows hold. */
export function tally({ user, of, row, values }: Counted): Tally {
  const value = new Float64Array(of);
  const missing = new Uint32Array(of);
  for (let k = 0; k < user.length; ++k) {
    const amount = values === null ? 1 : values[row[k]!]!;
    if (Number.isFinite(amount)) value[user[k]!]! += amount;
    else ++missing[user[k]!]!;
  }
  return { value, missing };
}

/** Single values, those of one user behind one another. */
export interface Samples {
  readonly values: Float64Array;
  /** Times of the values, ascending within a user; empty in a unit table. */
  readonly times: Float64Array;
  /** Values of exposed user `i` stand at `[starts[i], ends[i])`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The values of rows one by one; rows without a value are left out. */
export function samples({ user, of, row, values }: Counted, time: Float64Array): Samples {
  const found = new Float64Array(user.length);
  const times = new Float64Array(user.length);
  const starts = new Uint32Array(of);
  const ends = new Uint32Array(of);
  let next = 0;
  for (let i = 0, k = 0; i < of; ++i) {
    starts[i] = next;
    for (; k < user.length && user[k] === i; ++k) {
      const amount = values![row[k]!]!;
      if (!Number.isFinite(amount)) continue;
      times[next] = time[row[k]!]!;
      found[next++] = amount;
    }
    ends[i] = next;
  }
  return { values: found.subarray(0, next), times: times.subarray(0, next), starts, ends };
}

/** How users' totals grew: one entry per row, users in order and within a user times. */
export interface Steps {
  /** Position among the exposed. */
  readonly user: Uint32Array;
  readonly time: Float64Array;
  /** The user's total from then on. */
  readonly total: Float64Array;
}

/** The growth of each user's total from the exposure on; with `once` only the first row counts, as 1. */
export function steps(
  { user: users, row, values }: Counted,
  at: Float64Array,
  once: boolean,
): Steps {
  const user = new Uint32Array(users.length);
  const time = new Float64Array(users.length);
  const total = new Float64Array(users.length);
  let next = 0;
  for (let k = 0; k < users.length; ++k) {
    const amount = values === null ? 1 : values[row[k]!]!;
    const isSame = next > 0 && user[next - 1] === users[k];
    if (!Number.isFinite(amount) || (once && isSame)) continue;
    user[next] = users[k]!;
    time[next] = at[row[k]!]!;
    total[next] = isSame ? total[next - 1]! + amount : amount;
    ++next;
  }
  return {
    user: user.subarray(0, next),
    time: time.subarray(0, next),
    total: total.subarray(0, next),
  };
}

/** What users did on each day after their exposure: one entry per user and day with a row, in order. */
export interface Daily {
  /** Position among the exposed. */
  readonly user: Uint32Array;
  /** 0 for the first 24 hours. */
  readonly day: Uint8Array;
  readonly value: Float64Array;
}

/** Days after the exposure that are told apart. */
export const DAYS_SINCE = 28;

/** The totals of rows by user and day after the exposure, rows from the exposure on. */
export function daily(
  { user: users, row, values }: Counted,
  who: Exposed,
  at: Float64Array,
): Daily {
  const user = new Uint32Array(users.length);
  const day = new Uint8Array(users.length);
  const value = new Float64Array(users.length);
  let next = 0;
  for (let k = 0; k < users.length; ++k) {
    const amount = values === null ? 1 : values[row[k]!]!;
    const since = Math.floor((at[row[k]!]! - who.time[users[k]!]!) / DAY);
    if (!Number.isFinite(amount) || since >= DAYS_SINCE) continue;
    const isSame = next > 0 && user[next - 1] === users[k] && day[next - 1] === since;
    if (!isSame) {
      user[next] = users[k]!;
      day[next++] = since;
    }
    value[next - 1]! += amount;
  }
  return { user: user.slice(0, next), day: day.slice(0, next), value: value.slice(0, next) };
}

/** The first of the user's rows with the time of `row`: events at the exposure's own time count. */
export function firstAtTime(time: Float64Array, row: number, from: number): number {
  let first = row;
  while (first > from && time[first - 1] === time[row]) --first;
  return first;
}
