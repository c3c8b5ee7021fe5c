import { Problem } from '../../base/problem';
import { type Period, calendar } from '../../events/calendar';
import { countRatio } from '../../stats/count-ratio';
import type { Scope } from '../analysis';
import type { Counts, PeriodCounts } from './counts';
import type { LifecycleParams } from './params';
import { periodStart } from '../../events/period-start';
import type { GrowthRow, LifecycleResult } from './result';
import { powerOf, stickinessOf } from './stickiness';
import type { Surroundings } from './surroundings';

/** More rows than this nobody reads, and no chart shows. */
const MOST_ROWS = 3_000;

/**
 * The result of a lifecycle from the counts of all users.
 *
 * @throws {Problem} `nothing-to-count` when nobody is active in the time asked for
 * @throws {Problem} `too-many-periods` when there would be more than 3,000 rows
 */
export function infer(
  { first, periods, days }: Counts,
  params: LifecycleParams,
  scope: Scope,
): LifecycleResult {
  const dates = calendar(scope.timezone, scope.weekStart);
  const rows = growthRows(periods, { first, scope, dates, period: params.period });
  if (!rows.some(({ active, activeSoFar = 0 }) => (active ?? activeSoFar) > 0)) {
    throw new Problem('nothing-to-count', { event: named(params) }, { path: 'event' });
  }
  requireAccounts(rows);
  return {
    period: params.period,
    dataStart: dates.date(first),
    rows,
    stickiness: stickinessOf(days, { first, scope, dates }),
    ...powerOf(days, { first, scope, dates }),
  };
}

function growthRows(
  counts: PeriodCounts,
  around: Surroundings & { readonly period: Period },
): GrowthRow[] {
  const { scope, dates, period } = around;
  const shown = Array.from(counts.active.keys()).filter(
    (i) => counts.edges[i]! >= (scope.range?.from ?? -Infinity),
  );
  if (shown.length > MOST_ROWS) {
    const [from, to] = [counts.edges[shown[0]!]!, counts.edges.at(-1)!];
    const args = { period, from: dates.date(from), to: dates.date(to), most: MOST_ROWS };
    throw new Problem('too-many-periods', args, { path: 'period' });
  }
  return shown.map((i) => growthRow(counts, i, around));
}

function growthRow(
  counts: PeriodCounts,
  i: number,
  { first, scope, dates, period }: Surroundings & { readonly period: Period },
): GrowthRow {
  const [from, to] = [counts.edges[i]!, counts.edges[i + 1]!];
  const start = periodStart(dates, period, from);
  const active = counts.active[i]!;
  if (to > scope.completeThrough) {
    const through = dates.date(to - 1);
    return { start, ...NOTHING, activeSoFar: active, ...missing('not-mature', { through }) };
  }
  if (first >= from) {
    const why = missing('before-the-data', { start: dates.date(first) });
    return { start, active, ...NOBODY_KNOWN, unknown: active, ...why, complete: true };
  }
  const [gained, lost] = [counts.new[i]! + counts.resurrected[i]!, counts.dormant[i]!];
  return {
    start,
    active,
    new: counts.new[i]!,
    returning: counts.returning[i]!,
    resurrected: counts.resurrected[i]!,
    dormant: lost,
    unknown: 0,
    quickRatio: lost > 0 ? countRatio(gained, lost) : missing('nobody-dormant', {}).quickRatio,
    complete: true,
  };
}

/** Of a period that has not ended everything is open. */
const NOTHING = {
  ...{ active: null, new: null, returning: null, resurrected: null, dormant: null },
  ...{ unknown: null, complete: false },
} as const;

/** Of the first period of the data nobody's past is known. */
const NOBODY_KNOWN = { new: 0, returning: 0, resurrected: 0, dormant: null } as const;

function missing(...[code, args]: ConstructorParameters<typeof Problem>) {
  const problem = new Problem(code, args).toJSON();
  return { quickRatio: { estimate: null, low: null, high: null, problem }, problem } as const;
}

/** Growth accounting: who is active is new, returning, resurrected or unknown, and who came less who fell silent is the change. */
function requireAccounts(rows: readonly GrowthRow[]): void {
  let before: number | null = null;
  for (const row of rows) {
    if (row.active === null) return;
    const parts = row.new! + row.returning! + row.resurrected! + row.unknown!;
    const change = row.new! + row.resurrected! - (row.dormant ?? 0);
    if (parts !== row.active || (before !== null && row.active - before !== change)) {
      throw new Error(`the users of ${row.start} do not add up`);
    }
    before = row.active;
  }
}

function named({ event }: LifecycleParams): string {
  const names = typeof event === 'object' && !Array.isArray(event) ? event.event : event;
  return [names].flat().join(', ');
}
