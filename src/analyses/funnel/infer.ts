import { Problem } from '../../base/problem';
import type { Scope } from '../analysis';
import { distinctions } from '../distinguishing';
import { joinedTraits } from '../traits';
import type { Part } from './aggregate';
import { splitChecks } from './check-split';
import { comparisonsOf } from './comparisons';
import { conversionOf } from './conversion';
import { joinedTrend } from './entry-trend';
import { type Group, groupedJourneys } from './grouped';
import { joinedJourneys } from './journeys';
import type { FunnelParams } from './params';
import type { Drivers, FunnelGroup, FunnelResult } from './result';
import { rulesOf } from './rules';
import { stepResults } from './step-results';
import { trendPoints } from './trend-points';
import { durationMs } from '../../base/duration';

const MOST_TRAITS = 20;

/**
 * @throws {Problem} `nobody-entered`
 * @throws {Problem} `no-such-group` when the control or the split names a group that nobody is in
 */
export function infer(parts: readonly Part[], params: FunnelParams, scope: Scope): FunnelResult {
  const journeys = joinedJourneys(parts.map(({ users, journeys }) => ({ users, journeys })));
  if (journeys.user.length === 0) throw nobody(params);
  const rules = rulesOf(params);
  const { groups, control } = groupedJourneys(journeys, params);
  const setting = { rules, params, scope };
  return {
    count: params.count,
    order: params.order,
    windowMs: rules.windowMs === Infinity ? null : rules.windowMs,
    groups: groups.map((group): FunnelGroup => {
      const { name, entered, open, removed } = group;
      const steps = stepResults(group, params);
      return { name, entered, open, removed, steps, conversion: conversionOf(group, setting) };
    }),
    control,
    comparisons: comparisonsOf(groups, params),
    checks: splitChecks(groups, params),
    trend: trendPoints(joinedTrend(parts.map(({ trend }) => trend)), setting),
    ties: tiesOf(groups, rules.steps),
    ...driversOf(parts, params),
  };
}

function nobody({ steps, range }: FunnelParams): Problem {
  const event = [steps[0]!.event].flat().join(', ');
  if (range === undefined) return new Problem('nobody-entered', { event }, { path: 'steps[0]' });
  return new Problem('nobody-entered', { event }, { path: 'range' });
}

/** Steps that took no time at all. */
function tiesOf(groups: readonly Group[], steps: number): FunnelResult['ties'] {
  let moves = 0;
  let tied = 0;
  for (const { gaps } of groups) {
    for (let step = 1; step < steps; ++step) {
      moves += gaps[step]!.length;
      for (const gap of gaps[step]!) if (gap === 0) ++tied;
    }
  }
  return { moves, tied };
}

function driversOf(parts: readonly Part[], { drivers }: FunnelParams): { drivers?: Drivers } {
  const traits = parts.flatMap((part) => (part.traits === null ? [] : [part.traits]));
  if (drivers === null || traits.length === 0) return {};
  const joined = joinedTraits(traits);
  const all = distinctions(joined);
  return {
    drivers: {
      converted: joined.sides[0],
      dropped: joined.sides[1],
      beforeMs: durationMs(drivers.before),
      afterMs: durationMs(drivers.after),
      traits: all.slice(0, MOST_TRAITS),
      compared: all.length,
    },
  };
}
