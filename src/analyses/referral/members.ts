import { parsePath } from '../../notebook/path';
import type { Input } from '../analysis';
import { inviterOf } from './infer';
import type { ReferralParams } from './params';
import { type People, peopleOf } from './people';

/**
 * The users behind a number: `users`, `invitations` (who sent any), `accepted` (who came through one),
 * `linked.users` (their inviters), `groups.referred`, `groups.others.returned`. Ascending; empty where
 * no users stand behind the path.
 */
export function members(input: Input, params: ReferralParams, path: string): Uint32Array {
  const people = peopleOf(input, params);
  const test = testAt(people, parsePath(path));
  const found: number[] = [];
  for (let user = 0; user < input.events.users; ++user) if (test(user)) found.push(user);
  return Uint32Array.from(found);
}

function testAt(
  people: People,
  [list, at, field]: readonly (string | number)[],
): (user: number) => boolean {
  const { active, invites, referred, signup, activity } = people;
  if (list === 'users') return (user) => active[user] === 1;
  if (list === 'invitations') return (user) => invites[user]! > 0;
  if (list === 'accepted' || list === 'k') return (user) => referred[user] === 1;
  if (list === 'linked') {
    const inviters = new Set(inviterOf(people.links, referred));
    return (user) => inviters.has(user);
  }
  const isThis = at === 'referred' || at === 0 ? 1 : 0;
  if (list !== 'groups') return () => false;
  return (user) => {
    if (Number.isNaN(signup[user]!) || referred[user] !== isThis) return false;
    if (field === undefined || field === 'users') return true;
    return field === 'matured' ? !Number.isNaN(activity[user]!) : activity[user]! > 0;
  };
}
