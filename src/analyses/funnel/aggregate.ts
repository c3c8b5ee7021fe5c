import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { type Buckets, bucketsBetween } from '../../events/buckets';
import { calendar } from '../../events/calendar';
import type { EventIndex } from '../../events/event-index';
import { bySession } from '../../events/sessions';
import type { Input } from '../analysis';
import { breakdownBy } from '../breakdown';
import { type Traits, traitCounter } from '../traits';
import { areDistinct, distinctChains } from './distinct-chains';
import { type TrendCounts, entryTrend } from './entry-trend';
import { heldValues } from './held-values';
import { COUNTED, type Journeys, journeyLog } from './journeys';
import { marksOf } from './marks';
import { orderedChains } from './ordered-chains';
import type { FunnelParams } from './params';
import { rulesOf } from './rules';
import { emptyStream } from './stream';
import { eachStream } from './streams';
import { strictChains } from './strict-chains';
import { type Unit, unitVisitor } from './unit-visitor';
import { unorderedChains } from './unordered-chains';

/** What a block of users did in the funnel. */
export interface Part {
  /** How many users the block has. */
  readonly users: number;
  readonly journeys: Journeys;
  readonly trend: TrendCounts;
  /** Of those who converted (side 0) and those who dropped out; null where they are not compared. */
  readonly traits: Traits | null;
}

const CHAINS = {
  ordered: orderedChains,
  strict: strictChains,
  unordered: unorderedChains,
} as const;

/**
 * One pass over the rows of a block.
 *
 * @param finished  hears of every unit besides
 * @throws {Problem} `needs-events` for a table with one row per user
 * @throws {Problem} what `rulesOf`, `marksOf`, `heldValues`, `groupOf` and `bucketsBetween` find
 */
export function partOf(
  input: Input,
  params: FunnelParams,
  finished: (unit: Unit, group: number) => void = () => undefined,
): Part {
  if (input.events.kind === 'units') {
    throw new Problem('needs-events', { name: 'steps' }, { path: 'steps' });
  }
  const { scope } = input;
  const rules = rulesOf(params);
  const { sessions: events, user: owners } =
    rules.count === 'sessions' ? bySession(input.events) : { sessions: input.events, user: null };
  const marks = marksOf(events, params, scope.timezone);
  const groups = groupsOf(events, params);
  const drivers = driversOf(events, params, input);
  const trend = entryTrend(periodsOf(events, params, input), rules.steps);
  const log = journeyLog();
  const stream = emptyStream();
  const chains = areDistinct(rules, marks) ? distinctChains : CHAINS[rules.order];
  const follower = chains(stream, rules);

  function finish(unit: Unit): void {
    const group = groups.of(unit);
    log.add(owners ? owners[unit.user]! : unit.user, group, unit.state, unit.reached, unit.times);
    drivers?.add(unit);
    finished(unit, group);
  }

  eachStream(
    events,
    marks,
    {
      stepBits: 2 ** rules.steps - 1,
      held: params.hold.length === 0 ? null : heldValues(events, params.hold),
      valueOf: groups.valueOf,
    },
    stream,
    unitVisitor({ rules, scope, stream, follower, trend, finish }),
  );
  return {
    users: input.events.users,
    journeys: log.journeys(groups.names),
    trend: trend.counts(),
    traits: drivers?.traits() ?? null,
  };
}

/** Which group a unit belongs to. */
function groupsOf(events: EventIndex, { breakdown, breakdownBy: by, steps }: FunnelParams) {
  if (breakdown === undefined) return { names: [''], of: () => 0, valueOf: null };
  const { names, codeOf } = breakdownBy(events, breakdown, 'breakdown');
  if (by === 'all') return { names, of: ({ value }: Unit) => value, valueOf: codeOf };
  const step = by.startsWith('step:') ? Number(by.slice(5)) : 0;
  if (step > steps.length) {
    throw new Problem('no-such-step', { step, steps: steps.length }, { path: 'breakdownBy' });
  }
  const rowOf = ({ entryRow, rows, reached }: Unit): number => {
    if (step > 0) return rows[step - 1]!;
    return by === 'last' ? rows[reached - 1]! : entryRow;
  };
  return { names, of: (unit: Unit) => codeOf(rowOf(unit), unit.user), valueOf: null };
}

/** The calendar periods in which the rows of a block lie. */
function periodsOf(
  { users, offsets, time }: EventIndex,
  { period }: FunnelParams,
  { scope }: Input,
): Buckets {
  let first = Infinity;
  let last = -Infinity;
  for (let user = 0; user < users; ++user) {
    const [from, to] = [offsets[user]!, offsets[user + 1]!];
    if (from === to) continue;
    if (time[from]! < first) first = time[from]!;
    if (time[to - 1]! > last) last = time[to - 1]!;
  }
  if (first > last) first = last = 0;
  try {
    return bucketsBetween(calendar(scope.timezone, scope.weekStart), period, first, last);
  } catch (error) {
    throw error instanceof Problem ? error.within({ path: 'period' }) : error;
  }
}

/**
 * Compares those who converted with those who dropped out by what they did in equally long times
 * around the first entry that counts: which entry converts is known only afterwards, and the last
 * of several has a longer history. Who converted within that time is left out.
 */
function driversOf(events: EventIndex, params: FunnelParams, { roles, identifiers }: Input) {
  const { drivers, count, breakdownBy: by } = params;
  if (drivers === null || count !== 'users' || by === 'all') return null;
  const beforeMs = durationMs(drivers.before);
  const afterMs = durationMs(drivers.after);
  const counter = traitCounter(events, [...Object.values(roles), ...identifiers]);
  const last = params.steps.length - 1;
  return {
    add({ state, user, entryRow, times }: Unit): void {
      if (state !== COUNTED) return;
      const entry = events.time[entryRow]!;
      const done = times[last]!;
      if (done <= entry + afterMs) return;
      const side = Number.isNaN(done) ? 1 : 0;
      counter.add({ side, user, row: entryRow, from: entry - beforeMs, to: entry + afterMs });
    },
    traits: () => counter.traits(),
  };
}
