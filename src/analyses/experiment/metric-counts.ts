import { type CountedArm, countable, counterOf } from './counted';
import { type CountedOtherwise, countedOtherwise } from './counted-otherwise';
import { metricKey, usersKey } from './counting-key';
import { type Grouped, type SegmentGroup, grouped } from './grouped';
import { type DayCounts, growthOf } from './growth';
import type { Measured } from './measured';
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
}

const known = new WeakMap<Measured, { readonly key: string; readonly counts: MetricCounts }>();

/** The counts of every metric, those of the last run where nothing they come from has changed. */
export function countsOf(setup: Setup): MetricCounts[] {
  const { cohort, params, scope, design } = setup;
  let split: readonly Grouped[] | null = null;
  const groups = (): readonly Grouped[] =>
    (split ??= cohort.segments.map((segment) =>
      grouped(segment, decidingSet(setup), setup.planned.length),
    ));
  return params.metrics.map((metric, index) => {
    const measured = cohort.measures[index]!;
    const { deciding, isOver, plannedEnd } = design;
    const { segments } = params;
    const cap = 'cap' in metric ? metric.cap : undefined;
    const own = [metricKey(metric), cap, segments, deciding, isOver, plannedEnd];
    const key = JSON.stringify([usersKey(params), scope, ...own]);
    const last = known.get(measured);
    if (last?.key === key) return last.counts;
    const counts = metricCounts(setup, index, groups);
    known.set(measured, { key, counts });
    return counts;
  });
}

function metricCounts(setup: Setup, index: number, groups: () => readonly Grouped[]): MetricCounts {
  const { cohort, planned, params, scope, all, closed } = setup;
  const counter = (set: UserSet) =>
    counterOf(countable(cohort, set, params.metrics[index]!, index, scope), set, planned);
  const deciding = decidingSet(setup);
  const own = counter(deciding);
  const count = (set: UserSet) => (set === deciding ? own : counter(set)).count(set.cells, 0);
  const counted = count(deciding);
  return {
    cap: own.cap,
    all: all === deciding ? counted : count(all),
    closed: closed === deciding ? counted : count(closed),
    segments: groups().map(({ column, groups: list, cells }) => ({
      column,
      groups: list.map((group, g) => ({ ...group, arms: own.count(cells, g * planned.length) })),
    })),
    otherwise: countedOtherwise(setup, index, counted),
    growth: growthOf(setup, index),
  };
}
