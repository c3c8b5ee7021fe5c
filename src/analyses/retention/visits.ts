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
  const count = starts.user.length;
  const known = new Int32Array(count);
  const last = new Int32Array(count);
  const ends = new Uint32Array(count);
  const column: number[] = [];
  const amount: number[] = [];
  const dataEnd = clock.position(end);
  const runs = roomForRuns(events);
  const slots = slotsFor(spans);
  let missing = 0;

  for (let from = 0; from < count;) {
    const user = starts.user[from]!;
    let to = from + 1;
    while (to < count && starts.user[to] === user) ++to;
    readRuns(runs, events, returns, clock, user, starts.row.subarray(from, to));
    missing += runs.missing;
    for (let i = from; i < to; ++i) {
      const origin = clock.position(events.time[starts.row[i]!]!);
      const first = runs.firstOf[i - from]!;
      known[i] = periodsBetween(origin, dataEnd, clock);
      if (first < runs.count) {
        last[i] = periodsBetween(origin, runs.position[runs.count - 1]!, clock);
      }
      fillSlots(slots, runs, first, origin, clock);
      addColumns(column, amount, slots, spans, params);
      ends[i] = column.length;
    }
    from = to;
  }
  return {
    known,
    last,
    ends,
    column: new Uint32Array(column),
    amount: returns.values === null ? null : new Float64Array(amount),
    missing,
  };
}

/** Returns and amounts by period after a start; the last slot holds all beyond. */
interface Slots {
  readonly returns: Float64Array;
  readonly amount: Float64Array;
}

function slotsFor(spans: readonly Span[]): Slots {
  const size = 1 + Math.max(...spans.map(({ from, to }) => (to === Infinity ? from + 1 : to)));
  return { returns: new Float64Array(size), amount: new Float64Array(size) };
}

function fillSlots(slots: Slots, runs: Runs, first: number, origin: number, clock: Clock): void {
  const { returns, amount } = slots;
  returns.fill(0);
  amount.fill(0);
  const beyond = returns.length - 1;
  for (let run = first; run < runs.count; ++run) {
    const slot = Math.min(beyond, periodsBetween(origin, runs.position[run]!, clock));
    returns[slot]! += runs.returns[run]!;
    amount[slot]! += runs.amount[run]!;
  }
}

function addColumns(
  column: number[],
  amount: number[],
  slots: Slots,
  spans: readonly Span[],
  params: RetentionParams,
): void {
  const { mode, minimum, value } = params;
  const size = slots.returns.length;
  let isUnbroken = true;
  for (let s = 0; s < spans.length; ++s) {
    const { from, to } = spans[s]!;
    let returns = 0;
    let sum = 0;
    for (let slot = from; slot < to && slot < size; ++slot) {
      returns += slots.returns[slot]!;
      sum += slots.amount[slot]!;
    }
    isUnbroken &&= mode !== 'streak' || returns >= minimum;
    const isThere = returns >= minimum && isUnbroken;
    if (!isThere && !isStartSpan(spans[s]!, params)) continue;
    column.push(s);
    if (value !== undefined) amount.push(sum);
  }
}
