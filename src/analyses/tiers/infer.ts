import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { dateOfDay, localDay } from '../purchases';
import { strayDates } from '../stray-dates';
import { valuedName } from '../valued-rows';
import type { Scope } from '../analysis';
import { joined } from './joined';
import { ladderOf } from './ladder';
import type { TiersParams } from './params';
import type { PeriodCounts } from './period-counter';
import { differenceOf, rateOf } from './rates';
import type { Move, Movement, ProgressionRow, Threshold, TierRow, TiersResult } from './result';
import { stayOf } from './stays';
import type { TierCounts } from './tally';

/**
 * The result of tiers from the counts of all blocks.
 *
 * @throws {Problem} `nothing-to-count` when no row is added up
 */
export function infer(
  parts: readonly TierCounts[],
  params: TiersParams,
  scope: Scope,
): TiersResult {
  const counts = joined(parts);
  const { names, windowMs } = ladderOf(params);
  const measured = valuedName(params.measure);
  if (counts.rows === 0) {
    throw new Problem('nothing-to-count', { event: measured }, { path: 'measure' });
  }
  const { value } = params.measure;
  return {
    measured,
    unit: scope.columnUnits[value ?? ''] ?? null,
    isCount: value === undefined,
    windowMs: windowMs === Infinity ? null : windowMs,
    repurchaseMs: durationMs(params.repurchase),
    period: params.period,
    through: dateOfDay(localDay(scope.timezone)(scope.completeThrough - 1)),
    ...{ users: counts.users, rows: counts.rows },
    ...{ missing: counts.missing, negative: counts.negative },
    outside: counts.now[0]!,
    tiers: params.tiers.map((_, i) => tierRow(counts, i + 1, params)),
    progression: progression(counts.periods, names, scope),
    ...movesOf(counts.periods, names, params.alpha),
    thresholds: thresholds(counts, params),
    stray: strayDates(counts.ages.slice().sort()),
    level: 1 - params.alpha,
  };
}

function tierRow(
  { users: of, now, reached, orders, stretches }: TierCounts,
  rank: number,
  { tiers, alpha }: TiersParams,
): TierRow {
  const { name, from } = tiers[rank - 1]!;
  const users = now[rank]!;
  const repurchase = rateOf(orders.again, rank, 0, alpha, 'no-mature-orders');
  return {
    ...{ name, from, users, of, share: users / of, reached: reached[rank]! },
    repurchase: { ...repurchase, open: orders.open[rank]! },
    stay: stayOf(stretches, rank, now.length, alpha),
  };
}

function progression(
  { edges, users, moves }: PeriodCounts,
  names: readonly string[],
  { timezone, weekStart }: Scope,
): ProgressionRow[] {
  const days = calendar(timezone, weekStart);
  const ranks = names.length;
  return Array.from({ length: Math.max(0, edges.length - 1) }, (_, period) => {
    const own = users.subarray(period * ranks, (period + 1) * ranks);
    const of = own.reduce((sum, each) => sum + each, 0);
    const tiers = names.flatMap((name, rank) => {
      if (rank === 0) return [];
      const at = (period * ranks + rank) * ranks;
      const to = moves.subarray(at, at + ranks);
      const sum = (from: number, end: number) =>
        to.subarray(from, end).reduce((total, each) => total + each, 0);
      return {
        ...{ name, users: own[rank]!, of, share: of > 0 ? own[rank]! / of : 0 },
        ...{ before: sum(0, ranks), kept: to[rank]! },
        ...{ upgraded: sum(rank + 1, ranks), downgraded: sum(0, rank) },
      };
    });
    return { start: days.date(edges[period]!), tiers };
  });
}

function movesOf(
  { moved }: PeriodCounts,
  names: readonly string[],
  alpha: number,
): { readonly movements: readonly Movement[]; readonly moves: readonly Move[] } {
  const ranks = names.length;
  const rate = (rank: number, outcome: number) =>
    rateOf(moved, rank, outcome, alpha, 'nobody-in-tier');
  return {
    movements: names.slice(1).map((name, i) => ({
      ...{ name, kept: rate(i + 1, i + 1) },
      ...{ upgraded: rate(i + 1, ranks), downgraded: rate(i + 1, ranks + 1) },
    })),
    moves: names.flatMap((from, rank) =>
      names.flatMap((to, after) => {
        const found = rate(rank, after);
        return found.count > 0 ? [{ name: `${from} > ${to}`, from, to, ...found }] : [];
      }),
    ),
  };
}

/** Each threshold that can be missed: not that of a tier in which everybody begins. */
function thresholds({ orders }: TierCounts, { tiers, near, alpha }: TiersParams): Threshold[] {
  return tiers.flatMap(({ name, from }, i) => {
    if (from <= 0) return [];
    const rate = (kind: number) => rateOf(orders.near, kind, 0, alpha, 'no-mature-orders');
    return {
      ...{ name, from, within: { low: from * (1 - near), high: from * (1 + near) } },
      ...{ below: rate(2 * i), above: rate(2 * i + 1) },
      difference: differenceOf(orders.near, [2 * i, 2 * i + 1], alpha),
    };
  });
}
