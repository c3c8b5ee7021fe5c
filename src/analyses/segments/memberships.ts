import { durationMs } from '../../base/duration';
import { lowerBound } from '../../base/lower-bound';
import { nearest } from '../../base/nearest';
import { Problem } from '../../base/problem';
import { bucketsOf } from '../../events/buckets';
import { calendar } from '../../events/calendar';
import { amountColumn } from '../../events/column-of';
import { eventMask } from '../../events/event-mask';
import { type SegmentAt, segmentAt } from '../../events/segment-mask';
import type { Input } from '../analysis';
import { concat } from '../joined-arrays';
import { type Traits, joinedTraits, traitCounter } from '../traits';
import type { MeasuredMetric, SegmentsParams } from './params';

/** Periods beyond which sizes over time are not counted. */
const MOST_PERIODS = 400;

/** Who is in which segment, and how many were at the end of each period. */
export interface Memberships {
  /** Ends of the periods: period `i` is `[edges[i], edges[i + 1])`. */
  readonly edges: Float64Array;
  /** Users with a row before each edge. */
  readonly present: Float64Array;
  /** By segment: users in it at each edge, and those who came and went since the one before. */
  readonly sizes: readonly Sizes[];
  /** By segment: 1 for each user in it when the data end. */
  readonly now: readonly Uint8Array[];
  /** 1 for each user with a row before the data end. */
  readonly here: Uint8Array;
  readonly metrics: readonly MeasuredUsers[];
  readonly portrait: Traits;
}

interface Sizes {
  readonly users: Float64Array;
  readonly entered: Float64Array;
  readonly left: Float64Array;
}

/** What users did in the window at the end of the data, and who was in which segment before it. */
export interface MeasuredUsers {
  /** By user; NaN for users who were not there yet. */
  readonly values: Float64Array;
  /** By segment, 1 for users in it when the window began. */
  readonly before: readonly Uint8Array[];
}

/**
 * Looks at the users of a block at the end of every period.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `too-many-periods`, and what is wrong with a rule
 */
export function membershipsOf(input: Input, params: SegmentsParams): Memberships {
  const { events, scope } = input;
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'segments' }, { path: 'source' });
  }
  const segments = params.segments.map((name, i) => named(input, name, `segments[${i}]`));
  const all = bucketsOf(events, scope, params.period).edges;
  const edges = all.filter((edge) => edge <= scope.completeThrough);
  if (edges.length > MOST_PERIODS) {
    const { date } = calendar(scope.timezone, scope.weekStart);
    const [from, to] = [date(edges[0]!), date(edges.at(-1)! - 1)];
    const args = { period: params.period, from, to, most: MOST_PERIODS };
    throw new Problem('too-many-periods', args, { path: 'period' });
  }
  const end = scope.completeThrough;
  const sizes = segments.map((at) => sizesOf(edges, at));
  const now = segments.map((at) => at(end));
  const before = new Map<number, readonly Uint8Array[]>();
  const membersBefore = (from: number): readonly Uint8Array[] => {
    const masks = before.get(from) ?? segments.map((at) => at(from));
    before.set(from, masks);
    return masks;
  };
  return {
    edges,
    present: presentBefore(input, edges),
    sizes,
    now,
    here: presentAt(input, end),
    metrics: params.metrics.map((metric, i) =>
      measuredUsers(input, metric, membersBefore, `metrics[${i}]`),
    ),
    portrait: portraitOf(input, params, now[portraitPlace(params)]!),
  };
}

/** Which segment is portrayed: the first one, unless said. @throws {Problem} `not-in-data` */
export function portraitPlace({ portrait, segments }: SegmentsParams): number {
  if (portrait === undefined) return 0;
  const place = segments.indexOf(portrait);
  if (place >= 0) return place;
  const near = nearest(portrait, segments);
  const args = { what: 'segment', name: portrait, known: segments, near };
  throw new Problem('not-in-data', args, { path: 'portrait' });
}

function named({ events, segments }: Input, name: string, path: string): SegmentAt {
  const found = segments?.get(name);
  if (found) return segmentAt(events, found.params, found.timezone);
  const known = [...(segments?.keys() ?? [])];
  throw new Problem('no-such-cell', { name, known, near: nearest(name, known) }, { path });
}

function sizesOf(edges: Float64Array, at: SegmentAt): Sizes {
  const list = () => new Float64Array(edges.length);
  const sizes = { users: list(), entered: list(), left: list() };
  let before: Uint8Array | null = null;
  for (const [i, edge] of edges.entries()) {
    const now = at(edge);
    const moved = moves(before ?? new Uint8Array(now.length), now);
    sizes.users[i] = moved.users;
    sizes.entered[i] = moved.entered;
    sizes.left[i] = moved.left;
    before = now;
  }
  return sizes;
}

/** Users in the segment now, those who were not before, and those who are no more. */
function moves(before: Uint8Array, now: Uint8Array) {
  let users = 0;
  let entered = 0;
  let left = 0;
  for (let user = 0; user < now.length; ++user) {
    users += now[user]!;
    entered += now[user]! & (1 - before[user]!);
    left += before[user]! & (1 - now[user]!);
  }
  return { users, entered, left };
}

/** Users with a row before each edge. */
function presentBefore({ events: { users, offsets, time } }: Input, edges: Float64Array) {
  const present = new Float64Array(edges.length);
  for (let user = 0; user < users; ++user) {
    const row = offsets[user]!;
    if (row === offsets[user + 1]!) continue;
    const first = lowerBound(edges, time[row]!);
    // An edge at the very time of the first row has nobody before it.
    const edge = edges[first] === time[row] ? first + 1 : first;
    if (edge < edges.length) ++present[edge]!;
  }
  for (let edge = 1; edge < edges.length; ++edge) present[edge]! += present[edge - 1]!;
  return present;
}

function presentAt({ events: { users, offsets, time } }: Input, at: number): Uint8Array {
  const here = new Uint8Array(users);
  for (let user = 0; user < users; ++user) {
    const first = offsets[user]!;
    if (first < offsets[user + 1]! && time[first]! < at) here[user] = 1;
  }
  return here;
}

/** What each user did in the window; segments are those of its beginning, so that nothing of it made them. */
function measuredUsers(
  input: Input,
  { event, where, value, window }: MeasuredMetric,
  membersBefore: (from: number) => readonly Uint8Array[],
  path: string,
): MeasuredUsers {
  const { events, scope } = input;
  const ms = durationMs(window);
  if (ms === 0) throw new Problem('window-is-zero', { found: window }, { path: `${path}.window` });
  const from = scope.completeThrough - ms;
  const base = events.offsets[0]!;
  const mask = eventMask(events, { event, where }, scope.timezone, path);
  const amounts = value === undefined ? null : amountColumn(events.columns, value, `${path}.value`);
  const here = presentAt(input, from);
  const values = new Float64Array(events.users).fill(NaN);
  for (let user = 0; user < events.users; ++user) {
    if (here[user] === 0) continue;
    let sum = 0;
    for (let row = events.offsets[user + 1]! - 1; row >= events.offsets[user]!; --row) {
      if (events.time[row]! < from) break;
      if (mask[row - base] === 0) continue;
      if (amounts === null) sum = 1;
      else if (!Number.isNaN(amounts[row]!)) sum += amounts[row]!;
    }
    values[user] = sum;
  }
  return { values, before: membersBefore(from) };
}

/** What those in the segment did lately and are, against the others. */
function portraitOf(
  input: Input,
  { lookback, segments }: SegmentsParams,
  isIn: Uint8Array,
): Traits {
  const { events, roles, scope, identifiers } = input;
  const named = [roles.user, roles.time, roles.event].filter((name) => name !== undefined);
  // Segments are attributes, too: that they hold their users says nothing.
  const counter = traitCounter(events, [...named, ...identifiers, ...segments]);
  const to = scope.completeThrough;
  const from = to - durationMs(lookback);
  for (let user = 0; user < events.users; ++user) {
    const row = events.offsets[user + 1]! - 1;
    if (row < events.offsets[user]!) continue;
    counter.add({ side: isIn[user] === 1 ? 0 : 1, user, row, from, to });
  }
  return counter.traits();
}

/** The users of both. */
export function joinedMemberships(a: Memberships, b: Memberships): Memberships {
  return {
    edges: a.edges,
    present: sum(a.present, b.present),
    sizes: a.sizes.map((sizes, i) => ({
      users: sum(sizes.users, b.sizes[i]!.users),
      entered: sum(sizes.entered, b.sizes[i]!.entered),
      left: sum(sizes.left, b.sizes[i]!.left),
    })),
    now: a.now.map((mask, i) => concat([mask, b.now[i]!])),
    here: concat([a.here, b.here]),
    metrics: a.metrics.map((metric, i) => ({
      values: concat([metric.values, b.metrics[i]!.values]),
      before: metric.before.map((mask, s) => concat([mask, b.metrics[i]!.before[s]!])),
    })),
    portrait: joinedTraits([a.portrait, b.portrait]),
  };
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]!);
}
