import { Problem } from '../../base/problem';
import type { EventIndex } from '../../events/event-index';
import type { Input } from '../analysis';
import { type ValuedRows, valuedRows } from '../valued-rows';
import { type Climb, emptyClimb, follow } from './climb';
import { ladderOf } from './ladder';
import { type OrderCounts, orderCounter } from './order-counter';
import type { TiersParams } from './params';
import { type PeriodCounts, periodCounter } from './period-counter';
import { type StretchCounts, stretchCounter } from './stretch-counter';

const DAY = 86_400_000;

/** What is counted of a block of users; ranks as in `Ladder`. */
export interface TierCounts {
  readonly users: number;
  /** Rows that are added up, and those of them without a value, which add nothing. */
  readonly rows: number;
  readonly missing: number;
  /** Rows below 0, which lower the sum. */
  readonly negative: number;
  /** Of each user, days from the last event to the end of the data. */
  readonly ages: Float64Array;
  /** Users by rank at the end, and how many were ever there. */
  readonly now: Float64Array;
  readonly reached: Float64Array;
  readonly periods: PeriodCounts;
  readonly orders: OrderCounts;
  readonly stretches: StretchCounts;
}

/**
 * Counts a block of users, one walk over the rows that are added up.
 *
 * @throws {Problem} `needs-events`, `not-in-data`, `wrong-type`, `too-many-periods`, and what
 *   `ladderOf` finds
 */
export function tierCounts(input: Input, params: TiersParams): TierCounts {
  const { events, scope } = input;
  const ladder = ladderOf(params);
  const ranks = ladder.names.length;
  const periods = counterAt('period', () => periodCounter(input, params, ranks));
  const orders = orderCounter(scope, params, ladder);
  const stretches = stretchCounter(scope, earliest(events), ranks);
  const now = new Float64Array(ranks);
  const reached = new Float64Array(ranks);
  const ages = new Float64Array(events.users);
  let users = 0;
  let rows = 0;
  let negative = 0;
  const missing = eachClimb(input, params, (climb, user) => {
    const last = events.time[events.offsets[user + 1]! - 1]!;
    ages[users++] = (scope.completeThrough - last) / DAY;
    rows += climb.rows;
    for (let i = 0; i < climb.rows; ++i) if (climb.value[i]! < 0) ++negative;
    periods.add(climb);
    orders.add(climb);
    stretches.add(climb);
    ++now[climb.at[climb.stretches - 1]!]!;
    addReached(reached, climb);
  });
  return {
    ...{ users, rows, missing, negative, ages: ages.slice(0, users), now, reached },
    ...{ periods: periods.counts(), orders: orders.counts(), stretches: stretches.counts() },
  };
}

/**
 * Calls `visit` with the way of each user who has events, in order.
 *
 * @returns rows without a value
 */
export function eachClimb(
  input: Input,
  params: TiersParams,
  visit: (climb: Climb, user: number) => void,
): number {
  const { events, scope } = input;
  if (events.kind === 'units') {
    throw new Problem('needs-events', { name: 'tiers' }, { path: 'source' });
  }
  const ladder = ladderOf(params);
  const valued = valuedRows(input, params.measure, 'measure');
  const climb = emptyClimb(mostRows(events, valued));
  let missing = 0;
  for (let user = 0; user < events.users; ++user) {
    const first = events.offsets[user]!;
    if (first === events.offsets[user + 1]!) continue;
    missing += fill(climb, events, valued, user);
    follow(climb, ladder, events.time[first]!, scope.completeThrough);
    visit(climb, user);
  }
  return missing;
}

function mostRows({ users, offsets }: EventIndex, { mask }: ValuedRows): number {
  const base = offsets[0]!;
  let most = 0;
  for (let user = 0; user < users; ++user) {
    let rows = 0;
    for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) rows += mask[row - base]!;
    if (rows > most) most = rows;
  }
  return most;
}

/** Puts the rows of a user into `climb`. @returns those without a value */
function fill(
  climb: Climb,
  { offsets, time }: EventIndex,
  { mask, values }: ValuedRows,
  user: number,
): number {
  const base = offsets[0]!;
  let missing = 0;
  climb.rows = 0;
  for (let row = offsets[user]!; row < offsets[user + 1]!; ++row) {
    if (mask[row - base] === 0) continue;
    const value = values === null ? 1 : values[row]!;
    if (Number.isNaN(value)) ++missing;
    climb.time[climb.rows] = time[row]!;
    climb.value[climb.rows++] = Number.isNaN(value) ? 0 : value;
  }
  return missing;
}

/** A user who was in a rank twice was there once. */
function addReached(reached: Float64Array, { at, stretches }: Climb): void {
  let seen = 0;
  for (let i = 0; i < stretches; ++i) seen |= 1 << at[i]!;
  for (let rank = 0; rank < reached.length; ++rank) if (seen & (1 << rank)) ++reached[rank]!;
}

const firsts = new WeakMap<Float64Array, number>();

/** Time of the earliest row of the index, whichever block of it is asked about. */
function earliest({ time }: EventIndex): number {
  const known = firsts.get(time);
  if (known !== undefined) return known;
  let first = Infinity;
  for (let row = 0; row < time.length; ++row) if (time[row]! < first) first = time[row]!;
  firsts.set(time, first);
  return first;
}

function counterAt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Problem ? error.within({ path }) : error;
  }
}
