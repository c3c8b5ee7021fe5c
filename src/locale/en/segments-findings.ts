import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What is said of segments, in English. */
export const segmentsFindings = sentences({
  'segments.nobody': ({ name, of }, n) =>
    `${of === 1 ? 'The only user is not' : `None of ${int(of, n)} users is`} in “${String(name)}”: its rule selects nobody`,
  'segments.everybody': ({ name, of }, n) =>
    `${of === 1 ? 'The only user is' : `All ${int(of, n)} users are`} in “${String(name)}”: its rule selects everybody`,
  'segments.size': (args, n) => `${size(args, n)}.`,
  'segments.moves': (args, n) =>
    `${size(args, n)}: ${int(args.entered, n)} entered and ${int(args.left, n)} left in the period from ${n.date(Date.parse(String(args.start)), 'UTC')}.`,
  'segments.overlap': ({ first, second, both, either, share }, n) =>
    `“${String(first)}” and “${String(second)}” overlap most: ${int(both, n)} of ${int(either, n)} users are in both (${n.pct(Number(share), 0)}).`,
  'segments.lift': ({ segment, metric, lift, low, high }, n) =>
    `Users of “${String(segment)}” have ${n.lift(Number(lift), 0)} (${n.lift(Number(low), 0)} to ${n.lift(Number(high), 0)}) of “${String(metric)}” compared with others; that says who they are, not what made them so.`,
  'segments.no-traits': ({ name, compared }, n) =>
    `Nothing distinguishes “${String(name)}” for sure: ${int(compared, n)} traits were compared.`,
  'segments.trait': ({ name, kind, column, value, own, other }, n) =>
    `What distinguishes “${String(name)}” most: ${trait(kind, column, value)}, ${n.pct(Number(own), 0)} of them and ${n.pct(Number(other), 0)} of the others.`,
});

function size({ name, users, of, share }: FindingArgs, n: Numbers): string {
  return `“${String(name)}” has ${int(users, n)} of ${int(of, n)} users (${n.pct(Number(share), 1)})`;
}

function trait(
  kind: FindingArgs[string] | undefined,
  column: FindingArgs[string] | undefined,
  value: FindingArgs[string] | undefined,
): string {
  if (kind === 'event') return `${String(value)} lately`;
  return kind === 'above'
    ? `${String(column)} above ${String(value)}`
    : `${String(column)} = ${String(value)}`;
}

function int(value: FindingArgs[string] | undefined, n: Numbers): string {
  return n.int(Number(value));
}
