import { Problem } from '../../base/problem';
import { type Judged, reasonsOf } from './judged';
import type { HealthParams } from './params';
import type { NoWinback, Winback, WinbackGroup } from './result';
import type { Snapshots } from './snapshots';

/** The group of a user on the list: drawn by the user's id and the seed alone. */
export function groupOf({ draw }: Snapshots, user: number, { holdout }: HealthParams) {
  return draw[user]! < holdout ? 'holdout' : 'contact';
}

/** The list in numbers; withheld while the index is not shown to foretell who leaves. */
export function winbackOf(
  snapshots: Snapshots,
  found: Judged,
  params: HealthParams,
): Winback | NoWinback {
  const { test, list, isLow, hasFallen, atStake } = found;
  const { validation } = test;
  if (validation.state === 'unknown') return { users: null, problem: validation.problem };
  if (!test.mayList) {
    const { estimate, low, high } = validation.auc;
    return {
      users: null,
      problem: new Problem('index-says-nothing', { estimate, low, high }).toJSON(),
    };
  }
  const users = Array.from(list);
  const stake = (of: readonly number[]) =>
    params.value === undefined ? null : of.reduce((sum, user) => sum + atStake(user), 0);
  const unpriced =
    params.value === undefined
      ? { problem: new Problem('value-not-given', {}, { path: 'value' }).toJSON() }
      : {};
  const group = (name: WinbackGroup['name'], planned: number): WinbackGroup => {
    const own = users.filter((user) => groupOf(snapshots, user, params) === name);
    return { name, planned, users: own.length, atStake: stake(own), ...unpriced };
  };
  return {
    users: users.length,
    low: users.filter(isLow).length,
    fallen: users.filter(hasFallen).length,
    atStake: stake(users),
    seed: params.seed,
    groups: [group('contact', 1 - params.holdout), group('holdout', params.holdout)],
    reasons: reasonCounts(found, users, params),
    ...unpriced,
  };
}

function reasonCounts(
  found: Judged,
  users: readonly number[],
  { dimensions }: HealthParams,
): Winback['reasons'] {
  const counts = dimensions.map(() => 0);
  for (const user of users) for (const d of reasonsOf(found, user)) ++counts[d]!;
  const of = users.length;
  return dimensions
    .map(({ name }, d) => ({ name, users: counts[d]!, of, share: of > 0 ? counts[d]! / of : 0 }))
    .filter((reason) => reason.users > 0)
    .sort((a, b) => b.users - a.users);
}
