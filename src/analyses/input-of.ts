import { Problem } from '../base/problem';
import { durationMs } from '../base/duration';
import { timeZone } from '../base/time-zone';
import { rowMask } from '../data/where';
import { calendar } from '../events/calendar';
import type { EventIndex } from '../events/event-index';
import { filterEvents, filterUsers } from '../events/filter-events';
import type { Roles } from '../events/roles';
import { scopeOf } from '../events/scope';
import { DEFAULT_SESSIONS, type SessionRule, withSessions } from '../events/sessions';
import { withSegments } from '../events/with-segments';
import type { Input, NamedSegment, NamedTable, Scope } from './analysis';
import type { CommonParams } from './common';

/** What of the notebook stands behind an analysis. */
export interface Surroundings {
  /** Of the notebook's header; the analysis may override both. */
  readonly timezone: string;
  readonly weekStart: 'monday' | 'sunday';
  /** 1 for each user of the index who is in the `population`; null takes all. */
  readonly population: Uint8Array | null;
  /** Of the source's columns, as `Scope` has them. */
  readonly columnUnits: Scope['columnUnits'];
  readonly plan?: Scope['plan'];
  /** Of the source; none where they do not matter. */
  readonly roles?: Roles;
  /** Tables that the parameters name, by cell. */
  readonly tables: ReadonlyMap<string, NamedTable>;
  /** Segments that the parameters name, by cell, for the users of the index. */
  readonly segments?: ReadonlyMap<string, NamedSegment>;
  /** As `Input` has them; none where they do not matter. */
  readonly identifiers?: readonly string[];
}

/**
 * What an analysis gets to see: the users of the population, the rows that pass `where` and lie
 * before the data end, and what the common parameters come to.
 *
 * @throws {Problem} `where-matches-nothing`, `window-is-zero` of sessions, and what `scopeOf` and
 *   `where` find
 */
export function inputOf(index: EventIndex, params: CommonParams, around: Surroundings): Input {
  const scope = scopeOf(index, {
    ...params,
    timezone: params.timezone ?? around.timezone,
    weekStart: params.weekStart ?? around.weekStart,
    columnUnits: around.columnUnits,
  });
  const { plan, roles = {}, tables, segments, identifiers = [] } = around;
  const masks = new Map([...(segments ?? [])].map(([name, { users }]) => [name, users]));
  const events = selected(withSegments(index, masks), params, around.population, scope);
  return {
    ...{ events, roles, tables, identifiers, scope: plan ? { ...scope, plan } : scope },
    ...(segments ? { segments } : {}),
  };
}

interface Selection {
  readonly key: string;
  readonly population: Uint8Array | null;
  readonly events: EventIndex;
}

/** The last selection from each index: most changes of a setting select the same rows again. */
const selections = new WeakMap<EventIndex, Selection>();

function selected(
  index: EventIndex,
  { where, sessions }: CommonParams,
  population: Uint8Array | null,
  scope: Scope,
): EventIndex {
  const { timezone, completeThrough } = scope;
  const key = JSON.stringify([where, sessions, timezone, completeThrough]);
  const last = selections.get(index);
  if (last?.key === key && last.population === population) return last.events;
  const all = withSessions(index, {
    rule: sessionRule(sessions),
    days: calendar(timezone),
    until: completeThrough,
  });
  const people = population === null ? all : filterUsers(all, population);
  const events =
    people.kind === 'units' ? unitsWhere(people, where, scope) : eventsWhere(people, where, scope);
  selections.set(index, { key, population, events });
  return events;
}

function sessionRule(sessions: CommonParams['sessions']): SessionRule {
  if (sessions === undefined) return DEFAULT_SESSIONS;
  const { gap, midnight, change } = sessions;
  const gapMs = durationMs(gap);
  if (gapMs === 0) throw new Problem('window-is-zero', { found: gap }, { path: 'sessions.gap' });
  return { gapMs, midnight, change: [change].flat() };
}

function unitsWhere(index: EventIndex, where: CommonParams['where'], scope: Scope): EventIndex {
  if (where === undefined) return index;
  const keep = rowMask(index.attributes, where, 0, index.users, whereSetting(scope));
  if (!keep.includes(1)) throw new Problem('where-matches-nothing', {}, { path: 'where' });
  return filterUsers(index, keep);
}

function eventsWhere(index: EventIndex, where: CommonParams['where'], scope: Scope): EventIndex {
  const { time } = index;
  if (where === undefined && lastTime(index) < scope.completeThrough) return index;
  const keep =
    where === undefined
      ? new Uint8Array(time.length).fill(1)
      : rowMask(index.columns, where, 0, time.length, whereSetting(scope));
  if (!keep.includes(1)) throw new Problem('where-matches-nothing', {}, { path: 'where' });
  for (let row = 0; row < time.length; ++row)
    if (time[row]! >= scope.completeThrough) keep[row] = 0;
  return filterEvents(index, keep);
}

/** Of all rows; a user's last one is the latest. */
function lastTime({ users, offsets, time }: EventIndex): number {
  let last = -Infinity;
  for (let user = 0; user < users; ++user) {
    const end = offsets[user + 1]!;
    if (end > offsets[user]! && time[end - 1]! > last) last = time[end - 1]!;
  }
  return last;
}

function whereSetting({ timezone }: Scope) {
  return { path: 'where', instant: timeZone(timezone).instant };
}
