import type { DistinctPaths } from './distinct-paths';
import type { Transition } from './result';
import type { PathSums } from './sums';

const OTHER = '(other)';
/** Channels of their own; all others are one. */
const MOST = 12;

/**
 * How journeys went on from each channel.
 *
 * @param order  numbers of channels, those with most touches first
 */
export function transitionsOf(
  { offsets, steps }: DistinctPaths,
  { conversions, nulls }: PathSums,
  channels: readonly string[],
  order: readonly number[],
): Transition[] {
  const shown = order.slice(0, MOST);
  const place = channels.map((_, channel) => {
    const at = shown.indexOf(channel);
    return at < 0 ? shown.length : at;
  });
  const names = [...shown.map((channel) => channels[channel]!)];
  if (order.length > MOST) names.push(OTHER);
  const size = names.length;
  const start = size;
  // Behind the channels stand conversion and null; the last row is the start.
  const counts = new Float64Array((size + 1) * (size + 2));
  for (let path = 0; path < conversions.length; ++path) {
    if (offsets[path] === offsets[path + 1]) continue;
    const journeys = conversions[path]! + nulls[path]!;
    let from = start;
    for (let i = offsets[path]!; i < offsets[path + 1]!; ++i) {
      const to = place[steps[i]!]!;
      counts[from * (size + 2) + to]! += journeys;
      from = to;
    }
    counts[from * (size + 2) + size]! += conversions[path]!;
    counts[from * (size + 2) + size + 1]! += nulls[path]!;
  }
  const targets = [...names, '(conversion)', '(null)'];
  return ['(start)', ...names].flatMap((from, i) => {
    const row = i === 0 ? start : i - 1;
    const own = counts.subarray(row * (size + 2), (row + 1) * (size + 2));
    const of = own.reduce((sum, count) => sum + count, 0);
    return targets.flatMap((to, j) =>
      own[j]! > 0 ? [{ from, to, count: own[j]!, of, share: own[j]! / of }] : [],
    );
  });
}
