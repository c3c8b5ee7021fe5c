import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What paths say, in English. */
export const pathsFindings = sentences({
  'paths.counted': ({ paths, users, count }, n) =>
    count === 'users'
      ? `${units(users, 'users', n)} followed`
      : `${units(paths, 'sessions', n)} of ${units(users, 'users', n)} followed`,
  'paths.open': ({ open, count }, n) =>
    `${units(open, count, n)} left out: they may go on beyond the data`,
  'paths.reached': ({ from, to, rate, low, high, paths, of, count }, n) =>
    `${n.pct(Number(rate), 1)} of the ${units(of, count, n)} came${from === null ? '' : ` from ${from}`} to ${to} (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}): ${n.int(Number(paths))}.`,
  'paths.most': ({ from, to, name, paths, of, rate, count }, n) =>
    `The most frequent way ${way(from, to)} is ${name}: ${n.pct(Number(rate), 1)} (${n.int(Number(paths))} of ${units(of, count, n)}).`,
  'paths.way': ({ name, paths, of }, n) =>
    `The most frequent way there is ${name}: ${n.int(Number(paths))} of ${n.int(Number(of))}.`,
  'paths.stop': ({ event, paths, of }, n) =>
    `Of the ${n.int(Number(of))} that did not come there, ${n.int(Number(paths))} end with ${event} within the steps shown.`,
  'paths.rest': ({ sequences, others, left, count }, n) =>
    `The list has the ${n.int(Number(sequences))} most frequent; ${n.int(Number(others))} others have ${units(left, count, n)} together.`,
  'paths.differs': ({ name, group, other, rate, otherRate, estimate, low, high, p }, n) =>
    `${name}: ${n.pct(Number(rate), 1)} in ${group}, ${n.pct(Number(otherRate), 1)} in ${other}: ${n.pp(Number(estimate), 1)} (${n.pp(Number(low), 1)} to ${n.pp(Number(high), 1)}), ${n.pIs(Number(p))}.`,
  'paths.differences': ({ clear, tested, control }, n) =>
    `${n.int(Number(clear))} of ${n.int(Number(tested))} comparisons with ${control} differ clearly (false discoveries controlled). Unless the groups were divided at random, they may differ for other reasons.`,
  'paths.no-difference': ({ tested, control }, n) =>
    tested === 0
      ? `The paths are too rare to compare with ${control}.`
      : `No path is clearly more or less frequent than in ${control} (${n.int(Number(tested))} comparisons, false discoveries controlled).`,
});

function way(from: FindingArgs[string] | undefined, to: FindingArgs[string] | undefined): string {
  if (from === null && to === null) return 'to begin';
  return from === null ? `to ${String(to)}` : `on from ${String(from)}`;
}

function units(
  count: FindingArgs[string] | undefined,
  of: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const one = of === 'users' ? 'user' : 'session';
  return `${n.int(Number(count))} ${Number(count) === 1 ? one : `${one}s`}`;
}
