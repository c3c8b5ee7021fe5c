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

/** Adds up each user's events in the span. */
export function tally(events: EventIndex, who: Exposed, source: Source, span: Span): Tally {
  const { values } = source;
  const value = new Float64Array(who.users.length);
  const missing = new Uint32Array(value.length);
  eachEvent(events, who, source, span, (i, row) => {
    const amount = values === null ? 1 : values[row]!;
    if (Number.isFinite(amount)) value[i]! += amount;
    else ++missing[i]!;
  });
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

/** The values of each user's events in the span, one by one; rows without a value are left out. */
export function samples(
  events: EventIndex,
  who: Exposed,
  source: Source & { readonly values: Float64Array },
  span: Span,
): Samples {
  const { values } = source;
  const counts = new Uint32Array(who.users.length);
  eachEvent(events, who, source, span, (i, row) => {
    if (Number.isFinite(values[row]!)) ++counts[i]!;
  });
  const starts = new Uint32Array(counts.length);
  for (let i = 1; i < starts.length; ++i) starts[i] = starts[i - 1]! + counts[i - 1]!;
  const ends = starts.slice();
  const total = counts.length === 0 ? 0 : starts.at(-1)! + counts.at(-1)!;
  const [found, times] = [new Float64Array(total), new Float64Array(total)];
  eachEvent(events, who, source, span, (i, row) => {
    if (!Number.isFinite(values[row]!)) return;
    times[ends[i]!] = events.time[row]!;
    found[ends[i]!++] = values[row]!;
  });
  return { values: found, times, starts, ends };
}

/** How users' totals grew: one entry per counted event, users in order and within a user times. */
export interface Steps {
  /** Position among the exposed. */
  readonly user: Uint32Array;
  readonly time: Float64Array;
  /** The user's total from then on. */
  readonly total: Float64Array;
}

/** The growth of each user's total from the exposure on; with `once` only the first event counts, as 1. */
export function steps(
  events: EventIndex,
  who: Exposed,
  source: Source,
  span: Span,
  once: boolean,
): Steps {
  const { values } = source;
  const amountAt = (row: number): number => (values === null ? 1 : values[row]!);
  let count = 0;
  eachEvent(events, who, source, span, (_, row) => {
    if (Number.isFinite(amountAt(row))) ++count;
  });
  const user = new Uint32Array(count);
  const time = new Float64Array(count);
  const total = new Float64Array(count);
  let next = 0;
  eachEvent(events, who, source, span, (i, row) => {
    const amount = amountAt(row);
    const isSame = next > 0 && user[next - 1] === i;
    if (!Number.isFinite(amount) || (once && isSame)) return;
    user[next] = i;
    time[next] = events.time[row]!;
    total[next] = isSame ? total[next - 1]! + amount : amount;
    ++next;
  });
  return {
    user: user.subarray(0, next),
    time: time.subarray(0, next),
    total: total.subarray(0, next),
  };
}

/** What users did on each day after their exposure: one entry per user and day with an event, in order. */
export interface Daily {
  /** Position among the exposed. */
  readonly user: Uint32Array;
  /** 0 for the first 24 hours. */
  readonly day: Uint8Array;
  /** Sum of the day; of a ratio the numerator's. */
  readonly value: Float64Array;
}

/** Days after the exposure that are told apart. */
export const DAYS_SINCE = 28;

/** What each user did on each of the first days after the exposure. */
export function daily(events: EventIndex, who: Exposed, source: Source, span: Span): Daily {
  const { values } = source;
  const { time } = events;
  const within = { ...span, toMs: Math.min(span.toMs, DAYS_SINCE * DAY) };
  let count = 0;
  eachEvent(events, who, source, within, () => ++count);
  const user = new Uint32Array(count);
  const day = new Uint8Array(count);
  const value = new Float64Array(count);
  let next = 0;
  eachEvent(events, who, source, within, (i, row) => {
    const amount = values === null ? 1 : values[row]!;
    if (!Number.isFinite(amount)) return;
    const since = Math.floor((time[row]! - who.time[i]!) / DAY);
    const isSame = next > 0 && user[next - 1] === i && day[next - 1] === since;
    if (!isSame) {
      user[next] = i;
      day[next++] = since;
    }
    value[next - 1]! += amount;
  });
  return {
    user: user.slice(0, next),
    day: day.slice(0, next),
    value: value.slice(0, next),
  };
}

/** Calls `use` with each event that counts, users in order and within a user times. */
function eachEvent(
  { offsets, time }: EventIndex,
  who: Exposed,
  { mask }: Source,
  { fromMs, toMs, until }: Span,
  use: (user: number, row: number) => void,
): void {
  const base = offsets[0]!;
  for (let i = 0; i < who.users.length; ++i) {
    const user = who.users[i]!;
    const low = who.time[i]! + fromMs;
    const high = Math.min(who.time[i]! + toMs, until);
    const end = offsets[user + 1]!;
    const first = fromMs < 0 ? offsets[user]! : firstAtTime(time, who.row[i]!, offsets[user]!);
    for (let row = first; row < end; ++row) {
      if (time[row]! >= high) break;
      if (mask[row - base] === 1 && time[row]! >= low) use(i, row);
    }
  }
}

/** The first of the user's rows with the time of `row`: events at the exposure's own time count. */
export function firstAtTime(time: Float64Array, row: number, from: number): number {
  let first = row;
  while (first > from && time[first - 1] === time[row]) --first;
  return first;
}
