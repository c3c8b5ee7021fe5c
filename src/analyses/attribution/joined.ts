import { refuseAbove } from './channel-limit';
import type { Journeys } from './journeys';

/**
 * The journeys of all blocks as one: users numbered through, channels only those that are touched,
 * numbered in the order of their first touch.
 *
 * @param column  of the channels, for the problem
 * @throws {Problem} `too-many-channels`
 */
export function joined(parts: readonly Journeys[], column: string): Journeys {
  const first = parts[0]!;
  const numbers = new Map<string, number>();
  const users: number[] = [];
  const touches: number[] = [];
  let before = 0;
  let touched = 0;
  for (const part of parts) {
    users.push(before);
    touches.push(touched);
    before += part.users;
    touched += part.touches.length;
  }
  const whole = {
    users: before,
    outcome: concatenated(Uint8Array, parts, (part) => part.outcome),
    user: concatenated(Uint32Array, parts, (part, i) => shifted(part.user, users[i]!)),
    count: concatenated(Float64Array, parts, (part) => part.count),
    value: concatenated(Float64Array, parts, (part) => part.value),
    time: concatenated(Float64Array, parts, (part) => part.time),
    ends: concatenated(Uint32Array, parts, (part, i) => shifted(part.ends, touches[i]!)),
    touches: concatenated(Int32Array, parts, (part) => renumbered(part, numbers)),
    repeats: first.repeats && concatenated(Uint32Array, parts, (part) => part.repeats!),
    open: concatenated(Uint32Array, parts, (part, i) => shifted(part.open, users[i]!)),
    ages: first.ages && concatenated(Float64Array, parts, (part) => part.ages!),
  };
  refuseAbove(numbers.size, column, first.ages === null ? 'source' : 'touch.channel');
  return {
    ...whole,
    channels: [...numbers.keys()],
    tally: {
      withoutChannel: sum(parts, (part) => part.tally.withoutChannel),
      missing: sum(parts, (part) => part.tally.missing),
      firstTime: Math.min(...parts.map(({ tally }) => tally.firstTime)),
    },
    hasValue: first.hasValue,
    unit: first.unit,
    costs: first.costs,
  };
}

function renumbered({ channels, touches }: Journeys, numbers: Map<string, number>): Int32Array {
  const known = new Int32Array(channels.length).fill(-1);
  return touches.map((code) => {
    if (known[code]! < 0) {
      const name = channels[code]!;
      known[code] = numbers.get(name) ?? numbers.size;
      numbers.set(name, known[code]!);
    }
    return known[code]!;
  });
}

function shifted(values: Uint32Array, by: number): Uint32Array {
  return by === 0 ? values : values.map((value) => value + by);
}

function sum(parts: readonly Journeys[], of: (part: Journeys) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}

function concatenated<Values extends { set(from: ArrayLike<number>, at: number): void }>(
  make: new (length: number) => Values,
  parts: readonly Journeys[],
  of: (part: Journeys, i: number) => ArrayLike<number>,
): Values {
  const pieces = parts.map(of);
  const all = new make(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
