import { cellsOf } from '../../base/cells';
import { calendar } from '../../events/calendar';
import type { Moments } from '../../stats/moments';
import type { Cohort } from './cohort';
import { firstAndLast } from './first-and-last';
import type { DayCounts } from './day-counts';
import { DAY, dateOf } from './local-day';
import type { Measured } from './measured';
import { kindOf } from './metric-kind';
import type { Metric } from './params';
import type { Setup } from './setup';
import type { Sampled } from './summary';
import type { Steps } from './tally';

/** Something that changes an arm's sample at an instant: a user comes in, or a user's total grows. */
interface Change {
  readonly user: Uint32Array;
  readonly time: Float64Array;
  readonly total: Float64Array;
}

/** How the arms stood at the end of each local day, for a metric of one total per user that is never moved. */
export function growthOfTotals(
  { cohort, all, planned, scope }: Setup,
  metric: Metric,
  measured: Measured,
  toMs: number,
): DayCounts[] {
  const changes = toMs === Infinity ? growing(cohort, measured) : whole(cohort, measured, toMs);
  const { zone } = calendar(scope.timezone);
  const samples = planned.map(() => ({ n: 0, mean: 0, m2: 0 }));
  const seen = new Float64Array(cohort.users.length).fill(NaN);
  const points: DayCounts[] = [];
  for (const { day, entries } of byDay(changes, (ms) => ms + zone.offset(ms))) {
    if (zone.instant((day + 1) * DAY) > scope.completeThrough) break;
    for (let i = 0; i < entries.length; ++i) {
      const entry = entries[i]!;
      const user = changes.user[entry]!;
      const arm = all.codes[user]!;
      if (arm < 0 || arm >= samples.length) continue;
      replace(samples[arm]!, seen[user]!, changes.total[entry]!);
      seen[user] = changes.total[entry]!;
    }
    points.push({ through: dateOf(day), arms: samples.map((sample) => sampled(metric, sample)) });
  }
  return points;
}

/** Users come in with 0 and their totals grow. */
function growing({ time }: Cohort, { steps }: Measured): Change {
  const [{ user, time: at, total }] = steps as [Steps];
  const n = time.length;
  const all = {
    user: new Uint32Array(n + user.length),
    time: new Float64Array(n + user.length),
    total: new Float64Array(n + user.length),
  };
  for (let i = 0; i < n; ++i) all.user[i] = i;
  all.time.set(time);
  all.user.set(user, n);
  // A total cannot grow before its user is there: events count from the exposure's own time.
  all.time.set(at, n);
  all.total.set(total, n);
  return all;
}

/** Users come in with their whole total when their window has passed. */
function whole({ time }: Cohort, { value }: Measured, windowMs: number): Change {
  const user = new Uint32Array(time.length);
  const ready = new Float64Array(time.length);
  for (let i = 0; i < time.length; ++i) {
    user[i] = i;
    // The window's end is not in it: a user whose window ends at midnight is ready on the day before.
    ready[i] = time[i]! + windowMs - 1;
  }
  return { user, time: ready, total: value };
}

/**
 * The changes of each day, days in order and within a day as they stand: users come in first, and a
 * user's totals follow one another. Days are counted from 1 January 1970.
 */
function byDay({ time }: Change, wall: (ms: number) => number) {
  const [begin, end] = firstAndLast(time);
  const [first, last] = [Math.floor(wall(begin) / DAY), Math.floor(wall(end) / DAY)];
  const days = new Int32Array(time.length);
  for (let i = 0; i < days.length; ++i) days[i] = Math.floor(wall(time[i]!) / DAY) - first;
  const { order, offsets } = cellsOf(days, last - first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    day: first + i,
    entries: order.subarray(offsets[i]!, offsets[i + 1]!),
  }));
}

type Sample = { -readonly [K in keyof Moments]: number };

/** Welford's update for a value that comes in (`before` is NaN) or takes the place of another. */
function replace(sample: Sample, before: number, after: number): void {
  const old = sample.mean;
  if (Number.isNaN(before)) {
    ++sample.n;
    sample.mean += (after - old) / sample.n;
    sample.m2 += (after - old) * (after - sample.mean);
  } else {
    sample.mean += (after - before) / sample.n;
    sample.m2 += (after - before) * (after - sample.mean + before - old);
  }
}

function sampled({ type }: Metric, { n, mean, m2 }: Moments): Sampled {
  if (kindOf(type) === 'rate') {
    const share = { n, successes: Math.round(mean * n) };
    return { n, values: { kind: 'rate', share }, joint: null };
  }
  const sample = { n, mean, m2: Math.max(0, m2) };
  return { n, values: { kind: 'mean', sample, carriers: null }, joint: null };
}
