import type { DistinctPaths } from './distinct-paths';
import { userCounter } from './journey-users';
import { CONVERTED, type Journeys } from './journeys';
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
  paths: DistinctPaths,
  sums: PathSums,
  journeys: Journeys,
  order: readonly number[],
): Transition[] {
  const { channels } = journeys;
  const shown = order.slice(0, MOST);
  const place = channels.map((_, channel) => {
    const at = shown.indexOf(channel);
    return at < 0 ? shown.length : at;
  });
  const names = [...shown.map((channel) => channels[channel]!)];
  if (order.length > MOST) names.push(OTHER);
  const counts = countsOf(paths, sums, place, names.length);
  const users = journeys.ages && usersOf(journeys, place, names.length);
  const width = names.length + 2;
  const targets = [...names, '(conversion)', '(null)'];
  return ['(start)', ...names].flatMap((from, i) => {
    const first = (i === 0 ? names.length : i - 1) * width;
    const own = counts.subarray(first, first + width);
    const of = own.reduce((sum, count) => sum + count, 0);
    return targets.flatMap((to, j): Transition[] => {
      const count = own[j]!;
      if (count === 0) return [];
      return [{ from, to, count, of, share: count / of, users: users?.[first + j] ?? null }];
    });
  });
}

/** By place from and to. Behind the channels stand conversion and null; the last row is the start. */
function countsOf(
  { offsets, steps }: DistinctPaths,
  { conversions, nulls }: PathSums,
  place: readonly number[],
  size: number,
): Float64Array {
  const counts = new Float64Array((size + 1) * (size + 2));
  for (let path = 0; path < conversions.length; ++path) {
    if (offsets[path] === offsets[path + 1]) continue;
    const journeys = conversions[path]! + nulls[path]!;
    let from = size;
    for (let i = offsets[path]!; i < offsets[path + 1]!; ++i) {
      const to = place[steps[i]!]!;
      counts[from * (size + 2) + to]! += journeys;
      from = to;
    }
    counts[from * (size + 2) + size]! += conversions[path]!;
    counts[from * (size + 2) + size + 1]! += nulls[path]!;
  }
  return counts;
}

/** Likewise, whose journeys those are. */
function usersOf(
  { user, outcome, ends, touches }: Journeys,
  place: readonly number[],
  size: number,
): Float64Array {
  const { counts, add } = userCounter((size + 1) * (size + 2));
  let start = 0;
  for (let i = 0; i < ends.length; ++i) {
    let from = size;
    for (let at = start; at < ends[i]!; ++at) {
      const to = place[touches[at]!]!;
      add(from * (size + 2) + to, user[i]!);
      from = to;
    }
    const end = outcome[i] === CONVERTED ? size : size + 1;
    if (ends[i]! > start) add(from * (size + 2) + end, user[i]!);
    start = ends[i]!;
  }
  return counts;
}
