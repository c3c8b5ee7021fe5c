import { durationMs } from '../../base/duration';
import { Problem } from '../../base/problem';
import { eventMask } from '../../events/event-mask';
import type { Input } from '../analysis';
import { type Breakdown, breakdownBy } from '../breakdown';
import { concat, recoded, shifted } from '../joined-arrays';
import type { AffinityParams } from './params';

/** What users engaged with. */
export interface Engagements {
  readonly users: number;
  /** One entry for each user, group and content with any: how many events. By user. */
  readonly user: Uint32Array;
  readonly groups: Coded;
  readonly contents: Coded;
  readonly events: Uint32Array;
  /** One entry for each user whose time after their first engagement has passed. */
  readonly firsts: Coded;
  /** Whether they came back. */
  readonly returned: Uint8Array;
  /** Users whose time has not passed. */
  readonly open: number;
  /** Events without a content. */
  readonly without: number;
}

interface Coded {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

const NONE = '(none)';

/**
 * What the users of a block engaged with.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `window-is-zero` where `to` is not after `from`
 */
export function engagementsOf(input: Input, params: AffinityParams): Engagements {
  const { events, scope } = input;
  requireSense(input, params);
  const engage = eventMask(events, params.engage, scope.timezone, 'engage');
  const back = eventMask(events, params.return, scope.timezone, 'return');
  const contents = breakdownBy(events, params.content, 'content');
  const groups = breakdownBy(events, params.breakdown, 'breakdown');
  const [from, to] = [durationMs(params.from), durationMs(params.to)];
  const none = contents.names.indexOf(NONE);
  const base = events.offsets[0]!;
  const lists = { user: [], group: [], content: [], events: [], first: [], returned: [] } as {
    readonly [K in 'user' | 'group' | 'content' | 'events' | 'first' | 'returned']: number[];
  };
  let [open, without] = [0, 0];
  for (let user = 0; user < events.users; ++user) {
    const own = new Map<number, number>();
    let first = -1;
    for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
      const t = events.time[row]!;
      const isIn = scope.range === null || (t >= scope.range.from && t < scope.range.to);
      if (engage[row - base] === 0 || !isIn) continue;
      const content = contents.codeOf(row, user);
      if (content === none) {
        ++without;
        continue;
      }
      if (first < 0) first = row;
      const key = groups.codeOf(row, user) * contents.names.length + content;
      own.set(key, (own.get(key) ?? 0) + 1);
    }
    for (const [key, count] of own) {
      lists.user.push(user);
      lists.group.push(Math.floor(key / contents.names.length));
      lists.content.push(key % contents.names.length);
      lists.events.push(count);
    }
    if (first < 0) continue;
    const start = events.time[first]!;
    if (start + to > scope.completeThrough) ++open;
    else {
      lists.first.push(contents.codeOf(first, user));
      lists.returned.push(returns(input, back, user, start + from, start + to));
    }
  }
  return {
    users: events.users,
    user: Uint32Array.from(lists.user),
    groups: coded(groups, lists.group),
    contents: coded(contents, lists.content),
    events: Uint32Array.from(lists.events),
    firsts: coded(contents, lists.first),
    returned: Uint8Array.from(lists.returned),
    ...{ open, without },
  };
}

function requireSense({ events }: Input, { from, to }: AffinityParams): void {
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'affinity' }, { path: 'source' });
  }
  if (durationMs(from) < durationMs(to)) return;
  throw new Problem('window-is-zero', { found: `${from} to ${to}` }, { path: 'to' });
}

/** 1 when a marked row lies in [from, to). */
function returns({ events }: Input, mask: Uint8Array, user: number, from: number, to: number) {
  const base = events.offsets[0]!;
  for (let row = events.offsets[user]!; row < events.offsets[user + 1]!; ++row) {
    const t = events.time[row]!;
    if (mask[row - base] === 1 && t >= from && t < to) return 1;
  }
  return 0;
}

function coded({ names }: Breakdown, codes: readonly number[]): Coded {
  return { values: names, codes: Int32Array.from(codes) };
}

/** What the users of both engaged with. */
export function merged(a: Engagements, b: Engagements): Engagements {
  return {
    users: a.users + b.users,
    user: concat(shifted([a.user, b.user], [a.users, b.users])),
    groups: recoded([a.groups, b.groups]),
    contents: recoded([a.contents, b.contents]),
    events: concat([a.events, b.events]),
    firsts: recoded([a.firsts, b.firsts]),
    returned: concat([a.returned, b.returned]),
    open: a.open + b.open,
    without: a.without + b.without,
  };
}
