import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { concat } from '../joined-arrays';
import { type Purchases, purchasesOf } from '../purchases';
import type { LtvParams } from './params';

/** The customers of a block, what they bought from their start on, in order. */
export interface Customers {
  /** Their positions in the block. */
  readonly user: Uint32Array;
  /** Epoch ms. */
  readonly start: Float64Array;
  /** The row of the index that is their start. */
  readonly startRow: Uint32Array;
  /** As those of `Purchases`, by customer. */
  readonly offsets: Uint32Array;
  readonly time: Float64Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
  readonly missing: number;
  /** Purchases before the start, and of users without one. */
  readonly before: number;
  readonly withoutStart: number;
}

/**
 * Who became a customer in the range, and what they bought since. Without a start event the first
 * purchase is the start.
 *
 * @param startPath  of the parameter, for problems
 * @throws {Problem} what `purchasesOf` and `eventMask` find
 */
export function customersOf(
  input: Input,
  params: Pick<LtvParams, 'purchase' | 'start'>,
  kind = 'ltv',
  startPath = 'start',
): Customers {
  const purchases = purchasesOf(input, params.purchase, kind);
  const starts = startRows(input, params, purchases, startPath);
  const { from = -Infinity, to = Infinity } = input.scope.range ?? {};
  const { offsets, time, day, value } = purchases;
  const kept = new Uint32Array(time.length);
  const user: number[] = [];
  const ends: number[] = [0];
  let [count, before, withoutStart] = [0, 0, 0];
  for (let u = 0; u < starts.length; ++u) {
    if (starts[u] === NONE) withoutStart += offsets[u + 1]! - offsets[u]!;
    const start = starts[u] === NONE ? NaN : input.events.time[starts[u]!]!;
    if (!(start >= from && start < to)) continue;
    user.push(u);
    for (let i = offsets[u]!; i < offsets[u + 1]!; ++i) {
      if (time[i]! < start) ++before;
      else kept[count++] = i;
    }
    ends.push(count);
  }
  const rows = kept.subarray(0, count);
  const startRow = Uint32Array.from(user, (u) => starts[u]!);
  return {
    user: Uint32Array.from(user),
    start: picked(input.events.time, startRow),
    startRow,
    offsets: Uint32Array.from(ends),
    time: picked(time, rows),
    day: picked(day, rows),
    value: picked(value, rows),
    missing: purchases.missing,
    ...{ before, withoutStart },
  };
}

/** The entries at `places`, in a loop: the iterator behind `from` takes several times as long. */
function picked<T extends Float64Array | Int32Array>(from: T, places: Uint32Array): T {
  const to = new (from.constructor as new (length: number) => T)(places.length);
  for (let i = 0; i < places.length; ++i) to[i] = from[places[i]!]!;
  return to;
}

/** Stands for the start of users who have none. */
const NONE = 2 ** 32 - 1;

/** The row by which each user of the block became a customer. */
function startRows(
  { events, scope }: Input,
  { start }: Pick<LtvParams, 'start'>,
  { offsets, row }: Purchases,
  path: string,
): Uint32Array {
  const rows = new Uint32Array(events.users).fill(NONE);
  if (start === undefined) {
    for (let u = 0; u < rows.length; ++u) {
      if (offsets[u]! < offsets[u + 1]!) rows[u] = row[offsets[u]!]!;
    }
    return rows;
  }
  const mask = eventMask(events, start, scope.timezone, path);
  const base = events.offsets[0]!;
  for (let u = 0; u < rows.length; ++u) {
    let at = events.offsets[u]!;
    while (at < events.offsets[u + 1]! && mask[at - base] === 0) ++at;
    if (at < events.offsets[u + 1]!) rows[u] = at;
  }
  return rows;
}

/** The customers of all blocks; their positions count through. */
export function joinedCustomers(parts: readonly Customers[]): Customers {
  if (parts.length === 1) return parts[0]!;
  const sum = (key: 'missing' | 'before' | 'withoutStart') =>
    parts.reduce((total, part) => total + part[key], 0);
  let bought = 0;
  const offsets = parts.map((part) => {
    const from = bought;
    bought += part.time.length;
    return part.offsets.subarray(1).map((offset) => offset + from);
  });
  return {
    user: concat(parts.map((part) => part.user)),
    start: concat(parts.map((part) => part.start)),
    startRow: concat(parts.map((part) => part.startRow)),
    offsets: concat([Uint32Array.of(0), ...offsets]),
    time: concat(parts.map((part) => part.time)),
    day: concat(parts.map((part) => part.day)),
    value: concat(parts.map((part) => part.value)),
    missing: sum('missing'),
    before: sum('before'),
    withoutStart: sum('withoutStart'),
  };
}
