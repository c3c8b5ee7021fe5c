import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { countedQuantile, valueCounts } from '../../stats/value-counts';
import { activityName } from '../activity';
import type { Scope } from '../analysis';
import { churnRows } from './churn-rows';
import type { ChurnParams } from './params';
import { GROUPS, type ReturnRate, type SilenceCounts, returnCurve } from './return-curve';
import type { ChurnResult, ChurnRule, Now } from './result';
import { daysOf, ruleOf } from './rule';
import type { Silences } from './silences';
import { standingOf } from './standing';

/** A chart of more days shows no more. */
const MOST_POINTS = 730;

/**
 * Who has left and who may, from the silences of all users.
 *
 * @throws {Problem} `nothing-to-count` when nobody was active
 * @throws {Problem} `no-churn-rule` when the data cannot propose one and none is given
 * @throws {Problem} `window-is-zero`, `too-many-periods`
 */
export function infer(silences: Silences, params: ChurnParams, scope: Scope): ChurnResult {
  const { rule, curve } = ruleAndCurve(silences, params, scope);
  const { edges, days, from } = silences;
  const dates = calendar(scope.timezone, scope.weekStart);
  const lastDay = from.reduce((last, day) => Math.max(last, day), 0);
  return {
    event: activityName(params.event),
    from: dates.date(edges[0]!),
    through: dates.date(edges[days]! - 1),
    rule,
    curve: curve.map(({ days, of, returned, rate: { estimate: rate, low, high } }) => {
      return { days, of, returned, rate, low, high };
    }),
    gaps: closedGaps(silences),
    now: standings(silences, rule, params.gaps),
    rows: churnRows(silences, rule.days, params, scope),
    emptyDays: Math.max(0, days - 1 - lastDay),
  };
}

/** The chance of a return by silent days, and what it makes of the rule. @throws {Problem} as `infer` */
export function ruleAndCurve(
  silences: Silences,
  params: ChurnParams,
  scope: Scope,
): { readonly rule: ChurnRule; readonly curve: readonly ReturnRate[] } {
  const { longest, ...counts } = silenceCounts(silences, scope);
  if (silences.from.length === 0) {
    throw new Problem('nothing-to-count', { event: activityName(params.event) }, { path: 'event' });
  }
  const horizon = params.horizon === undefined ? null : daysOf(params.horizon, 'horizon');
  const curve = returnCurve({ ...counts, longest }, MOST_POINTS, horizon ?? Infinity);
  const { offsets } = silences;
  let users = 0;
  for (let user = 0; user + 1 < offsets.length; ++user) {
    if (offsets[user + 1]! > offsets[user]!) ++users;
  }
  const rule = ruleOf(params, curve, { users, watched: longest, horizonDays: horizon });
  const reach = horizon === null ? Math.floor(longest / 2) : Math.max(0, longest - horizon);
  return { rule, curve: curve.filter(({ days }) => days <= Math.max(reach, rule.days)) };
}

/** Silences that begin in the range, by group of users and length. */
function silenceCounts(
  { edges, offsets, from, length }: Silences,
  { range }: Scope,
): SilenceCounts {
  const counts = (i: number): boolean => {
    const at = edges[from[i]!]!;
    return range === null || (at >= range.from && at < range.to);
  };
  let longest = 1;
  for (const each of length) if (each > longest) longest = each;
  const width = longest + 1;
  const ended = new Float64Array(GROUPS * width);
  const open = new Float64Array(GROUPS * width);
  for (let user = 0; user + 1 < offsets.length; ++user) {
    const group = user % GROUPS;
    const last = offsets[user + 1]! - 1;
    for (let i = offsets[user]!; i <= last; ++i) {
      if (counts(i)) ++(i === last ? open : ended)[group * width + length[i]!]!;
    }
  }
  return { groups: GROUPS, longest, ended, open };
}

function closedGaps({ offsets, length }: Silences): ChurnResult['gaps'] {
  const closed = new Float64Array(length.length);
  let count = 0;
  for (let user = 0; user + 1 < offsets.length; ++user) {
    for (let i = offsets[user]!; i < offsets[user + 1]! - 1; ++i) closed[count++] = length[i]!;
  }
  const gaps = closed.subarray(0, count);
  if (count === 0) {
    const problem = new Problem('nobody-came-back', {}).toJSON();
    return { count, medianDays: null, p90Days: null, problem };
  }
  const counted = valueCounts(gaps);
  return {
    count,
    medianDays: countedQuantile(counted, 0.5),
    p90Days: countedQuantile(counted, 0.9),
  };
}

function standings(silences: Silences, { days }: ChurnRule, gapsNeeded: number): Now {
  const { offsets } = silences;
  const counts = { active: 0, atRisk: 0, churned: 0 };
  let withRhythm = 0;
  for (let user = 0; user + 1 < offsets.length; ++user) {
    const standing = standingOf(silences, user, days, gapsNeeded);
    if (standing === null) continue;
    ++counts[standing];
    if (offsets[user + 1]! - offsets[user]! > gapsNeeded) ++withRhythm;
  }
  const users = counts.active + counts.atRisk + counts.churned;
  return { users, ...counts, withRhythm, gapsNeeded };
}
