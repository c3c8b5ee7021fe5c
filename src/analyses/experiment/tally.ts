import type { EventIndex } from '../../events/event-index';
import type { Exposed } from './exposure';

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

/** Adds up each user's events in the span. */
export function tally(
  { offsets, time }: EventIndex,
  who: Exposed,
  { mask, values }: Source,
  { fromMs, toMs, until }: Span,
): Tally {
  const value = new Float64Array(who.users.length);
  const missing = new Uint32Array(value.length);
  const base = offsets[0]!;
  for (let i = 0; i < value.length; ++i) {
    const user = who.users[i]!;
    const low = who.time[i]! + fromMs;
    const high = Math.min(who.time[i]! + toMs, until);
    const end = offsets[user + 1]!;
    const first = fromMs < 0 ? offsets[user]! : firstAtTime(time, who.row[i]!, offsets[user]!);
    for (let row = first; row < end; ++row) {
      if (time[row]! >= high) break;
      if (mask[row - base] === 0 || time[row]! < low) continue;
      const amount = values === null ? 1 : values[row]!;
      if (Number.isFinite(amount)) value[i]! += amount;
      else ++missing[i]!;
    }
  }
  return { value, missing };
}

/** Single values, those of one user behind one another. */
export interface Samples {
  readonly values: Float64Array;
  /** Values of exposed user `i` stand at `[ends[i − 1], ends[i])`. */
  readonly ends: Uint32Array;
}

/** The values of each user's events in the span, one by one; rows without a value are left out. */
export function samples(
  { offsets, time }: EventIndex,
  who: Exposed,
  { mask, values }: Source & { readonly values: Float64Array },
  { fromMs, toMs, until }: Span,
): Samples {
  const found: number[] = [];
  const ends = new Uint32Array(who.users.length);
  const base = offsets[0]!;
  for (let i = 0; i < ends.length; ++i) {
    const user = who.users[i]!;
    const low = who.time[i]! + fromMs;
    const high = Math.min(who.time[i]! + toMs, until);
    for (
      let row = firstAtTime(time, who.row[i]!, offsets[user]!);
      row < offsets[user + 1]!;
      ++row
    ) {
      if (time[row]! >= high) break;
      if (mask[row - base] === 0 || time[row]! < low) continue;
      if (Number.isFinite(values[row]!)) found.push(values[row]!);
    }
    ends[i] = found.length;
  }
  return { values: Float64Array.from(found), ends };
}

/** How a user's total grew: one entry per counted event, users in order and within a user times. */
export interface Steps {
  /** Position among the exposed. */
  readonly user: Uint32Array;
  readonly time: Float64Array;
  /** The user's total from then on. */
  readonly total: Float64Array;
}

/** The growth of each user's total from the exposure on; with `once` only the first event counts, as 1. */
export function steps(
  { offsets, time }: EventIndex,
  who: Exposed,
  { mask, values }: Source,
  once: boolean,
): Steps {
  const user: number[] = [];
  const at: number[] = [];
  const totals: number[] = [];
  const base = offsets[0]!;
  for (let i = 0; i < who.users.length; ++i) {
    const [start, end] = [offsets[who.users[i]!]!, offsets[who.users[i]! + 1]!];
    let total = 0;
    for (let row = firstAtTime(time, who.row[i]!, start); row < end; ++row) {
      const amount = values === null ? 1 : values[row]!;
      if (mask[row - base] === 0 || !Number.isFinite(amount)) continue;
      total += amount;
      user.push(i);
      at.push(time[row]!);
      totals.push(total);
      if (once) break;
    }
  }
  return {
    user: Uint32Array.from(user),
    time: Float64Array.from(at),
    total: Float64Array.from(totals),
  };
}

/** The first of the user's rows with the time of `row`: events at the exposure's own time count. */
export function firstAtTime(time: Float64Array, row: number, from: number): number {
  let first = row;
  while (first > from && time[first - 1] === time[row]) --first;
  return first;
}
