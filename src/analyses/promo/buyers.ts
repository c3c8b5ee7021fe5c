import { rowMask } from '../../data/where';
import { timeZone } from '../../base/time-zone';
import type { Input } from '../analysis';
import { concat } from '../joined-arrays';
import { type Purchases, purchasesOf } from '../purchases';
import type { PromoParams } from './params';

/** The buyers of a block: how much they bought with a promotion and without. */
export interface Buyers {
  /** Positions in the block. */
  readonly user: Uint32Array;
  readonly purchases: Uint32Array;
  readonly promoted: Uint32Array;
  readonly value: Float64Array;
  readonly promotedValue: Float64Array;
  /** 1 where the first purchase was on promotion. */
  readonly startedSo: Uint8Array;
  /** Days from the first purchase to the next one of another day, NaN without; and to the end of the data. */
  readonly again: Float64Array;
  readonly watched: Float64Array;
  /** Local day of every purchase, and 1 where it was on promotion. */
  readonly day: Int32Array;
  readonly isPromoted: Uint8Array;
  readonly missing: number;
  readonly negative: number;
}

/** Purchases of a block, each with whether it was on promotion. */
export interface MarkedPurchases extends Purchases {
  readonly isPromoted: Uint8Array;
}

/** @throws {Problem} what `purchasesOf` and `where` find */
export function markedPurchases(input: Input, params: PromoParams): MarkedPurchases {
  const { events, scope } = input;
  const purchases = purchasesOf(input, params.purchase, 'promo');
  const base = events.offsets[0]!;
  const mask = rowMask(events.columns, params.promotion, base, events.offsets[events.users]!, {
    path: 'promotion',
    instant: timeZone(scope.timezone).instant,
  });
  return { ...purchases, isPromoted: Uint8Array.from(purchases.row, (row) => mask[row - base]!) };
}

/** The buyers of a block with what they bought in the range, through the local day `lastDay`. */
export function buyersOf(
  { offsets, time, day, value, isPromoted, missing }: MarkedPurchases,
  { scope }: Input,
  lastDay: number,
): Buyers {
  const { from = -Infinity, to = Infinity } = scope.range ?? {};
  const user: number[] = [];
  const rows: number[] = [];
  const found = { purchases: [], promoted: [], startedSo: [] } as Record<string, number[]>;
  const sums = { value: [], promotedValue: [], again: [], watched: [] } as Record<string, number[]>;
  for (let u = 0; u + 1 < offsets.length; ++u) {
    const mine: number[] = [];
    for (let i = offsets[u]!; i < offsets[u + 1]!; ++i) {
      if (time[i]! >= from && time[i]! < to) mine.push(i);
    }
    const first = mine[0];
    if (first === undefined) continue;
    const next = mine.find((i) => day[i] !== day[first]);
    const total = (of: (i: number) => number) => mine.reduce((sum, i) => sum + of(i), 0);
    user.push(u);
    for (const i of mine) rows.push(i);
    found.purchases!.push(mine.length);
    found.promoted!.push(total((i) => isPromoted[i]!));
    found.startedSo!.push(isPromoted[first]!);
    sums.value!.push(total((i) => value[i]!));
    sums.promotedValue!.push(total((i) => isPromoted[i]! * value[i]!));
    sums.again!.push(next === undefined ? NaN : day[next]! - day[first]!);
    sums.watched!.push(lastDay - day[first]!);
  }
  return {
    user: Uint32Array.from(user),
    purchases: Uint32Array.from(found.purchases!),
    promoted: Uint32Array.from(found.promoted!),
    startedSo: Uint8Array.from(found.startedSo!),
    value: Float64Array.from(sums.value!),
    promotedValue: Float64Array.from(sums.promotedValue!),
    again: Float64Array.from(sums.again!),
    watched: Float64Array.from(sums.watched!),
    day: Int32Array.from(rows, (i) => day[i]!),
    isPromoted: Uint8Array.from(rows, (i) => isPromoted[i]!),
    missing,
    negative: rows.reduce((count, i) => count + (value[i]! < 0 ? 1 : 0), 0),
  };
}

/** The buyers of all blocks. */
export function joinedBuyers(parts: readonly Buyers[]): Buyers {
  if (parts.length === 1) return parts[0]!;
  const sum = (key: 'missing' | 'negative') => parts.reduce((all, part) => all + part[key], 0);
  return {
    user: concat(parts.map((part) => part.user)),
    purchases: concat(parts.map((part) => part.purchases)),
    promoted: concat(parts.map((part) => part.promoted)),
    startedSo: concat(parts.map((part) => part.startedSo)),
    value: concat(parts.map((part) => part.value)),
    promotedValue: concat(parts.map((part) => part.promotedValue)),
    again: concat(parts.map((part) => part.again)),
    watched: concat(parts.map((part) => part.watched)),
    day: concat(parts.map((part) => part.day)),
    isPromoted: concat(parts.map((part) => part.isPromoted)),
    missing: sum('missing'),
    negative: sum('negative'),
  };
}

/** How a buyer buys. */
export function classOf({ purchases, promoted }: Buyers, i: number): 'never' | 'mixed' | 'only' {
  if (promoted[i] === 0) return 'never';
  return promoted[i] === purchases[i] ? 'only' : 'mixed';
}

/** Whether a buyer has bought often enough to tell, and nearly always on promotion. */
export function isDependent(
  { purchases, promoted }: Buyers,
  i: number,
  { minimumOrders, dependentFrom }: PromoParams,
): boolean {
  return purchases[i]! >= minimumOrders && promoted[i]! >= dependentFrom * purchases[i]! - 1e-9;
}
