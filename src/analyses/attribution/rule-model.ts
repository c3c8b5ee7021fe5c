import type { Model } from './credit-of';
import type { DistinctPaths } from './distinct-paths';
import { numberedRuns } from './numbered-runs';
import { type OrderRule, touchShares } from './touch-shares';

/** What paths get of their totals: each channel once, in the order of its first step. */
export interface PathShares {
  /** Those of path `p` stand at `[ends[p − 1], ends[p])`. */
  readonly ends: Uint32Array;
  readonly channel: Uint32Array;
  readonly share: Float64Array;
}

/**
 * A rule of order as a model. Many paths are divided alike: their totals are added up before they are
 * divided.
 */
export function shareModel({ ends, channel, share }: PathShares): Model {
  const { of, first } = numberedRuns(ends, [channel, share]);
  const conversions = new Float64Array(first.length);
  const value = new Float64Array(first.length);
  return {
    credit({ sums }, credit) {
      addUp(conversions, of, sums.conversions);
      addUp(value, of, sums.value);
      credit.conversions.fill(0);
      credit.value.fill(0);
      first.forEach((path, alike) => {
        for (let i = path === 0 ? 0 : ends[path - 1]!; i < ends[path]!; ++i) {
          credit.conversions[channel[i]!]! += share[i]! * conversions[alike]!;
          credit.value[channel[i]!]! += share[i]! * value[alike]!;
        }
      });
    },
  };
}

function addUp(sums: Float64Array, of: Uint32Array, totals: Float64Array): void {
  sums.fill(0);
  for (let path = 0; path < of.length; ++path) sums[of[path]!]! += totals[path]!;
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
): PathShares {
  const shares = new Float64Array(longest(offsets));
  const ends = new Uint32Array(count);
  const channel = new Uint32Array(steps.length + 1);
  const share = new Float64Array(steps.length + 1);
  const place = new Int32Array(channels).fill(-1);
  let next = 0;
  for (let path = 0; path < count; ++path) {
    const from = next;
    const own = steps.subarray(offsets[path], offsets[path + 1]);
    if (own.length === 0) {
      channel[next] = channels;
      share[next++] = 1;
    } else {
      touchShares(rule, own, direct, shares);
    }
    for (let i = 0; i < own.length; ++i) {
      if (shares[i] === 0) continue;
      const at = place[own[i]!]!;
      if (at >= from) share[at]! += shares[i]!;
      else {
        place[own[i]!] = next;
        channel[next] = own[i]!;
        share[next++] = shares[i]!;
      }
    }
    ends[path] = next;
  }
  return { ends, channel: channel.slice(0, next), share: share.slice(0, next) };
}

function longest(offsets: Uint32Array): number {
  let most = 2;
  for (let i = 1; i < offsets.length; ++i) most = Math.max(most, offsets[i]! - offsets[i - 1]!);
  return most;
}
