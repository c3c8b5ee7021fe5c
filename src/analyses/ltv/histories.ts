import { type BuyingHistories, groupedHistories } from '../../stats/buying-histories';
import type { Customers } from './customers';

/** What customers did up to a day: a row for each who had bought by then. Purchases of one day are one. */
export interface Histories {
  /** Positions among the customers. */
  readonly customer: Uint32Array;
  /** Local day of the first purchase. */
  readonly first: Int32Array;
  /** Purchases after the first. */
  readonly repeats: Uint32Array;
  /** Days from the first purchase to the last, and to the day itself. */
  readonly last: Uint32Array;
  readonly age: Uint32Array;
  /** What the repeat purchases brought together. */
  readonly spent: Float64Array;
}

/** The histories of customers through the local day `through`. */
export function historiesThrough({ offsets, day, value }: Customers, through: number): Histories {
  const size = offsets.length - 1;
  const customer = new Uint32Array(size);
  const first = new Int32Array(size);
  const repeats = new Uint32Array(size);
  const last = new Uint32Array(size);
  const age = new Uint32Array(size);
  const spent = new Float64Array(size);
  let count = 0;
  for (let c = 0; c < size; ++c) {
    const from = offsets[c]!;
    if (from === offsets[c + 1]! || day[from]! > through) continue;
    const start = day[from]!;
    let before = start;
    for (let i = from; i < offsets[c + 1]! && day[i]! <= through; ++i) {
      if (day[i]! !== before) ++repeats[count]!;
      if (day[i]! !== start) spent[count]! += value[i]!;
      before = day[i]!;
    }
    customer[count] = c;
    first[count] = start;
    last[count] = before - start;
    age[count] = through - start;
    ++count;
  }
  return {
    customer: customer.subarray(0, count),
    first: first.subarray(0, count),
    repeats: repeats.subarray(0, count),
    last: last.subarray(0, count),
    age: age.subarray(0, count),
    spent: spent.subarray(0, count),
  };
}

/** Those with equal histories put together, in the unit of time. */
export function grouped({ repeats, last, age }: Histories, unitDays: number): BuyingHistories {
  return groupedHistories(repeats, last, age, unitDays);
}
