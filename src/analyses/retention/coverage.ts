import type { Buckets } from '../../events/buckets';
import type { EventIndex } from '../../events/event-index';

/** On which days there is anything at all. */
export interface Coverage {
  /** First instant of each day with events, ascending. */
  readonly day: Float64Array;
  /** How many events it has. */
  readonly events: Float64Array;
  /** The first event; Infinity without any. */
  readonly first: number;
}

/** The days of a block of users. */
export function coverageOf({ users, offsets, time }: EventIndex, days: Buckets): Coverage {
  const counts = new Float64Array(days.count);
  const { edges } = days;
  let first = Infinity;
  let day = 0;
  for (let row = offsets[0]!; row < offsets[users]!; ++row) {
    const ms = time[row]!;
    // Neighbouring rows are mostly of one user, and often of one day or the next.
    if (ms < edges[day]! || ms >= edges[day + 1]!) {
      day = ms >= edges[day + 1]! && ms < edges[day + 2]! ? day + 1 : days.of(ms);
    }
    ++counts[day]!;
    if (ms < first) first = ms;
  }
  const filled = [...counts.keys()].filter((day) => counts[day]! > 0);
  return {
    day: Float64Array.from(filled, (day) => days.edges[day]!),
    events: Float64Array.from(filled, (day) => counts[day]!),
    first,
  };
}

/** The days of all blocks together. */
export function joinedCoverage(parts: readonly Coverage[]): Coverage {
  const counts = new Map<number, number>();
  for (const { day, events } of parts) {
    day.forEach((start, i) => counts.set(start, (counts.get(start) ?? 0) + events[i]!));
  }
  const day = Float64Array.from(counts.keys()).sort();
  return {
    day,
    events: day.map((start) => counts.get(start)!),
    first: Math.min(...parts.map(({ first }) => first)),
  };
}
