import { Problem } from '../../base/problem';
import { srm } from '../../stats/srm';
import type { Scope } from '../analysis';
import { orProblem } from '../or-problem';
import { type CohortDates, cohortDates } from './cohort-dates';
import { type Contest, comparisonsOf } from './comparisons';
import { coveredBy } from './covered';
import { type Curve, curveOf } from './curve';
import { type Grouped, grouped } from './grouped';
import { groupRows } from './group-rows';
import { joinedMemberships } from './joined-memberships';
import { leavingTests } from './leaving';
import type { Memberships } from './memberships';
import { mixedOffsets } from './mixed-offsets';
import { overallCells } from './overall';
import type { RetentionParams } from './params';
import type { Group, RetentionResult, SplitCheck } from './result';
import { ruleOf } from './rule';
import { type Span, isStartSpan, spansOf } from './spans';
import { type Tally, tallied } from './tally';
import { userNoise } from './user-noise';

/** A table of more cells serves nobody. */
const MOST_CELLS = 50_000;
const SPLIT_FAILS = 0.001;

/** All that was counted. */
interface Counts {
  readonly members: Memberships;
  readonly grouped: Grouped;
  readonly spans: readonly Span[];
  readonly tally: Tally;
  readonly curves: readonly Curve[];
}

/**
 * The result of a retention analysis from the users of all blocks.
 *
 * @throws {Problem} `nobody-started`, `too-many-cells`
 * @throws {Problem} `not-in-data` when the control is no group
 */
export function infer(
  parts: readonly Memberships[],
  params: RetentionParams,
  scope: Scope,
): RetentionResult {
  const members = joinedMemberships(parts);
  if (members.user.length === 0) throw nobody(params);
  const counts = countsOf(members, params);
  const dates = cohortDates(scope, params);
  const { groups, control } = counts.grouped;
  const split = params.split && splitCheck(counts, params.split);
  return {
    rule: ruleOf(params, scope, control === null ? null : groups[control]!.name),
    groups: groups.map((_, g) => groupOf(counts, g, params, dates, scope.seed)),
    ...compared(counts, params, scope.seed),
    ...(split ? { split } : {}),
    covered: coveredBy(members.coverage, scope, dates),
    missing: members.missing,
  };
}

function nobody({ start, range }: RetentionParams): Problem {
  const event = typeof start.event === 'string' ? start.event : start.event.join(', ');
  const dates = range ?? { from: null, to: null };
  return new Problem('nobody-started', { event, ...dates }, { path: range ? 'range' : 'start' });
}

function countsOf(members: Memberships, params: RetentionParams): Counts {
  const spans = spansOf(params);
  const groups = grouped(members.group, params.control);
  const cells = new Set(members.cohort).size * spans.length * groups.groups.length;
  if (cells > MOST_CELLS) {
    throw new Problem('too-many-cells', { cells, most: MOST_CELLS }, { path: 'period' });
  }
  const tally = tallied(members, groups.of, groups.groups.length, spans);
  const curves = groups.groups.map((_, g) => curveOf(tally, g, spans, params.overall));
  return { members, grouped: groups, spans, tally, curves };
}

function groupOf(
  { members, grouped: { groups, of }, spans, tally, curves }: Counts,
  g: number,
  params: RetentionParams,
  dates: CohortDates,
  seed: number,
): Group {
  const curve = curves[g]!;
  const only = curves.map((each, i) => (i === g ? each : null));
  const noise = userNoise(
    members,
    of,
    tally,
    spans,
    only,
    curves.map(() => 1),
  );
  const rows = groupRows(tally, g, spans, params, dates);
  const users = rows.reduce((sum, row) => sum + row.users, 0);
  const first = tally.cohorts.find((_, r) => tally.users[g * tally.rows + r]! > 0)!;
  const isAmount = params.value !== undefined;
  const hasStart = isStartSpan(spans[0]!, params);
  const overall = overallCells({
    curve,
    noise,
    spans,
    isAmount,
    hasStart,
    first,
    users,
    dates,
    seed,
  });
  const mixed = params.overall === 'balanced' ? [] : mixedOffsets(tally, g, spans, curve);
  return { ...groups[g]!, users, rows, overall, mixed };
}

function compared(
  { members, grouped: { groups, of, control }, spans, tally, curves }: Counts,
  params: RetentionParams,
  seed: number,
): Pick<RetentionResult, 'comparisons' | 'logRank'> {
  if (control === null) return { comparisons: [], logRank: [] };
  const others = [...groups.keys()].filter((g) => g !== control);
  const contests = others.map((g): Contest => {
    const pair = curves.map((curve, i) => (i === g || i === control ? curve : null));
    const signs = curves.map((_, i) => (i === control ? -1 : 1));
    const noise = userNoise(members, of, tally, spans, pair, signs);
    return { group: groups[g]!.name!, control: curves[control]!, treatment: curves[g]!, noise };
  });
  const isOnce = params.cohorts !== 'recurring';
  const isPlain = isOnce && params.value === undefined && params.overall !== 'mean';
  const hasStart = isStartSpan(spans[0]!, params);
  return {
    comparisons: comparisonsOf(contests, { spans, isPlain, hasStart, seed }),
    logRank: isOnce
      ? leavingTests(
          members,
          of,
          control,
          others.map((group) => ({ group, name: groups[group]!.name! })),
        )
      : [],
  };
}

/** Whether the users of the groups are as many as was planned. */
function splitCheck(
  { grouped: { groups }, tally }: Counts,
  split: Readonly<Record<string, number>>,
): SplitCheck {
  const observed = groups.map((_, g) =>
    tally.users.subarray(g * tally.rows, (g + 1) * tally.rows).reduce((sum, n) => sum + n, 0),
  );
  const weights = groups.map(({ name }) => split[name ?? ''] ?? 0);
  const found = orProblem(() => srm(observed, weights));
  if (found instanceof Problem) {
    const expected = groups.map(() => 0);
    const nothing = { statistic: null, df: null, p: null, problem: found.toJSON() };
    return { status: 'unknown', ...nothing, observed, expected };
  }
  const { statistic, df, p, expected } = found;
  return { status: p < SPLIT_FAILS ? 'fail' : 'pass', statistic, df, p, observed, expected };
}
