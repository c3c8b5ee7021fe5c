import { asText } from '../../events/as-text';
import { bucketsOf } from '../../events/buckets';
import type { Columns, EventIndex } from '../../events/event-index';
import type { Input, Scope } from '../analysis';
import type { Amounts } from './amounts';

/** What is known of each of those who count, one entry each: who is compared with whom is known only later. */
export interface Profiles {
  readonly events: readonly DoneEvent[];
  readonly texts: readonly ProfileText[];
  readonly numbers: readonly ProfileNumber[];
}

export interface DoneEvent {
  readonly value: string;
  /** 1 where the user did it at least once. */
  readonly did: Uint8Array;
}

export interface ProfileText {
  readonly column: string;
  readonly values: readonly string[];
  /** −1 where it is not known. */
  readonly codes: Int32Array;
}

export interface ProfileNumber {
  readonly column: string;
  /** NaN where it is not known. */
  readonly values: Float64Array;
}

/** Numbers of our own making: rows that were added up, what one came to, days with any event. */
export const TIMES = '$times';
export const EACH = '$each';
export const DAYS = '$days';

/** Columns with more values than this name users or things, not kinds. */
const MOST_VALUES = 1_000;
/** With more events than this their names are no kinds either. */
const MOST_EVENTS = 200;

/**
 * The events that each user did, the first value known of them in each column, how often they did
 * what is measured, what it came to at a time, and on how many days they did anything.
 *
 * @param ignored  columns that say nothing about a user: those of user, time and event, and what is measured
 */
export function profilesOf(
  { events, scope }: Input,
  amounts: Amounts,
  ignored: readonly string[],
): Profiles {
  const { user } = amounts;
  const one = Uint32Array.from({ length: events.users + 1 }, (_, i) => i);
  const known = [
    ...profileColumns(events.columns, user, ignored, events.offsets),
    ...profileColumns(events.attributes, user, ignored, one),
  ];
  const made = events.kind === 'units' ? [] : madeNumbers(events, scope, amounts);
  return {
    events: events.kind === 'units' ? [] : doneEvents(events, user),
    texts: known.filter((each): each is ProfileText => 'codes' in each),
    numbers: [...made, ...known.filter((each): each is ProfileNumber => !('codes' in each))],
  };
}

/**
 * The first value of each user in each column.
 *
 * @param bounds  the entries of user `u` are `[bounds[u], bounds[u + 1])`
 */
function profileColumns(
  columns: Columns,
  user: Uint32Array,
  ignored: readonly string[],
  bounds: Uint32Array,
): (ProfileText | ProfileNumber)[] {
  const names = columns.names.filter((name) => !ignored.includes(name) && !name.startsWith('$'));
  return names.flatMap((column): (ProfileText | ProfileNumber)[] => {
    const found = columns.get(column)!;
    if (found.kind === 'time') return [];
    if (found.kind === 'number') {
      return [{ column, values: firstNumbers(found.values, user, bounds) }];
    }
    const { values, codes } = asText(found);
    if (values.length > MOST_VALUES) return [];
    return [{ column, values, codes: firstCodes(codes, user, bounds) }];
  });
}

function firstNumbers(values: Float64Array, user: Uint32Array, bounds: Uint32Array): Float64Array {
  const first = new Float64Array(user.length).fill(NaN);
  for (let i = 0; i < user.length; ++i) {
    for (let at = bounds[user[i]!]!; at < bounds[user[i]! + 1]!; ++at) {
      if (Number.isNaN(values[at]!)) continue;
      first[i] = values[at]!;
      break;
    }
  }
  return first;
}

function firstCodes(codes: Int32Array, user: Uint32Array, bounds: Uint32Array): Int32Array {
  const first = new Int32Array(user.length).fill(-1);
  for (let i = 0; i < user.length; ++i) {
    for (let at = bounds[user[i]!]!; at < bounds[user[i]! + 1]!; ++at) {
      if (codes[at]! < 0) continue;
      first[i] = codes[at]!;
      break;
    }
  }
  return first;
}

function doneEvents({ event, offsets }: EventIndex, user: Uint32Array): DoneEvent[] {
  if (event.values.length > MOST_EVENTS) return [];
  const did = event.values.map(() => new Uint8Array(user.length));
  for (let i = 0; i < user.length; ++i) {
    for (let row = offsets[user[i]!]!; row < offsets[user[i]! + 1]!; ++row) {
      const code = event.codes[row]!;
      if (code >= 0) did[code]![i] = 1;
    }
  }
  return event.values.map((value, code) => ({ value, did: did[code]! }));
}

function madeNumbers(
  events: EventIndex,
  scope: Scope,
  { user, amount, times }: Amounts,
): ProfileNumber[] {
  const days = bucketsOf(events, scope, 'day');
  const active = new Float64Array(user.length);
  for (let i = 0; i < user.length; ++i) {
    let last = -1;
    for (let row = events.offsets[user[i]!]!; row < events.offsets[user[i]! + 1]!; ++row) {
      const day = days.of(events.time[row]!);
      if (day !== last) ++active[i]!;
      last = day;
    }
  }
  return [
    { column: TIMES, values: times },
    { column: EACH, values: amount.map((sum, i) => (times[i]! > 0 ? sum / times[i]! : NaN)) },
    { column: DAYS, values: active },
  ];
}
