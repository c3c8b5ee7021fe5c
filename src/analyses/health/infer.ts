import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { countedQuantile, valueCounts } from '../../stats/value-counts';
import type { Scope } from '../analysis';
import { BANDS, bandEdges } from './bands';
import { directionOf } from './indexes';
import { type Judged, judged } from './judged';
import type { HealthParams } from './params';
import type { BandResult, DimensionResult, HealthResult } from './result';
import type { Snapshots } from './snapshots';
import { winbackOf } from './winback';

/** Steps of the histogram. */
const STEPS = 20;

/**
 * How everybody is, how well that foretells who leaves, and the list in numbers.
 *
 * @throws {Problem} `nobody-looked-at` when nobody was active lately and often enough
 * @throws {Problem} `nobody-scored` when too little is known of everybody
 * @throws {Problem} `no-weights`, `bands-overlap`
 */
export function infer(snapshots: Snapshots, params: HealthParams, scope: Scope): HealthResult {
  const { cuts, now, reference } = snapshots;
  const edges = bandEdges(params);
  requireUsers(snapshots, params);
  const found = judged(snapshots, params);
  const users = count(found.now.index, (value) => !Number.isNaN(value));
  if (users === 0) {
    const names = params.dimensions.map(({ name }) => name);
    throw new Problem('nobody-scored', { names }, { path: 'dimensions' });
  }
  const dates = calendar(scope.timezone, scope.weekStart);
  const dayBefore = (day: number) => dates.date(cuts.edges[day]! - 1);
  return {
    through: dayBefore(cuts.now),
    beforeThrough: dayBefore(cuts.before),
    referenceThrough: dayBefore(cuts.reference),
    horizonDays: cuts.horizon,
    unit: params.value ? (scope.columnUnits[params.value.value] ?? null) : null,
    users,
    notLookedAt: count(snapshots.ever, Boolean) - count(now.counts, Boolean),
    unknown: count(now.counts, Boolean) - users,
    reference: { users: count(reference.counts, Boolean) },
    equalWeights: params.dimensions.every(({ weight }) => weight === undefined),
    dimensions: dimensionResults(snapshots, found, params),
    bands: bandResults(snapshots, found, params, edges, users),
    histogram: histogram(found.now.index),
    validation: found.test.validation,
    winback: winbackOf(snapshots, found, params),
  };
}

/** @throws {Problem} `nobody-looked-at` */
function requireUsers({ now, reference, ever }: Snapshots, params: HealthParams): void {
  const { activeWithin, minimum } = params;
  const users = count(ever, Boolean);
  if (count(now.counts, Boolean) > 0 && count(reference.counts, Boolean) > 0) return;
  throw new Problem('nobody-looked-at', { users, activeWithin, minimum }, { path: 'activeWithin' });
}

function dimensionResults(
  { now, before }: Snapshots,
  { weights, test }: Judged,
  { dimensions }: HealthParams,
): DimensionResult[] {
  return dimensions.map((dimension, d) => {
    const known = valueCounts(now.values[d]!, now.counts);
    const sign = directionOf(dimension) === 'up' ? -1 : 1;
    const auc = test.areaOf((user) => sign * before.values[d]![user]!);
    const median = known.n > 0 ? countedQuantile(known, 0.5) : null;
    const { name, measure } = dimension;
    const isMissing = auc === null || median === null;
    return {
      ...{ name, measure, direction: directionOf(dimension), weight: weights[d]! },
      ...{ known: known.n, median, auc },
      ...(isMissing ? { problem: new Problem('dimension-unknown', { name }).toJSON() } : {}),
    };
  });
}

function bandResults(
  { value }: Snapshots,
  { bandAt, atStake, now }: Judged,
  params: HealthParams,
  edges: ReturnType<typeof bandEdges>,
  of: number,
): BandResult[] {
  const totals = { healthy: [0, 0, 0], watch: [0, 0, 0], winback: [0, 0, 0] };
  for (let user = 0; user < now.index.length; ++user) {
    const band = bandAt(user);
    if (band === null) continue;
    ++totals[band][0]!;
    totals[band][1]! += value[user]!;
    totals[band][2]! += atStake(user);
  }
  return BANDS.map((name) => {
    const [users, expected, stake] = totals[name] as [number, number, number];
    const [from, to] = edges[name];
    const base = { name, from, to, users, of, share: users / of };
    if (params.value !== undefined) return { ...base, expected, atStake: stake };
    return { ...base, expected: null, atStake: null, problem: noValue() };
  });
}

/** Why nothing is at stake: nobody said what users bring. */
function noValue() {
  return new Problem('value-not-given', {}, { path: 'value' }).toJSON();
}

function histogram(index: Float64Array): HealthResult['histogram'] {
  const width = 100 / STEPS;
  const users = new Array<number>(STEPS).fill(0);
  for (const value of index) {
    if (!Number.isNaN(value)) ++users[Math.min(STEPS - 1, Math.floor(value / width))]!;
  }
  return users.map((each, i) => ({ from: i * width, to: (i + 1) * width, users: each }));
}

function count<T extends Float64Array | Uint8Array>(
  values: T,
  test: (value: number) => boolean,
): number {
  let found = 0;
  for (const value of values) if (test(value)) ++found;
  return found;
}
