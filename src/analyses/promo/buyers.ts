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
  const isPromoted = new Uint8Array(purchases.row.length);
  for (let i = 0; i < isPromoted.length; ++i) isPromoted[i] = mask[purchases.row[i]! - base]!;
  return { ...purchases, isPromoted };
}

/** The buyers of a block with what they bought in the range; the data end with the local day `lastDay`. */
export function buyersOf(marked: MarkedPurchases, { scope }: Input, lastDay: number): Buyers {
  const { offsets, time, day, value, isPromoted, missing } = marked;
  const { from = -Infinity, to = Infinity } = scope.range ?? {};
  const size = offsets.length - 1;
  const found = emptyBuyers(size, time.length);
  let [buyers, rows, negative] = [0, 0, 0];
  for (let u = 0; u < size; ++u) {
    const first = rows;
    for (let i = offsets[u]!; i < offsets[u + 1]!; ++i) {
      if (!(time[i]! >= from && time[i]! < to)) continue;
      ++found.purchases[buyers]!;
      found.promoted[buyers]! += isPromoted[i]!;
      found.value[buyers]! += value[i]!;
      found.promotedValue[buyers]! += isPromoted[i]! * value[i]!;
      if (value[i]! < 0) ++negative;
      found.day[rows] = day[i]!;
      found.isPromoted[rows++] = isPromoted[i]!;
    }
    if (rows === first) continue;
    found.user[buyers] = u;
    found.startedSo[buyers] = found.isPromoted[first]!;
    found.watched[buyers] = lastDay - found.day[first]!;
    let next = first;
    while (next < rows && found.day[next] === found.day[first]) ++next;
    found.again[buyers++] = next < rows ? found.day[next]! - found.day[first]! : NaN;
  }
  return { ...shortened(found, buyers, rows), missing, negative };
}

type BuyerLists = Omit<Buyers, 'missing' | 'negative'>;

function emptyBuyers(users: number, purchases: number): BuyerLists {
  return {
    user: new Uint32Array(users),
    purchases: new Uint32Array(users),
    promoted: new Uint32Array(users),
    startedSo: new Uint8Array(users),
    value: new Float64Array(users),
    promotedValue: new Float64Array(users),
    again: new Float64Array(users),
    watched: new Float64Array(users),
    day: new Int32Array(purchases),
    isPromoted: new Uint8Array(purchases),
  };
}

function shortened(lists: BuyerLists, buyers: number, purchases: number): BuyerLists {
  return {
    user: lists.user.subarray(0, buyers),
    purchases: lists.purchases.subarray(0, buyers),
    promoted: lists.promoted.subarray(0, buyers),
    startedSo: lists.startedSo.subarray(0, buyers),
    value: lists.value.subarray(0, buyers),
    promotedValue: lists.promotedValue.subarray(0, buyers),
    again: lists.again.subarray(0, buyers),
    watched: lists.watched.subarray(0, buyers),
    day: lists.day.subarray(0, purchases),
    isPromoted: lists.isPromoted.subarray(0, purchases),
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
