import { type AgeCounts, agesOf } from './ages';
import { type CountedArm, type Counter, countable, counterOf } from './counted';
import { type CountedOtherwise, countedOtherwise } from './counted-otherwise';
import { summaryKey, usersKey } from './counting-key';
import { type Spread, spreadOf } from './distribution';
import { type EntryCounts, entriesOf } from './entries';
import { type Grouped, type SegmentGroup, grouped } from './grouped';
import type { DayCounts } from './day-counts';
import { growthOf } from './growth';
import { lastRun } from './last-run';
import type { CapUsed } from './result';
import { type Setup, decidingSet } from './setup';
import type { UserSet } from './user-set';

/** The users of one segment, by group and arm. */
export interface SegmentCounts {
  readonly column: string;
  readonly groups: readonly (SegmentGroup & { readonly arms: readonly CountedArm[] })[];
}

/** All that users leave behind for one metric: what is said of it is inferred from this alone. */
export interface MetricCounts {
  readonly cap: CapUsed | null;
  /** For the always-valid half and for the others; the control first. */
  readonly all: readonly CountedArm[];
  readonly closed: readonly CountedArm[];
  /** Of the half that decides, in the order of the parameter. */
  readonly segments: readonly SegmentCounts[];
  readonly otherwise: readonly CountedOtherwise[];
  readonly growth: readonly DayCounts[];
  readonly entries: readonly EntryCounts[];
  readonly ages: AgeCounts | null;
  readonly spread: Spread | null;
}

/** The counts of every metric; parts that nothing has changed for are those of the last run. */
export function countsOf(setup: Setup): MetricCounts[] {
  const { cohort, params, planned } = setup;
  let split: readonly Grouped[] | null = null;
  const groups = (): readonly Grouped[] =>
    (split ??= cohort.segments.map((segment) =>
      grouped(segment, decidingSet(setup), planned.length),
    ));
  return params.metrics.map((_, index) => metricCounts(setup, index, groups));
}

function metricCounts(setup: Setup, index: number, groups: () => readonly Grouped[]): MetricCounts {
  const { cohort, planned, params, scope, all, closed } = setup;
  const metric = params.metrics[index]!;
  const deciding = decidingSet(setup);
  const remembered = lastRun(cohort.measures[index]!);
  const plain = (part: string, set: UserSet) =>
    JSON.stringify([part, set.key, usersKey(params), scope]);
  const key = (part: string, set: UserSet) => plain(part, set) + summaryKey(metric);
  const counter = (set: UserSet) =>
    remembered(key('counter', set), () =>
      counterOf(countable(cohort, set, metric, index, scope), set, planned),
    );
  const count = (set: UserSet) =>
    remembered(key('whole', set), () => counter(set).count(set.cells, 0));
  return {
    cap: counter(deciding).cap,
    all: count(all),
    closed: count(closed),
    segments: cohort.segments.map(({ column }, s) =>
      remembered(key(`by ${column}`, deciding), () =>
        segmentCounts(groups()[s]!, counter(deciding), planned.length),
      ),
    ),
    otherwise: remembered(key('otherwise', deciding), () =>
      countedOtherwise(setup, index, count(deciding)),
    ),
    growth: remembered(key('growth', all), () =>
      growthOf(
        setup,
        index,
        count(all).map(({ summary }) => summary),
      ),
    ),
    entries: remembered(key('entries', deciding), () => entriesOf(setup, counter(deciding))),
    ages: remembered(plain('ages', all), () => agesOf(setup, index)),
    spread: remembered(plain('spread', deciding), () => spreadOf(setup, index)),
  };
}

function segmentCounts(
  { column, groups, cells }: Grouped,
  counter: Counter,
  arms: number,
): SegmentCounts {
  return {
    column,
    groups: groups.map((group, g) => ({ ...group, arms: counter.count(cells, g * arms) })),
  };
}
