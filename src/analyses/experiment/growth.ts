import { Problem } from '../../base/problem';
import { scratchBytes, scratchIndexes, scratchNumbers, withScratch } from '../../base/scratch';
import { calendar } from '../../events/calendar';
import { requireComputable } from '../../stats/comparable';
import { orProblem } from '../or-problem';
import { counterOf } from './counted';
import type { DayCounts } from './day-counts';
import { firstAndLast } from './first-and-last';
import { growthOfTotals } from './growth-of-totals';
import { DAY, dateOf } from './local-day';
import type { Measured, Totals } from './measured';
import type { Metric } from './params';
import type { Setup } from './setup';
import type { Sampled } from './summary';
import type { Steps } from './tally';
import { windowOf } from './window';

/** Metrics that are counted anew for each day are followed on this many days at most. */
const MOST_DAYS = 7;

/**
 * How the arms stood at the end of each local day. A windowed metric counts users when their window
 * has passed, others count from their exposure on with what they have by then. Plain totals are
 * followed on every day; ratios, quantiles, capped and adjusted values are counted anew on at most
 * 7 days, evenly back from the last. Empty without times.
 *
 * @param now  the arms as they stand at the end of the data
 */
export function growthOf(setup: Setup, index: number, now: readonly Sampled[]): DayCounts[] {
  const { cohort, params, scope } = setup;
  const metric = params.metrics[index]!;
  const measured = cohort.measures[index]!;
  const { toMs } = windowOf(metric, `metrics[${index}]`);
  if (cohort.time.length === 0) return [];
  if (isPlain(metric, measured)) {
    const problem = orProblem(() => requireComputable(measured.value));
    return problem instanceof Problem ? [] : growthOfTotals(setup, metric, measured, toMs);
  }
  const { zone } = calendar(scope.timezone);
  const [first] = firstAndLast(cohort.time);
  const days: number[] = [];
  const begin = Math.floor((first + zone.offset(first)) / DAY);
  for (let day = begin; zone.instant((day + 1) * DAY) <= scope.completeThrough; ++day) {
    days.push(day);
  }
  const every = Math.ceil(days.length / MOST_DAYS);
  return days
    .filter((_, i) => (days.length - 1 - i) % every === 0)
    .map((day) => {
      const instant = zone.instant((day + 1) * DAY);
      const isNow = instant === scope.completeThrough;
      return {
        through: dateOf(day),
        arms: isNow ? now : withScratch(() => countedAt(setup, index, toMs, instant)),
      };
    });
}

/** One total per user that is never moved. */
function isPlain(metric: Metric, measured: Measured): boolean {
  if (measured.samples || measured.denominator || measured.covariates.length > 0) return false;
  return !('cap' in metric && metric.cap !== undefined);
}

/** The arms as an analysis at `instant` would have counted them. */
function countedAt(setup: Setup, index: number, toMs: number, instant: number): Sampled[] {
  const { cohort, all, planned, params } = setup;
  const measured = cohort.measures[index]!;
  const ready = scratchBytes(cohort.time.length);
  for (let i = 0; i < ready.length; ++i) {
    const since = cohort.time[i]!;
    ready[i] = (toMs === Infinity ? since < instant : since + toMs <= instant) ? 1 : 0;
  }
  const counter = counterOf(
    {
      metric: params.metrics[index]!,
      totals: toMs === Infinity ? totalsAt(measured, instant) : measured,
      covariates: measured.covariates,
      ready,
    },
    all,
    planned,
  );
  return counter.count(all.cells, 0).map(({ summary }) => summary);
}

function totalsAt(measured: Measured, instant: number): Totals {
  const { missing, samples } = measured;
  const [value, denominator] = (measured.steps ?? []).map((steps) =>
    totalAt(steps, missing.length, instant),
  );
  return {
    value: value ?? measured.value,
    denominator: denominator ?? null,
    missing,
    samples: samples && { ...samples, ends: endsAt(samples, instant) },
  };
}

function totalAt({ user, time, total }: Steps, users: number, instant: number): Float64Array {
  const value = scratchNumbers(users).fill(0);
  for (let i = 0; i < user.length; ++i) if (time[i]! < instant) value[user[i]!] = total[i]!;
  return value;
}

function endsAt(
  { times, starts, ends }: NonNullable<Totals['samples']>,
  instant: number,
): Uint32Array {
  const early = scratchIndexes(starts.length);
  early.set(starts);
  for (let i = 0; i < early.length; ++i) {
    while (early[i]! < ends[i]! && times[early[i]!]! < instant) ++early[i]!;
  }
  return early;
}
