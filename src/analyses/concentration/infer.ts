import { Problem } from '../../base/problem';
import { resampledConcentration } from '../../stats/concentration-bootstrap';
import type { Interval } from '../../stats/interval';
import { countReaching, gini, lorenzCurve, topCount, topPart } from '../../stats/lorenz';
import { sortedQuantile } from '../../stats/sample-quantile';
import type { Scope } from '../analysis';
import { shareName } from '../share-name';
import { valuedName } from '../valued-rows';
import type { Amounts } from './amounts';
import { type ConcentrationCounts, joinedCounts } from './counts';
import type { ConcentrationParams } from './params';
import { portraitOf } from './portrait';
import type { ConcentrationResult, SuperUsers } from './result';
import { superUsersOf } from './super-users';
import { worthOf } from './worth';

/** Steps of the drawn curve. */
const POINTS = 100;
const TENTHS = 10;
/** Parts of the total for which it is said how few bring them. */
const PARTS = [0.5, 0.8];

/**
 * The result of a concentration from the counts of all blocks.
 *
 * @throws {Problem} `nothing-to-count` when nobody has what is measured
 * @throws {Problem} `one-user` when only one has
 * @throws {Problem} `nothing-to-share` when all of it comes to 0 or less
 */
export function infer(
  parts: readonly ConcentrationCounts[],
  params: ConcentrationParams,
  scope: Scope,
): ConcentrationResult {
  const { users: of, amounts, profiles, origins } = joinedCounts(parts);
  const measured = nameOf(params);
  requireSomeAmounts(amounts, measured);
  const sorted = amounts.amount.map((amount) => Math.max(0, amount)).sort();
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) throw new Problem('nothing-to-share', { measured }, { path: 'measure' });
  const n = sorted.length;
  const column = 'column' in params.measure ? params.measure.column : params.measure.value;
  const side = superUsersOf(amounts.amount, topCount(n, params.superUsers));
  return {
    measured,
    unit: column === undefined ? null : (scope.columnUnits[column] ?? null),
    isCount: column === undefined,
    ...{ users: n, of, total, mean: total / n, median: sortedQuantile(sorted, 0.5) },
    missing: amounts.missing,
    ...{ doubtful: scope.late ?? null, unfinished: scope.unfinished ?? null },
    negative: negativeOf(amounts),
    ...measures(sorted, total, params, scope),
    superUsers: superUsers(sorted, total, params.superUsers),
    portrait: portraitOf(profiles, side),
    worth: origins && worthOf(origins, amounts, side, params.margin, scope),
  };
}

function nameOf({ measure }: ConcentrationParams): string {
  return 'column' in measure ? measure.column : valuedName(measure);
}

function requireSomeAmounts({ amount }: Amounts, measured: string): void {
  const at = { path: 'measure' };
  if (amount.length === 0) throw new Problem('nothing-to-count', { event: measured }, at);
  if (amount.length === 1) throw new Problem('one-user', { measured }, at);
}

function negativeOf({ amount }: Amounts): ConcentrationResult['negative'] {
  const below = amount.filter((each) => each < 0);
  return { users: below.length, total: below.reduce((sum, each) => sum + each, 0) };
}

function measures(
  sorted: Float64Array,
  total: number,
  { top, alpha, bootstrap }: ConcentrationParams,
  { seed }: Scope,
) {
  const n = sorted.length;
  const shares = [...new Set(top)].sort((a, b) => a - b);
  const replicates = resampledConcentration(sorted, shares, { seed, replicates: bootstrap });
  return {
    gini: withEnds(gini(sorted), replicates.gini, alpha),
    top: shares.map((share, i) => {
      const users = topCount(n, share);
      const part = topPart(sorted, users);
      return {
        ...{ name: shareName(share), share, users, of: n, value: part * total },
        part: withEnds(part, replicates.top[i]!, alpha),
        least: sorted[n - users]!,
      };
    }),
    reach: PARTS.map((part) => {
      const users = countReaching(sorted, part);
      return { name: shareName(part), part, users, of: n, share: users / n };
    }),
    tenths: tenths(sorted, total),
    lorenz: lorenzCurve(sorted, POINTS),
    ...{ level: 1 - alpha, replicates: bootstrap },
  };
}

function withEnds(estimate: number, replicates: Float64Array, alpha: number): Interval {
  const ordered = replicates.slice().sort();
  return {
    estimate,
    low: sortedQuantile(ordered, alpha / 2),
    high: sortedQuantile(ordered, 1 - alpha / 2),
  };
}

function tenths(sorted: Float64Array, total: number): ConcentrationResult['tenths'] {
  const n = sorted.length;
  let before = 0;
  return Array.from({ length: TENTHS }, (_, i) => {
    const [from, to] = [i, i + 1].map((tenth) => Math.round((tenth * n) / TENTHS));
    let value = 0;
    for (let rank = from!; rank < to!; ++rank) value += sorted[n - 1 - rank]!;
    before += value;
    return {
      ...{ tenth: i + 1, users: to! - from!, value, part: value / total },
      cumulative: i === TENTHS - 1 ? 1 : before / total,
    };
  });
}

function superUsers(sorted: Float64Array, total: number, share: number): SuperUsers {
  const n = sorted.length;
  const users = topCount(n, share);
  const part = topPart(sorted, users);
  const mean = (part * total) / users;
  const median = sortedQuantile(sorted, 0.5);
  return {
    ...{ share, users, of: n, value: part * total, part, mean, least: sorted[n - users]! },
    ...(median > 0
      ? { timesMedian: mean / median }
      : { timesMedian: null, problem: new Problem('median-is-zero').toJSON() }),
  };
}
