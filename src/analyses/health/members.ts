import { parsePath } from '../../notebook/path';
import type { Input, MemberFact } from '../analysis';
import { type Judged, judged, reasonsOf } from './judged';
import { BANDS } from './bands';
import type { HealthParams } from './params';
import { type Snapshots, snapshotsOf } from './snapshots';
import { groupOf } from './winback';

interface Looked {
  readonly key: string;
  readonly snapshots: Snapshots;
  readonly found: Judged;
}

/** The last look at each index: a list is asked for page by page. */
const looks = new WeakMap<Input['events'], Looked>();

function lookAt(input: Input, params: HealthParams): Looked {
  const key = JSON.stringify([params, input.scope]);
  const last = looks.get(input.events);
  if (last?.key === key) return last;
  const snapshots = snapshotsOf(input, params);
  const look = { key, snapshots, found: judged(snapshots, params) };
  looks.set(input.events, look);
  return look;
}

/**
 * The users of the win-back list, the most at stake first (`winback.users`), of one of its groups
 * (`winback.groups.contact`), or of a band (`bands.healthy`), in the order of the data.
 */
export function members(input: Input, params: HealthParams, path: string): Uint32Array {
  const [part, ...rest] = parsePath(path);
  const { snapshots, found } = lookAt(input, params);
  if (part === 'bands') {
    const band = nameAt(rest[0], BANDS);
    const all = Array.from(snapshots.now.counts.keys());
    return Uint32Array.from(all.filter((user) => found.bandAt(user) === band));
  }
  if (part !== 'winback') return new Uint32Array(0);
  const [field, group] = rest;
  if (field === undefined || field === 'users' || field === 'atStake') return found.list;
  if (field === 'low') return found.list.filter(found.isLow);
  if (field === 'fallen') return found.list.filter(found.hasFallen);
  if (field !== 'groups') return new Uint32Array(0);
  const name = nameAt(group, ['contact', 'holdout']);
  return found.list.filter((user) => groupOf(snapshots, user, params) === name);
}

/** An element of a list in a path: by its name or by its position. */
function nameAt(step: string | number | undefined, names: readonly string[]): string | undefined {
  return typeof step === 'number' ? names[step] : step;
}

/** What the exported list says of each user beside the id. */
export function memberFacts(
  input: Input,
  params: HealthParams,
  users: Uint32Array,
): readonly MemberFact[] {
  const { snapshots, found } = lookAt(input, params);
  const each = (key: string, value: (user: number) => string | number | null): MemberFact => {
    return { key, values: Array.from(users, value) };
  };
  const rounded = (value: number, digits: number) =>
    Number.isNaN(value) ? null : Number(value.toFixed(digits));
  const { now, before } = found;
  return [
    each('index', (user) => rounded(now.index[user]!, 1)),
    each('change', (user) => rounded(now.index[user]! - before.index[user]!, 1)),
    each('band', (user) => found.bandAt(user)),
    each('reasons', (user) =>
      reasonsOf(found, user)
        .map((d) => params.dimensions[d]!.name)
        .join('; '),
    ),
    each('valueAtStake', (user) => rounded(found.atStake(user), 2)),
    each('group', (user) => groupOf(snapshots, user, params)),
  ];
}
