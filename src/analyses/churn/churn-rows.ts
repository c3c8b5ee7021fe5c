import { Problem } from '../../base/problem';
import { type Calendar, calendar } from '../../events/calendar';
import { wilson } from '../../stats/wilson';
import type { Scope } from '../analysis';
import type { ChurnParams } from './params';
import type { ChurnRow } from './result';
import type { Silences } from './silences';

/** More rows than this nobody reads. */
const MOST_ROWS = 3_000;

/**
 * Of each period: who had not left at its start, who left in it, and who came back.
 *
 * @param rule  silent days after which a user has left
 * @throws {Problem} `too-many-periods`
 */
export function churnRows(
  silences: Silences,
  rule: number,
  { period }: ChurnParams,
  scope: Scope,
): ChurnRow[] {
  const days = calendar(scope.timezone, scope.weekStart);
  const daily = dailyCounts(silences, rule);
  const { edges } = silences;
  const rows: ChurnRow[] = [];
  for (let from = 0; from < edges.length - 1;) {
    const to = endOf(edges, from, days, period);
    const isAsked = edges[from]! >= (scope.range?.from ?? -Infinity);
    const isBefore = edges[from]! < Math.min(scope.completeThrough, scope.range?.to ?? Infinity);
    if (isAsked && isBefore) rows.push(rowOf(silences, daily, rule, { from, to, days }));
    from = to;
  }
  if (rows.length <= MOST_ROWS) return rows;
  const args = { period, from: rows[0]!.start, to: rows.at(-1)!.start, most: MOST_ROWS };
  throw new Problem('too-many-periods', args, { path: 'period' });
}

/** The day after the last one of the period that holds day `from`. */
function endOf(
  edges: Float64Array,
  from: number,
  days: Calendar,
  period: ChurnParams['period'],
): number {
  const end = days.end(period, edges[from]!);
  let to = from + 1;
  while (to < edges.length - 1 && edges[to]! < end) ++to;
  return to;
}

interface Daily {
  /** Users who have not left when the day begins. */
  readonly there: Float64Array;
  /** Silences by the day on which they reach the rule. */
  readonly left: Float64Array;
  /** Users who had left and are active again. */
  readonly returned: Float64Array;
}

function dailyCounts({ edges, days, offsets, from, length }: Silences, rule: number): Daily {
  const there = new Float64Array(edges.length + 1);
  const returned = new Float64Array(edges.length);
  const left = new Float64Array(edges.length);
  for (let user = 0; user + 1 < offsets.length; ++user) {
    for (let i = offsets[user]!; i < offsets[user + 1]!; ++i) {
      const isOpen = i === offsets[user + 1]! - 1;
      const day = from[i]!;
      const lasts = length[i]!;
      const leaves = isOpen ? lasts >= rule : lasts > rule;
      // There on the day after, and until the day on which the silence reaches the rule, or a return.
      const until = leaves ? day + rule : isOpen ? Math.max(day, days) : day + lasts;
      ++there[Math.min(day + 1, edges.length)]!;
      --there[Math.min(until + 1, edges.length)]!;
      if (leaves) ++left[day + rule]!;
      if (leaves && !isOpen) ++returned[day + lasts]!;
    }
  }
  for (let day = 1; day < there.length; ++day) there[day]! += there[day - 1]!;
  return { there, left, returned };
}

function rowOf(
  { edges, days: whole }: Silences,
  { there, left, returned }: Daily,
  rule: number,
  { from, to, days }: { readonly from: number; readonly to: number; readonly days: Calendar },
): ChurnRow {
  const start = days.date(edges[from]!);
  const nothing = {
    ...{ start, users: null, churned: null, of: null, rate: null, low: null, high: null },
    returned: null,
  };
  if (to > whole) {
    const problem = new Problem('not-mature', { through: days.date(edges[to]! - 1) });
    return { ...nothing, complete: false, problem: problem.toJSON() };
  }
  // Before the rule could run its course nobody can have left.
  if (from < rule) {
    const problem = new Problem('before-the-data', { start: days.date(edges[0]!) });
    return { ...nothing, complete: true, problem: problem.toJSON() };
  }
  const users = there[from]!;
  let churned = 0;
  let back = 0;
  for (let day = from; day < to; ++day) {
    // Who was active in the period was not there to leave at its start by this silence.
    if (day - rule < from) churned += left[day]!;
    back += returned[day]!;
  }
  if (users === 0) {
    const problem = new Problem('nobody-left-to-leave', {}).toJSON();
    return { ...nothing, users, churned, of: users, returned: back, complete: true, problem };
  }
  const { estimate: rate, low, high } = wilson({ n: users, successes: churned });
  return { start, users, churned, of: users, rate, low, high, returned: back, complete: true };
}
