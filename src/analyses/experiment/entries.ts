import { cellsOf } from '../../base/cells';
import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { orProblem } from '../or-problem';
import type { CountedArm, Counter } from './counted';
import type { Design } from './design';
import { firstAndLast } from './first-and-last';
import { DAY, dateOf } from './local-day';
import type { ExperimentParams, Metric } from './params';
import { FEWEST_USERS, readingsOf } from './readings';
import type { EntryPoint } from './result-details';
import { type Setup, decidingSet } from './setup';

/** The arms among users first exposed on some days. */
export interface EntryCounts {
  /** Local dates, both included. */
  readonly from: string;
  readonly through: string;
  readonly arms: readonly CountedArm[];
}

/**
 * The metric by the day of the first exposure; by seven days from the first, where a day brings an arm
 * fewer than 200 users on average. Empty without times.
 */
export function entriesOf(setup: Setup, counter: Counter): EntryCounts[] {
  const { cohort, planned, scope } = setup;
  if (cohort.time.length === 0) return [];
  const { codes } = decidingSet(setup);
  const { zone } = calendar(scope.timezone);
  const dayOf = (ms: number): number => Math.floor((ms + zone.offset(ms)) / DAY);
  const [begin, end] = firstAndLast(cohort.time);
  const [first, last] = [dayOf(begin), dayOf(end)];
  const perDay = cohort.time.length / (last - first + 1) / planned.length;
  const length = perDay < 2 * FEWEST_USERS ? 7 : 1;
  const count = Math.floor((last - first) / length) + 1;
  const cells = new Int32Array(codes.length);
  for (let i = 0; i < cells.length; ++i) {
    const entry = Math.floor((dayOf(cohort.time[i]!) - first) / length);
    const isIn = codes[i]! >= 0 && codes[i]! < planned.length;
    cells[i] = isIn ? entry * planned.length + codes[i]! : -1;
  }
  const grouped = cellsOf(cells, count * planned.length);
  return Array.from({ length: count }, (_, i) => ({
    from: dateOf(first + i * length),
    through: dateOf(Math.min(last, first + (i + 1) * length - 1)),
    arms: counter.count(grouped, i * planned.length),
  }));
}

/** The differences of those who came in together, where both arms have 100 users who count. */
export function entryPoints(
  entries: readonly EntryCounts[],
  metric: Metric,
  design: Design,
  params: ExperimentParams,
): EntryPoint[] {
  // Each user is in one point only, and each point is looked at by itself.
  const once: Design = { ...design, deciding: 'fixed', boundaries: new Map() };
  return entries.flatMap(({ from, through, arms: [control, ...treatments] }) =>
    treatments.flatMap((treatment): EntryPoint[] => {
      const arms = { control: control!.summary, treatment: treatment.summary };
      if (Math.min(arms.control.n, arms.treatment.n) < FEWEST_USERS) return [];
      const gap = orProblem(() => {
        const { deciding } = readingsOf(arms, null, metric, once, params);
        if (deciding instanceof Problem) throw deciding;
        return deciding.difference(design.alpha);
      });
      if (gap instanceof Problem) return [];
      const users = arms.control.n + arms.treatment.n;
      const { estimate, low, high } = gap;
      return [{ from, through, arm: treatment.name, users, estimate, low, high }];
    }),
  );
}
