import { Problem } from '../base/problem';
import { timeZone } from '../base/time-zone';
import type { Input } from './analysis';
import { type ValuedEvent, valuedRows } from './valued-rows';

const DAY = 86_400_000;

/** What the users of a block bought, user by user and in order of time. */
export interface Purchases {
  /** Length `users + 1`: user `u` made purchases `offsets[u]` up to but excluding `offsets[u + 1]`. */
  readonly offsets: Uint32Array;
  /** Of the index. */
  readonly row: Uint32Array;
  /** Epoch ms. */
  readonly time: Float64Array;
  /** Local day, counted from 1 January 1970. */
  readonly day: Int32Array;
  /** 1 where purchases have no value column; 0 where the cell is empty. */
  readonly value: Float64Array;
  /** Empty cells of the value column. */
  readonly missing: number;
}

/**
 * The purchases of a block.
 *
 * @param kind  of the analysis, for the problem
 * @throws {Problem} `needs-events`, and what `valuedRows` finds, at `purchase`
 */
export function purchasesOf(input: Input, purchase: ValuedEvent, kind: string): Purchases {
  const { events, scope } = input;
  if (events.kind === 'units')
    throw new Problem('needs-events', { name: kind }, { path: 'source' });
  const { mask, values } = valuedRows(input, purchase, 'purchase');
  const base = events.offsets[0]!;
  let count = 0;
  for (let i = 0; i < mask.length; ++i) count += mask[i]!;
  const row = new Uint32Array(count);
  const offsets = new Uint32Array(events.users + 1);
  let at = 0;
  for (let user = 0; user < events.users; ++user) {
    for (let r = events.offsets[user]!; r < events.offsets[user + 1]!; ++r) {
      if (mask[r - base] === 1) row[at++] = r;
    }
    offsets[user + 1] = at;
  }
  const dayOf = localDay(scope.timezone);
  const time = new Float64Array(count);
  const day = new Int32Array(count);
  const value = new Float64Array(count).fill(1);
  let missing = 0;
  for (let i = 0; i < count; ++i) {
    time[i] = events.time[row[i]!]!;
    day[i] = dayOf(time[i]!);
    if (values === null) continue;
    const each = values[row[i]!]!;
    value[i] = Number.isFinite(each) ? each : 0;
    if (!Number.isFinite(each)) ++missing;
  }
  return { offsets, row, time, day, value, missing };
}

/** The local day of an instant, counted from 1 January 1970. */
export function localDay(zoneName: string): (ms: number) => number {
  const zone = timeZone(zoneName);
  return (ms) => Math.floor((ms + zone.offset(ms)) / DAY);
}

/** The date of a local day, `2026-03-02`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The problem of data in which nobody bought anything, as it was asked for. */
export function noPurchases({ event }: ValuedEvent): Problem {
  return new Problem('no-purchases', { event: [event].flat().join(', ') }, { path: 'purchase' });
}
