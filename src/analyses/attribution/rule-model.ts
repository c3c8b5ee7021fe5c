import type { Model } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import { type OrderRule, touchShares } from './touch-shares';

/** What rows get of their totals: entry `i` gives `share[i]` of row `row[i]` to `channel[i]`. */
export interface Shares {
  readonly row: Uint32Array;
  readonly channel: Uint32Array;
  readonly share: Float64Array;
}

/** A model that divides the totals of paths by shares computed once. */
export function shareModel({ row, channel, share }: Shares): Model {
  return {
    credit({ sums: { conversions, value } }, credit) {
      credit.conversions.fill(0);
      credit.value.fill(0);
      for (let i = 0; i < row.length; ++i) {
        const path = row[i]!;
        credit.conversions[channel[i]!]! += share[i]! * conversions[path]!;
        credit.value[channel[i]!]! += share[i]! * value[path]!;
      }
    },
  };
}

/**
 * What a rule of order gives on every distinct path, shares of 0 left out.
 *
 * @param channels  how many there are; the number behind them is that of no touch
 * @param direct    number of the channel that last-non-direct passes over; −1 for none
 */
export function pathShares(
  rule: OrderRule,
  { count, offsets, steps }: DistinctPaths,
  channels: number,
  direct: number,
): Shares {
  const shares = new Float64Array(longest(offsets));
  const row: number[] = [];
  const channel: number[] = [];
  const share: number[] = [];
  for (let path = 0; path < count; ++path) {
    const own = steps.subarray(offsets[path], offsets[path + 1]);
    if (own.length === 0) {
      row.push(path);
      channel.push(channels);
      share.push(1);
      continue;
    }
    touchShares(rule, own, direct, shares);
    for (let i = 0; i < own.length; ++i) {
      if (shares[i] === 0) continue;
      row.push(path);
      channel.push(own[i]!);
      share.push(shares[i]!);
    }
  }
  return {
    row: Uint32Array.from(row),
    channel: Uint32Array.from(channel),
    share: Float64Array.from(share),
  };
}

function longest(offsets: Uint32Array): number {
  let most = 2;
  for (let i = 1; i < offsets.length; ++i) most = Math.max(most, offsets[i]! - offsets[i - 1]!);
  return most;
}
