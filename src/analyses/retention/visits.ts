import type { EventIndex } from '../../events/event-index';
import { type Clock, periodsBetween } from './clock';
import type { RetentionParams } from './params';
import { type Returns, type Runs, readRuns, roomForRuns } from './runs';
import { type Span, isStartSpan } from './spans';
import type { Starts } from './starts';

/** What came after each start. */
export interface Visits {
  /** Periods that were over when the data ended, the starting one included; not even that one where 0 or less. */
  readonly known: Int32Array;
  /** The last period with a return, whatever the columns ask; 0 for none after the starting one. */
  readonly last: Int32Array;
  /** The columns in which the user returned: those of start `i` end before `ends[i]`. */
  readonly ends: Uint32Array;
  /** Positions of these columns, ascending for each start; those not known yet are among them. */
  readonly column: Uint32Array;
  /** What was summed in each; null where users are counted. */
  readonly amount: Float64Array | null;
  /** Returns without an amount: they add 0. */
  readonly missing: number;
}

/** How returns are counted. */
export interface Counting {
  readonly returns: Returns;
  readonly clock: Clock;
  readonly spans: readonly Span[];
  readonly params: RetentionParams;
  /** Where the data end, epoch ms. */
  readonly end: number;
}

/** Follows every start through the user's returns, from the start's own time on. */
export function visitsOf(
  events: EventIndex,
  starts: Starts,
  { returns, clock, spans, params, end }: Counting,
): Visits {
  const { user, row } = starts;
  const count = user.length;
  const known = new Int32Array(count);
  const last = new Int32Array(count);
  const ends = new Uint32Array(count);
  const found = noColumns(count);
  const dataEnd = clock.position(end);
  const runs = roomForRuns(events);
  const slots = slotsFor(spans, params);
  let missing = 0;

  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && user[to] === user[from]) ++to;
    readRuns(runs, events, returns, clock, user[from]!, { row, from, to });
    missing += runs.missing;
    for (let i = from; i < to; ++i) {
      const origin = clock.position(events.time[row[i]!]!);
      const first = runs.firstOf[i - from]!;
      known[i] = periodsBetween(origin, dataEnd, clock);
      if (first < runs.count) {
        last[i] = periodsBetween(origin, runs.position[runs.count - 1]!, clock);
      }
      fillSlots(slots, runs, first, origin, clock);
      addColumns(found, slots, params);
      ends[i] = found.count;
    }
    from = to;
  }
  return {
    known,
    last,
    ends,
    column: found.column.slice(0, found.count),
    amount: returns.values === null ? null : found.amount.slice(0, found.count),
    missing,
  };
}

/** Columns as they are found, with room for more. */
interface Found {
  count: number;
  column: Uint32Array;
  amount: Float64Array;
}

function noColumns(room: number): Found {
  return { count: 0, column: new Uint32Array(room), amount: new Float64Array(room) };
}

function add(found: Found, column: number, amount: number): void {
  if (found.count === found.column.length) {
    const { column: columns, amount: amounts } = found;
    const room = 2 * columns.length + 16;
    found.column = new Uint32Array(room);
    found.column.set(columns);
    found.amount = new Float64Array(room);
    found.amount.set(amounts);
  }
  found.column[found.count] = column;
  found.amount[found.count++] = amount;
}

/** Returns and amounts by period after a start, and which of them each column takes. */
interface Slots {
  readonly returns: Float64Array;
  readonly amount: Float64Array;
  /** The last slot holds all beyond; without unlimited columns nothing asks for it. */
  readonly isOpen: boolean;
  /** By column `[from, to)`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** 1 for the column that everybody is in. */
  readonly isStart: Uint8Array;
}

function slotsFor(spans: readonly Span[], params: RetentionParams): Slots {
  const isOpen = spans.some(({ to }) => to === Infinity);
  const size = 1 + Math.max(...spans.map(({ from, to }) => (to === Infinity ? from + 1 : to)));
  return {
    returns: new Float64Array(size),
    amount: new Float64Array(size),
    isOpen,
    from: Uint32Array.from(spans, ({ from }) => from),
    to: Uint32Array.from(spans, ({ to }) => Math.min(to, size)),
    isStart: Uint8Array.from(spans, (span) => Number(isStartSpan(span, params))),
  };
}

function fillSlots(slots: Slots, runs: Runs, first: number, origin: number, clock: Clock): void {
  const { returns, amount, isOpen } = slots;
  returns.fill(0);
  amount.fill(0);
  const beyond = returns.length - 1;
  for (let run = first; run < runs.count; ++run) {
    const slot = Math.min(beyond, periodsBetween(origin, runs.position[run]!, clock));
    if (slot === beyond && !isOpen) break;
    returns[slot]! += runs.returns[run]!;
    amount[slot]! += runs.amount[run]!;
  }
}

function addColumns(found: Found, slots: Slots, { mode, minimum }: RetentionParams): void {
  const { returns, amount, from, to, isStart } = slots;
  const isStreak = mode === 'streak';
  let isUnbroken = true;
  for (let s = 0; s < from.length; ++s) {
    let count = 0;
    let sum = 0;
    for (let slot = from[s]!; slot < to[s]!; ++slot) {
      count += returns[slot]!;
      sum += amount[slot]!;
    }
    if (isStreak) isUnbroken &&= count >= minimum;
    if ((count >= minimum && isUnbroken) || isStart[s] === 1) add(found, s, sum);
  }
}
