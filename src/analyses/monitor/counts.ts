import { Problem } from '../../base/problem';
import { bucketsOf } from '../../events/buckets';
import type { Input } from '../analysis';
import { breakdownBy } from '../breakdown';
import { concat } from '../joined-arrays';
import { type Grid, type Tally, tallyWriter } from './grid';
import type { MonitorParams } from './params';
import { quantityOf } from './quantity';

/** More cells than this nobody reads. */
const MOST_CELLS = 2_000_000;

/** The metric of a set of users, by group and period. */
export interface Counts {
  /** Time of the first row of any user; Infinity where there is none. */
  readonly first: number;
  /** Period `i` is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  /** Groups of the breakdown; one without a name where there is none. */
  readonly groups: readonly string[];
  readonly above: Tally;
  /** Of a fraction what it is divided by; null where the metric is none. */
  readonly below: Tally | null;
  /** Rows that should have a value and have none. */
  readonly missing: number;
}

/**
 * Counts the users of a block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`, `too-many-periods`, `too-many-cells`,
 *   `rule-without-level`
 */
export function countsOf(input: Input, params: MonitorParams): Counts {
  const { events, scope } = input;
  requireLevels(params);
  const quantity = quantityOf(input, params.metric);
  const groups = params.breakdown ? breakdownBy(events, params.breakdown, 'breakdown') : null;
  const names = groups?.names ?? [''];
  const periods = bucketsOf(events, scope, params.period);
  const cells = names.length * periods.count;
  if (cells > MOST_CELLS) {
    throw new Problem('too-many-cells', { cells, most: MOST_CELLS }, { path: 'breakdown' });
  }
  const grid: Grid = {
    periods,
    groupOf: groups ? (row, user) => groups.codeOf(row, user) : () => 0,
  };
  const rows = events.offsets[events.users]! - events.offsets[0]!;
  const above = tallyWriter(cells, rows);
  const below = tallyWriter(cells, quantity.isFraction ? rows : 0);
  let first = Infinity;
  let missing = 0;
  for (let user = 0; user < events.users; ++user) {
    const row = events.offsets[user]!;
    if (row < events.offsets[user + 1]!) first = Math.min(first, events.time[row]!);
    missing += quantity.tally(user, grid, above, below);
  }
  return {
    first,
    edges: periods.edges,
    groups: names,
    above: above.written(),
    below: quantity.isFraction ? below.written() : null,
    missing,
  };
}

function requireLevels({ rules }: MonitorParams): void {
  for (const [i, rule] of rules.entries()) {
    if (rule.type !== 'level' || rule.below !== undefined || rule.above !== undefined) continue;
    throw new Problem('rule-without-level', { rule: i + 1 }, { path: `rules[${i}]` });
  }
}

/** The counts of the users of both. Blocks of one index have the same periods. */
export function merged(a: Counts, b: Counts): Counts {
  const groups = [...new Set([...a.groups, ...b.groups])];
  const periods = a.edges.length - 1;
  const at = (counts: Counts) => counts.groups.map((name) => groups.indexOf(name));
  const join = (first: Tally, second: Tally): Tally => {
    const [x, y] = [
      moved(first, at(a), groups.length, periods),
      moved(second, at(b), groups.length, periods),
    ];
    return {
      counts: x.counts.map((count, i) => count + y.counts[i]!),
      cells: concat([x.cells, y.cells]),
      amounts: concat([x.amounts, y.amounts]),
    };
  };
  return {
    first: Math.min(a.first, b.first),
    edges: a.edges,
    groups,
    above: join(a.above, b.above),
    below: a.below && b.below && join(a.below, b.below),
    missing: a.missing + b.missing,
  };
}

/** The tally with its groups at other places. */
function moved(tally: Tally, places: readonly number[], groups: number, periods: number): Tally {
  if (places.length === groups && places.every((place, i) => place === i)) return tally;
  const to = (cell: number) => places[Math.floor(cell / periods)]! * periods + (cell % periods);
  const counts = new Float64Array(groups * periods);
  for (let cell = 0; cell < tally.counts.length; ++cell) counts[to(cell)] = tally.counts[cell]!;
  return { ...tally, counts, cells: tally.cells.map(to) };
}
