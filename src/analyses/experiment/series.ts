import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { requireComputable } from '../../stats/comparable';
import { meanEstimate, rateEstimate } from '../../stats/estimate';
import { fiellerLift } from '../../stats/fieller';
import { alwaysValidMultiplier } from '../../stats/always-valid';
import type { Moments } from '../../stats/moments';
import type { Scope } from '../analysis';
import { cellsOf } from './cells';
import type { Cohort } from './cohort';
import { FEWEST_USERS } from './readings';
import type { Design } from './design';
import type { Measured } from './measured';
import { kindOf } from './metric-kind';
import { DAY, dateOf } from './local-day';
import { orProblem } from '../or-problem';
import type { Metric } from './params';
import type { SeriesPoint } from './result';
import type { UserSet } from './user-set';
import { windowOf } from './window';

/** Something that changes an arm's sample at an instant: a user comes in, or a user's total grows. */
interface Change {
  readonly user: Uint32Array;
  readonly time: Float64Array;
  readonly total: Float64Array;
}

/**
 * The lift as it stood at the end of each local day, with the interval that is valid however often
 * one looks. A windowed metric counts users when their window has passed, others count from their
 * exposure on with what they have by then. Days with fewer than 100 users in an arm, or without a
 * lift, are left out; null for metrics that cannot be followed by one total per user.
 */
export function seriesOf(
  cohort: Cohort,
  set: UserSet,
  arms: readonly string[],
  { metric, index }: { readonly metric: Metric; readonly index: number },
  design: Design,
  scope: Scope,
): SeriesPoint[] | null {
  const measured = cohort.measures[index]!;
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  if (cohort.time.length === 0 || measured.samples || measured.denominator) return null;
  if (measured.covariates.length > 0 || ('cap' in metric && metric.cap !== undefined)) return null;
  if (orProblem(() => requireComputable(measured.value)) instanceof Problem) return null;
  const changes = toMs === Infinity ? growing(cohort, measured) : whole(cohort, measured, toMs);
  const { zone } = calendar(scope.timezone);
  const samples = arms.map(() => ({ n: 0, mean: 0, m2: 0 }));
  const seen = new Float64Array(cohort.users.length).fill(NaN);
  const isRate = kindOf(metric.type) === 'rate';
  const points: SeriesPoint[] = [];
  for (const { day, entries } of byDay(changes, (ms) => ms + zone.offset(ms))) {
    if (zone.instant((day + 1) * DAY) > scope.completeThrough) break;
    for (let i = 0; i < entries.length; ++i) {
      const entry = entries[i]!;
      const user = changes.user[entry]!;
      const arm = set.codes[user]!;
      if (arm < 0 || arm >= arms.length) continue;
      replace(samples[arm]!, seen[user]!, changes.total[entry]!);
      seen[user] = changes.total[entry]!;
    }
    points.push(...pointsOf(dateOf(day), arms, samples, isRate, design));
  }
  return points;
}

/** Users come in with 0 and their totals grow. */
function growing({ time }: Cohort, { steps }: Measured): Change {
  const { user, time: at, total } = steps!;
  const n = time.length;
  const join = (length: number) => ({
    user: new Uint32Array(length),
    time: new Float64Array(length),
    total: new Float64Array(length),
  });
  const all = join(n + user.length);
  for (let i = 0; i < n; ++i) {
    all.user[i] = i;
    all.time[i] = time[i]!;
  }
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
  const days = new Int32Array(time.length);
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < time.length; ++i) {
    const day = Math.floor(wall(time[i]!) / DAY);
    if (day < first) first = day;
    if (day > last) last = day;
    days[i] = day;
  }
  if (first > last) return [];
  for (let i = 0; i < days.length; ++i) days[i]! -= first;
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

function pointsOf(
  through: string,
  arms: readonly string[],
  samples: readonly Sample[],
  isRate: boolean,
  { alpha, scale }: Design,
): SeriesPoint[] {
  const [control, ...treatments] = samples;
  if (control!.n < FEWEST_USERS) return [];
  const estimateOf = (sample: Sample) =>
    isRate
      ? rateEstimate({ n: sample.n, successes: Math.round(sample.mean * sample.n) })
      : meanEstimate({ ...sample, m2: Math.max(0, sample.m2) });
  return treatments.flatMap((treatment, i) => {
    if (treatment.n < FEWEST_USERS) return [];
    const reach = alwaysValidMultiplier(control!.n + treatment.n, scale, alpha);
    const lift = orProblem(() => fiellerLift(estimateOf(control!), estimateOf(treatment), reach));
    return lift instanceof Problem ? [] : [{ through, arm: arms[i + 1]!, ...lift }];
  });
}
