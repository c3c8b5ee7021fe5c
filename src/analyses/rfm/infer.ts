import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { sampleQuantile } from '../../stats/sample-quantile';
import type { Scope } from '../analysis';
import { noPurchases } from '../purchases';
import { strayDates } from '../stray-dates';
import { valuedName } from '../valued-rows';
import { type Customers, type RfmCounts, referenceDates } from './customers';
import { joined } from './joined';
import { type Placed, migrationOf, placed } from './migration';
import type { RfmParams } from './params';
import type { Cell, RfmResult, ScoreRow, SegmentRow } from './result';
import { MEASURES, scoreOf } from './scores';
import { SEGMENTS, type SegmentMap, scoresOf, segmentMap } from './segment-map';

/**
 * The result of an RFM from the counts of all blocks.
 *
 * @throws {Problem} `no-purchases`, `only-refunds`, `one-user`, `cuts-not-ascending`
 * @throws {Problem} `no-purchases-before` when the earlier date has no customers
 */
export function infer(parts: readonly RfmCounts[], params: RfmParams, scope: Scope): RfmResult {
  const { users: of, now, before, missing } = joined(parts);
  const purchase = valuedName(params.purchase);
  const customers = now.user.length;
  if (customers === 0) throw nobodyBought(now.refunds, params);
  if (customers === 1) throw new Problem('one-user', { measured: purchase }, { path: 'purchase' });
  const { reference, previous } = referenceDates(scope, params);
  const map = segmentMap(params.segments ?? SEGMENTS);
  const current = placed(now, params, map);
  return {
    purchase,
    reference,
    lookbackMs: params.lookback === undefined ? null : durationMs(params.lookback),
    monetary: params.monetary,
    unit: scope.columnUnits[params.purchase.value ?? ''] ?? null,
    ...{ customers, of, purchases: now.purchases, refunds: now.refunds, missing },
    value: sum(now.monetary),
    scores: scoreRows(current),
    cells: cellRows(current, map),
    segments: segmentRows(current, map, purchase),
    migration: before && migration(before, current, params, map, previous!),
    stray: strayDates(current.scales.recency.sorted),
  };
}

function nobodyBought(refunds: number, { purchase }: RfmParams): Problem {
  if (refunds === 0) return noPurchases(purchase);
  const args = { event: valuedName(purchase), rows: refunds };
  return new Problem('only-refunds', args, { path: 'purchase' });
}

function migration(
  before: Customers,
  current: Placed,
  params: RfmParams,
  map: SegmentMap,
  previous: string,
): RfmResult['migration'] {
  if (before.user.length === 0) {
    throw new Problem('no-purchases-before', { date: previous }, { path: 'previous' });
  }
  return migrationOf(placed(before, params, map), current, map, previous);
}

function scoreRows({ customers, scales }: Placed): ScoreRow[] {
  const of = customers.user.length;
  return MEASURES.map((name) => {
    const { cuts, isFixed, tie } = scales[name];
    const levels = new Float64Array(5);
    for (const value of customers[name]) {
      const score = scoreOf(value, cuts);
      ++levels[(name === 'recency' ? 6 - score : score) - 1]!;
    }
    return {
      ...{ name, cuts, isFixed },
      levels: Array.from(levels, (users, i) => ({ score: i + 1, users, of, share: users / of })),
      tie: { ...tie, of, share: tie.users / of },
    };
  });
}

function cellRows({ customers, cell: cells }: Placed, { names, ofCell }: SegmentMap): Cell[] {
  const users = new Float64Array(125);
  const value = new Float64Array(125);
  cells.forEach((cell, i) => {
    ++users[cell]!;
    value[cell]! += customers.monetary[i]!;
  });
  const rows = Array.from(users, (count, cell): Cell => {
    const scores = scoresOf(cell);
    return {
      name: `${scores.recency}${scores.frequency}${scores.monetary}`,
      ...scores,
      ...{ segment: names[ofCell[cell]!]!, users: count, value: value[cell]! },
    };
  });
  return rows.filter((row) => row.users > 0).reverse();
}

function segmentRows(
  { customers, segment }: Placed,
  { names }: SegmentMap,
  purchase: string,
): SegmentRow[] {
  const of = segment.length;
  const total = sum(customers.monetary);
  const members = names.map((): number[] => []);
  segment.forEach((code, i) => members[code]!.push(i));
  return names.map((name, code) => {
    const own = members[code]!;
    const pick = (values: Float64Array) => Float64Array.from(own, (i) => values[i]!);
    const [users, value] = [own.length, sum(pick(customers.monetary))];
    const shared = { name, users, of, share: users / of, value };
    const part = total > 0 ? value / total : null;
    if (users === 0) {
      const problem = new Problem('nobody-in-segment', { name }).toJSON();
      return {
        ...shared,
        part,
        ...{ perUser: null, recencyDays: null, purchaseDays: null },
        problem,
      };
    }
    return {
      ...{ ...shared, part, perUser: value / users },
      recencyDays: sampleQuantile(pick(customers.recency), 0.5),
      purchaseDays: sum(pick(customers.frequency)) / users,
      ...(part === null
        ? { problem: new Problem('nothing-to-share', { measured: purchase }).toJSON() }
        : {}),
    };
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
