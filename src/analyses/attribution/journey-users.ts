import type { DistinctPaths } from './distinct-paths';
import { CONVERTED, type Journeys } from './journeys';

/** How many users are behind what is counted in journeys. */
export interface JourneyUsers {
  /** Who converted after a touch of each channel; last, after none. */
  readonly channels: Float64Array;
  /** Whose journeys have each path. */
  readonly paths: Float64Array;
}

/** Counts every user once, however many journeys they have; null for counted paths, of which nobody knows whose they are. */
export function journeyUsers(
  journeys: Journeys,
  { of, count }: DistinctPaths,
): JourneyUsers | null {
  const { ages, user, outcome, ends, touches, channels } = journeys;
  if (ages === null) return null;
  const byChannel = userCounter(channels.length + 1);
  const byPath = userCounter(count);
  let from = 0;
  for (let i = 0; i < ends.length; ++i) {
    byPath.add(of[i]!, user[i]!);
    if (outcome[i] === CONVERTED) {
      if (from === ends[i]) byChannel.add(channels.length, user[i]!);
      for (let at = from; at < ends[i]!; ++at) byChannel.add(touches[at]!, user[i]!);
    }
    from = ends[i]!;
  }
  return { channels: byChannel.counts, paths: byPath.counts };
}

/** Counts users of `size` things; they come in order. */
export function userCounter(size: number) {
  const counts = new Float64Array(size);
  const last = new Float64Array(size).fill(-1);
  return {
    counts,
    add(thing: number, user: number): void {
      if (last[thing] === user) return;
      last[thing] = user;
      ++counts[thing]!;
    },
  };
}
