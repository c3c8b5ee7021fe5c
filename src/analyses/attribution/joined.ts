import { concat, shifted } from '../joined-arrays';
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
  const users = parts.map((part) => part.users);
  const touches = parts.map((part) => part.touches.length);
  const whole = {
    users: sum(parts, (part) => part.users),
    outcome: concat(parts.map(({ outcome }) => outcome)),
    user: concat(
      shifted(
        parts.map(({ user }) => user),
        users,
      ),
    ),
    count: concat(parts.map(({ count }) => count)),
    value: concat(parts.map(({ value }) => value)),
    time: concat(parts.map(({ time }) => time)),
    ends: concat(
      shifted(
        parts.map(({ ends }) => ends),
        touches,
      ),
    ),
    touches: concat(parts.map((part) => renumbered(part, numbers))),
    repeats: first.repeats && concat(parts.map(({ repeats }) => repeats!)),
    open: concat(
      shifted(
        parts.map(({ open }) => open),
        users,
      ),
    ),
    ages: first.ages && concat(parts.map(({ ages }) => ages!)),
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

function sum(parts: readonly Journeys[], of: (part: Journeys) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
