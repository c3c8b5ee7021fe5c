import type { TextColumn } from '../data/dataset';
import type { Columns, EventIndex } from './event-index';
import { kept } from './permuted-columns';

/** The pseudo-column of sessions: each row's session, counted from 1 within its user. */
export const SESSION = '$session';

/** What is known of the session in rows `[from, to)`. */
type Measure = (index: EventIndex, from: number, to: number) => number;

const NUMBERS: ReadonlyMap<string, Measure> = new Map([
  ['$sessionEvents', (_: EventIndex, from: number, to: number) => to - from],
  ['$sessionMs', ({ time }: EventIndex, from: number, to: number) => time[to - 1]! - time[from]!],
]);

/** The row whose event it is. */
const EVENTS: ReadonlyMap<string, Measure> = new Map([
  ['$sessionFirst', (_: EventIndex, from: number) => from],
  ['$sessionLast', (_: EventIndex, _from: number, to: number) => to - 1],
]);

/**
 * The columns of `index` and, by name only, the pseudo-columns of its sessions: `$session`,
 * `$sessionEvents` (how many), `$sessionMs` (from the first to the last), `$sessionFirst` and
 * `$sessionLast` (names of events). Rows in no session have no values.
 *
 * @param numbers  gives the number of each row's session, NaN for none; asked once
 */
export function sessionColumns(index: EventIndex, numbers: () => Float64Array): Columns {
  let known: Float64Array | undefined;
  const session = (): Float64Array => (known ??= numbers());
  return kept(index.columns.names, (name) => {
    if (name === SESSION) return { kind: 'number', values: session() };
    const number = NUMBERS.get(name);
    if (number) return { kind: 'number', values: measured(index, session(), number) };
    const event = EVENTS.get(name);
    return event ? named(index, session(), event) : index.columns.get(name);
  });
}

function measured(index: EventIndex, numbers: Float64Array, measure: Measure): Float64Array {
  const values = new Float64Array(numbers.length).fill(NaN);
  eachSession(index, numbers, (from, to) => values.fill(measure(index, from, to), from, to));
  return values;
}

function named(index: EventIndex, numbers: Float64Array, rowOf: Measure): TextColumn {
  const { values, codes: events } = index.event;
  const codes = new Int32Array(numbers.length).fill(-1);
  eachSession(index, numbers, (from, to) => codes.fill(events[rowOf(index, from, to)]!, from, to));
  return { kind: 'text', values, codes };
}

/** Calls `visit` with the rows `[from, to)` of each session. */
function eachSession(
  { users, offsets }: EventIndex,
  numbers: Float64Array,
  visit: (from: number, to: number) => void,
): void {
  for (let user = 0; user < users; ++user) {
    let from = offsets[user]!;
    const end = offsets[user + 1]!;
    while (from < end && !Number.isNaN(numbers[from]!)) {
      let to = from + 1;
      while (to < end && numbers[to] === numbers[from]) ++to;
      visit(from, to);
      from = to;
    }
  }
}
