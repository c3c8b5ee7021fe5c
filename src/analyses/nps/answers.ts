import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { calendar } from '../../events/calendar';
import { numberColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { breakdownBy } from '../breakdown';
import { concat, recoded, shifted } from '../joined-arrays';
import type { NpsParams } from './params';

/** Answers from 0 to 10, one a person, by user. */
export interface Answers {
  readonly users: number;
  /** Position of who answered. */
  readonly user: Uint32Array;
  readonly score: Uint8Array;
  /** First instant of the period of each answer. */
  readonly start: Float64Array;
  /** Into the names of the breakdown; one without a name where there is none. */
  readonly groups: { readonly values: readonly string[]; readonly codes: Int32Array };
  /** How often each was contacted before the answer. */
  readonly contacts: Uint32Array;
  /** Users who were asked, and those of them who answered. */
  readonly asked: number;
  readonly replied: number;
  /** Rows whose answer is missing or not from 0 to 10. */
  readonly invalid: number;
  /** Further answers of users who have one that counts. */
  readonly repeated: number;
}

const MOST = 10;

/**
 * The answers of the users of a block.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`
 */
export function answersOf(input: Input, params: NpsParams): Answers {
  const { events, scope } = input;
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'nps' }, { path: 'source' });
  }
  const filter = { event: params.event, where: params.answered };
  const mask = eventMask(events, filter, scope.timezone, '');
  const scores = numberColumn(events.columns, params.value, 'value');
  const contact = params.contacts
    ? eventMask(events, params.contacts, scope.timezone, 'contacts')
    : null;
  const asked = params.asked ? eventMask(events, params.asked, scope.timezone, 'asked') : null;
  const groups = params.breakdown ? breakdownBy(events, params.breakdown, 'breakdown') : null;
  const window = durationMs(params.contacts?.window ?? '52000w');
  const days = calendar(scope.timezone, scope.weekStart);
  const base = events.offsets[0]!;
  const found: { user: number; row: number; contacts: number }[] = [];
  const counts = { asked: 0, replied: 0, invalid: 0, repeated: 0 };
  for (let user = 0; user < events.users; ++user) {
    let chosen = -1;
    let isAsked = false;
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      if (asked?.[row - base] === 1) isAsked = true;
      if (mask[row - base] === 0 || !isInRange(events.time[row]!, scope.range)) continue;
      const score = scores[row]!;
      if (!(score >= 0 && score <= MOST)) ++counts.invalid;
      else {
        if (chosen >= 0) ++counts.repeated;
        if (chosen < 0 || params.answers === 'last') chosen = row;
      }
    }
    if (isAsked) ++counts.asked;
    if (isAsked && chosen >= 0) ++counts.replied;
    if (chosen < 0) continue;
    const at = events.time[chosen]!;
    let contacts = 0;
    for (
      let row = events.offsets[user]!;
      contact !== null && row < events.offsets[user + 1]!;
      ++row
    ) {
      const t = events.time[row]!;
      if (contact[row - base] === 1 && t <= at && t >= at - window) ++contacts;
    }
    found.push({ user, row: chosen, contacts });
  }
  return {
    users: events.users,
    user: Uint32Array.from(found, ({ user }) => user),
    // Halves count as the whole number below: 8.5 is no promoter.
    score: Uint8Array.from(found, ({ row }) => Math.floor(scores[row]!)),
    start: Float64Array.from(found, ({ row }) => days.start(params.period, events.time[row]!)),
    groups: {
      values: groups?.names ?? [''],
      codes: Int32Array.from(found, ({ row, user }) => groups?.codeOf(row, user) ?? 0),
    },
    contacts: Uint32Array.from(found, ({ contacts }) => contacts),
    ...counts,
  };
}

function isInRange(t: number, range: Input['scope']['range']): boolean {
  return range === null || (t >= range.from && t < range.to);
}

/** The answers of the users of both. */
export function merged(a: Answers, b: Answers): Answers {
  return {
    users: a.users + b.users,
    user: concat(shifted([a.user, b.user], [a.users, b.users])),
    score: concat([a.score, b.score]),
    start: concat([a.start, b.start]),
    groups: recoded([a.groups, b.groups]),
    contacts: concat([a.contacts, b.contacts]),
    asked: a.asked + b.asked,
    replied: a.replied + b.replied,
    invalid: a.invalid + b.invalid,
    repeated: a.repeated + b.repeated,
  };
}
