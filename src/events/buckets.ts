import { Problem } from '../base/problem';
import { type Calendar, type Period, calendar } from './calendar';
import type { EventIndex } from './event-index';
import type { Scope } from './scope';

/** Consecutive periods of a calendar, numbered from 0. */
export interface Buckets {
  readonly count: number;
  /** Where each begins, and where the last one ends: bucket `i` is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  /** The bucket that holds `ms`; outside of all, the first or the last one. */
  of(ms: number): number;
}

const HOUR = 3_600_000;

/** How long a period is, roughly. */
const NOMINAL: Readonly<Record<Period, number>> = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
};

const MOST_BUCKETS = 100_000;

/**
 * The periods from the one that holds `from` to the one that holds `to`, made by stepping through
 * the calendar, so that days of 23 and 25 hours are one bucket each. Looking one up takes a division
 * and a comparison or two, whatever the period.
 *
 * @throws {Problem} `too-many-periods` when there would be more than 100,000
 */
export function bucketsBetween(days: Calendar, period: Period, from: number, to: number): Buckets {
  const width = NOMINAL[period];
  if ((to - from) / width > MOST_BUCKETS) {
    const args = { period, from: days.date(from), to: days.date(to), most: MOST_BUCKETS };
    throw new Problem('too-many-periods', args);
  }
  const starts = [days.start(period, from)];
  do starts.push(days.end(period, starts.at(-1)!));
  while (starts.at(-1)! <= to);
  const edges = Float64Array.from(starts);
  const count = edges.length - 1;
  const origin = edges[0]!;
  const firsts = bucketByStep(edges, width);

  function of(ms: number): number {
    if (ms < origin) return 0;
    if (ms >= edges[count]!) return count - 1;
    let bucket = firsts[Math.floor((ms - origin) / width)]!;
    while (ms >= edges[bucket + 1]!) ++bucket;
    return bucket;
  }

  return { count, edges, of };
}

/** What was numbered before: every block of users asks for the same. */
const numbered = new WeakMap<Float64Array, Map<string, Buckets>>();

/**
 * The periods from the first event of an index, whichever block of it is asked about, to the one
 * that holds the data end.
 *
 * @throws {Problem} `too-many-periods`
 */
export function bucketsOf(
  { time }: EventIndex,
  { timezone, weekStart, completeThrough }: Scope,
  period: Period,
): Buckets {
  const known = numbered.get(time) ?? new Map<string, Buckets>();
  numbered.set(time, known);
  const key = JSON.stringify([timezone, weekStart, completeThrough, period]);
  const found = known.get(key);
  if (found) return found;
  let first = completeThrough;
  for (let row = 0; row < time.length; ++row) if (time[row]! < first) first = time[row]!;
  const made = bucketsBetween(calendar(timezone, weekStart), period, first, completeThrough);
  known.set(key, made);
  return made;
}

/** For equal steps of time from the first edge on, the bucket that holds the start of the step. */
function bucketByStep(edges: Float64Array, width: number): Uint32Array {
  const origin = edges[0]!;
  const steps = Math.ceil((edges.at(-1)! - origin) / width);
  const firsts = new Uint32Array(steps);
  let bucket = 0;
  for (let step = 0; step < steps; ++step) {
    while (origin + step * width >= edges[bucket + 1]!) ++bucket;
    firsts[step] = bucket;
  }
  return firsts;
}
