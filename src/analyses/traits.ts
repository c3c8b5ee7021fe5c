import { asText } from '../events/as-text';
import type { EventIndex } from '../events/event-index';
import { concat } from './joined-arrays';

/** What those of two sides did and were: 0 the ones asked about, 1 the others. */
export interface Traits {
  /** How many are on each side. */
  readonly sides: readonly [number, number];
  readonly events: readonly CountedValue[];
  readonly texts: readonly (CountedValue & { readonly column: string })[];
  readonly numbers: readonly SidedNumbers[];
}

/** A value or event, and how many of each side have it. */
export interface CountedValue {
  readonly value: string;
  readonly counts: readonly [number, number];
}

/** The numbers of a column, those who have none left out. */
export interface SidedNumbers {
  readonly column: string;
  readonly values: Float64Array;
  /** The side of each. */
  readonly sides: Uint8Array;
}

/** One member of a side: what was done from `from` up to and including `to`, and what the row says. */
export interface Member {
  readonly side: 0 | 1;
  readonly user: number;
  /** Row whose columns count. */
  readonly row: number;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
}

/** Columns with more values than this name users or things, not kinds. */
const MOST_VALUES = 1_000;

/**
 * Counts what distinguishes two sets of users, member by member: events done at least once in a
 * window of time, and the columns of one row and of the user. Each user may be a member once.
 *
 * @param ignored  columns that are left out, those of user, time and event for instance
 */
export function traitCounter(events: EventIndex, ignored: readonly string[]) {
  const sides: [number, number] = [0, 0];
  const done = eventCounter(events);
  const named = (of: 'columns' | 'attributes') =>
    events[of].names.filter((name) => !ignored.includes(name)).map((name) => ({ of, name }));
  const columns = [...named('columns'), ...named('attributes')].flatMap(({ of, name }) => {
    const counter = columnCounter(events, of, name);
    return counter ? [counter] : [];
  });
  return {
    add(member: Member): void {
      ++sides[member.side];
      done.add(member);
      for (const column of columns) column.add(member);
    },
    traits(): Traits {
      const counted = columns.map((column) => column.counted());
      return {
        sides,
        events: done.counted(),
        texts: counted.flatMap((each) => ('texts' in each ? each.texts : [])),
        numbers: counted.flatMap((each) => ('numbers' in each ? [each.numbers] : [])),
      };
    },
  };
}

/** The traits of disjoint sets of users together. */
export function joinedTraits(parts: readonly Traits[]): Traits {
  const columns = [...new Set(parts.flatMap(({ numbers }) => numbers.map((each) => each.column)))];
  return {
    sides: [sum(parts.map(({ sides }) => sides[0])), sum(parts.map(({ sides }) => sides[1]))],
    events: joinedCounts(
      parts.flatMap(({ events }) => events),
      ({ value }) => value,
    ),
    texts: joinedCounts(
      parts.flatMap(({ texts }) => texts),
      ({ column, value }) => JSON.stringify([column, value]),
    ),
    numbers: columns.map((column) => {
      const own = parts.flatMap(({ numbers }) => numbers.filter((each) => each.column === column));
      return {
        column,
        values: concat(own.map(({ values }) => values)),
        sides: concat(own.map((each) => each.sides)),
      };
    }),
  };
}

function joinedCounts<T extends CountedValue>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const joined = new Map<string, T>();
  for (const each of all) {
    const [a, b] = joined.get(keyOf(each))?.counts ?? [0, 0];
    joined.set(keyOf(each), { ...each, counts: [a + each.counts[0], b + each.counts[1]] });
  }
  return [...joined.values()];
}

function eventCounter({ event, time, offsets }: EventIndex) {
  const counts = valueCounts(event.values.length);
  /** The member by whom each event was counted last. */
  const counted = new Int32Array(event.values.length).fill(-1);
  let member = -1;
  return {
    add({ side, user, row, from, to }: Member): void {
      ++member;
      let first = row;
      while (first > offsets[user]! && time[first - 1]! >= from) --first;
      for (let at = first; at < offsets[user + 1]! && time[at]! <= to; ++at) {
        const code = event.codes[at]!;
        if (time[at]! < from || code < 0 || counted[code] === member) continue;
        counted[code] = member;
        ++counts[2 * code + side]!;
      }
    },
    counted: () => countedValues(event.values, counts),
  };
}

function columnCounter(events: EventIndex, of: 'columns' | 'attributes', name: string) {
  const column = events[of].get(name);
  if (!column || column.kind === 'time') return null;
  const at = of === 'columns' ? ({ row }: Member) => row : ({ user }: Member) => user;
  if (column.kind === 'number') {
    const values: number[] = [];
    const sides: number[] = [];
    return {
      add(member: Member): void {
        const value = column.values[at(member)]!;
        if (Number.isNaN(value)) return;
        values.push(value);
        sides.push(member.side);
      },
      counted: () => ({
        numbers: {
          column: name,
          values: Float64Array.from(values),
          sides: Uint8Array.from(sides),
        },
      }),
    };
  }
  const text = asText(column);
  if (text.values.length > MOST_VALUES) return null;
  const counts = valueCounts(text.values.length);
  return {
    add(member: Member): void {
      const code = text.codes[at(member)]!;
      if (code >= 0) ++counts[2 * code + member.side]!;
    },
    counted: () => ({
      texts: countedValues(text.values, counts).map((each) => ({ column: name, ...each })),
    }),
  };
}

/** Of each value how many of side 0 and side 1 have it, pairs behind one another. */
function valueCounts(values: number): Float64Array {
  return new Float64Array(2 * values);
}

function countedValues(values: readonly string[], counts: Float64Array): CountedValue[] {
  return values.flatMap((value, i) => {
    const pair = [counts[2 * i]!, counts[2 * i + 1]!] as const;
    return pair[0] + pair[1] > 0 ? [{ value, counts: pair }] : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
