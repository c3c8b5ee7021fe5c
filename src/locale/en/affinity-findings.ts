import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { counted } from './counted';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What an affinity says, in English. */
export const affinityFindings = sentences({
  'affinity.events': ({ events, users }, n) =>
    `${counted(events, 'event', n)} of ${counted(users, 'user', n)}`,
  'affinity.without': ({ events }, n) => `${counted(events, 'event', n)} without a content`,
  'affinity.open': ({ users }, n) =>
    `${counted(users, 'user', n)} left out of who comes back: their time has not passed`,
  'affinity.one-group': () => 'There is one group only, so nobody to compare it with.',
  'affinity.none': () => 'No group clearly prefers a content.',
  'affinity.prefers': ({ group, content, events, of, rate, others, shrunken }, n) =>
    `“${String(group)}” goes for “${String(content)}”: ${n.pct(Number(rate), 1)} of its events (${n.int(Number(events))} of ${n.int(Number(of))}) against ${n.pct(Number(others), 1)} of the others’, ${n.num(Number(shrunken))} times what would be expected.`,
  'affinity.no-return': ({ from, to }, n) =>
    `From ${n.duration(Number(from))} to ${n.duration(Number(to))} after their first content users come back about as often whatever it was.`,
  'affinity.returns': (args, n) => {
    const { content, rate, returned, of, estimate, low, high, from, to } = args;
    return `Of those who began with “${String(content)}” ${n.pct(Number(rate), 1)} (${n.int(Number(returned))} of ${n.int(Number(of))}) came back from ${n.duration(Number(from))} to ${n.duration(Number(to))} after it, ${n.pp(Number(estimate))} (${n.pp(Number(low))} to ${n.pp(Number(high))}) against the others.`;
  },
});
