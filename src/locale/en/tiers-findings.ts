import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;
type Arg = FindingArgs[string] | undefined;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What tiers say, in English. */
export const tiersFindings = sentences({
  'tiers.users': ({ users, through, names, counts }, n) =>
    `${users === 1 ? 'One user' : `${n.int(Number(users))} users`} as of ${n.date(Date.parse(String(through)), 'UTC')}: ${n.list(texts(names).map((name, i) => `${name} ${n.int(Number(texts(counts)[i]))}`))}`,
  'tiers.stray': ({ users, gapDays }, n) =>
    `${users === 0 ? `The data end ${n.int(Number(gapDays))} days after the last event` : `${users === 1 ? 'One user was' : `${n.int(Number(users))} users were`} active ${n.int(Number(gapDays))} days after everybody else`}: check for dates in the future, or set the data end ("completeThrough").`,
  'tiers.outside': ({ users, name }, n) =>
    `${users === 1 ? 'One user is' : `${n.int(Number(users))} users are`} below the lowest tier, ${name}`,
  'tiers.missing': ({ rows }, n) =>
    `${rows === 1 ? 'One row has' : `${n.int(Number(rows))} rows have`} no value and ${rows === 1 ? 'adds' : 'add'} nothing`,
  'tiers.negative': ({ rows }, n) =>
    `${rows === 1 ? 'One row is' : `${n.int(Number(rows))} rows are`} below 0 and ${rows === 1 ? 'lowers' : 'lower'} the sum of its user`,
  'tiers.never': ({ names }, n) => `Nobody ever reached ${n.list(texts(names))}.`,
  'tiers.one-user': () => 'There is only one user: shares and intervals say nothing.',
  'tiers.all-in-one': ({ name }) => `Everybody is in the tier “${name}”: nothing can be compared.`,
  'tiers.more-above': (args, n) => `Those higher up buy again more often: ${comparison(args, n)}`,
  'tiers.again': (args, n) => `No clear difference in buying again: ${comparison(args, n)}`,
  'tiers.again-in-one': ({ name, measured, within, rate, low, high }, n) =>
    `${rateOf(rate, low, high, n)} of “${measured}” in ${name} are followed by another within ${n.duration(Number(within))}.`,
  'tiers.no-orders': ({ measured, within }, n) =>
    `No “${measured}” is older than ${n.duration(Number(within))}, so nobody can be said to come again.`,
  'tiers.none-in-a-tier': ({ measured }) =>
    `No “${measured}” counts in any tier, so nobody can be said to come again: check the thresholds and the sign of the values.`,
  'tiers.not-a-cause': () =>
    'Who buys often climbs: that is not what the tier does. Compare orders just below and just above a threshold.',
  'tiers.movement': ({ name, period, of, kept, upgraded, downgraded }, n) =>
    `Per ${period} ${n.pct(Number(kept), 1)} of ${name} stay${downgraded === null ? ' and' : ','} ${n.pct(Number(upgraded), 1)} climb${downgraded === null ? '' : ` and ${n.pct(Number(downgraded), 1)} fall`} (${n.int(Number(of))} users × periods).`,
  'tiers.jump': (args, n) =>
    `At the threshold of ${args.name} (${amount(args, n)}) buying again jumps: ${threshold(args, n)}`,
  'tiers.no-jump': (args, n) =>
    `At the threshold of ${args.name} (${amount(args, n)}) nothing clear happens: ${threshold(args, n)}`,
});

function comparison(
  { name, measured, within, rate, low, high, topName, topRate, topLow, topHigh }: FindingArgs,
  n: Numbers,
): string {
  return `after “${measured}” ${rateOf(topRate, topLow, topHigh, n)} in ${topName} and ${rateOf(rate, low, high, n)} in ${name}, within ${n.duration(Number(within))}.`;
}

function rateOf(rate: Arg, low: Arg, high: Arg, n: Numbers): string {
  return `${n.pct(Number(rate), 1)} (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)})`;
}

function threshold({ below, above, difference, low, high }: FindingArgs, n: Numbers): string {
  return `${n.pct(Number(below), 1)} just below, ${n.pct(Number(above), 1)} just above (${n.pp(Number(difference), 1)}; ${n.pp(Number(low), 1)} to ${n.pp(Number(high), 1)}).`;
}

function amount({ from, unit, isCount }: FindingArgs, n: Numbers): string {
  if (isCount) return n.int(Number(from));
  return n.money(Number(from), typeof unit === 'string' ? unit : null);
}

function texts(value: Arg): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
