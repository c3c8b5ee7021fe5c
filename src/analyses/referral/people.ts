import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { textColumn } from '../../events/column-of';
import { asText } from '../../events/as-text';
import { eventMask } from '../../events/event-mask';
import type { EventIndex } from '../../events/event-index';
import type { Input } from '../analysis';
import { concat } from '../joined-arrays';
import type { ReferralParams } from './params';

/** What each user has to do with invitations, one entry a user. */
export interface People {
  /** 1 for users who were active in the dates. */
  readonly active: Uint8Array;
  /** Invitations sent in the dates. */
  readonly invites: Uint32Array;
  /** Time of the first invitation ever; NaN where there is none. */
  readonly firstInvite: Float64Array;
  /** Time of the signup; NaN where there is none in the dates. */
  readonly signup: Float64Array;
  /** 1 for those who signed up because somebody invited them. */
  readonly referred: Uint8Array;
  /** Activity in the time after the signup that is looked at; NaN where it has not passed. */
  readonly activity: Float64Array;
  /** The id of each user and of who invited them, where a column says so; null otherwise. */
  readonly links: Links | null;
}

/** Who is whom: positions in `ids`, and −1 for nobody. */
export interface Links {
  readonly own: readonly string[];
  readonly referrer: readonly (string | null)[];
}

/**
 * What the users of a block have to do with invitations.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `window-is-zero` where `to` is not after `from`
 */
export function peopleOf(input: Input, params: ReferralParams): People {
  const { events, scope } = input;
  requireSense(input, params);
  const mask = (filter: ReferralParams['invite'], path: string) =>
    eventMask(events, filter, scope.timezone, path);
  const invite = mask(params.invite, 'invite');
  const signup = mask(params.signup, 'signup');
  const invited = mask(
    { ...params.signup, where: { ...params.signup.where, ...params.referred } },
    'referred',
  );
  const activity = mask(params.activity, 'activity');
  const [from, to] = [durationMs(params.from), durationMs(params.to)];
  const base = events.offsets[0]!;
  const people = emptyPeople(events.users);
  const signupRows = new Int32Array(events.users).fill(-1);
  for (let user = 0; user < events.users; ++user) {
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      const [t, i] = [events.time[row]!, row - base];
      const isIn = scope.range === null || (t >= scope.range.from && t < scope.range.to);
      if (activity[i] === 1 && isIn) people.active[user] = 1;
      if (invite[i] === 1 && isIn) ++people.invites[user]!;
      if (invite[i] === 1 && Number.isNaN(people.firstInvite[user]!)) people.firstInvite[user] = t;
      if (signup[i] === 1 && signupRows[user] === -1) {
        signupRows[user] = row;
        if (isIn) people.signup[user] = t;
        if (isIn && invited[i] === 1) people.referred[user] = 1;
      }
    }
    const start = people.signup[user]!;
    if (!(start + to <= scope.completeThrough)) continue;
    let count = 0;
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      const age = events.time[row]! - start;
      if (activity[row - base] === 1 && age >= from && age < to) ++count;
    }
    people.activity[user] = count;
  }
  return { ...people, links: linksOf(events, params, signupRows) };
}

function requireSense({ events }: Input, { from, to }: ReferralParams): void {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'referral' }, { path: 'source' });
  }
  if (durationMs(from) < durationMs(to)) return;
  throw new Problem('window-is-zero', { found: `${from} to ${to}` }, { path: 'to' });
}

function emptyPeople(users: number): Omit<People, 'links'> {
  return {
    active: new Uint8Array(users),
    invites: new Uint32Array(users),
    firstInvite: new Float64Array(users).fill(NaN),
    signup: new Float64Array(users).fill(NaN),
    referred: new Uint8Array(users),
    activity: new Float64Array(users).fill(NaN),
  };
}

/** The column is read on the row of the signup, else it is the user's attribute. */
function linksOf(
  { users, ids, columns, attributes }: EventIndex,
  { referrer }: ReferralParams,
  signupRows: Int32Array,
): Links | null {
  if (referrer === undefined || ids === null) return null;
  const isAttribute = !columns.names.includes(referrer) && attributes.names.includes(referrer);
  const column = textColumn(isAttribute ? attributes : columns, referrer, 'referrer');
  const names = asText(ids);
  return {
    own: Array.from({ length: users }, (_, user) => names.values[names.codes[user]!] ?? ''),
    referrer: Array.from({ length: users }, (_, user) => {
      const at = isAttribute ? user : signupRows[user]!;
      return at < 0 ? null : (column.values[column.codes[at]!] ?? null);
    }),
  };
}

/** The users of both. */
export function merged(a: People, b: People): People {
  return {
    active: concat([a.active, b.active]),
    invites: concat([a.invites, b.invites]),
    firstInvite: concat([a.firstInvite, b.firstInvite]),
    signup: concat([a.signup, b.signup]),
    referred: concat([a.referred, b.referred]),
    activity: concat([a.activity, b.activity]),
    links:
      a.links && b.links
        ? {
            own: [...a.links.own, ...b.links.own],
            referrer: [...a.links.referrer, ...b.links.referrer],
          }
        : null,
  };
}
