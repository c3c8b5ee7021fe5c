import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What a concentration says, in English. */
export const concentrationFindings = sentences({
  'concentration.users': ({ users, total, unit, isCount, measured }, n) =>
    `${n.int(Number(users))} users with “${measured}”: ${amount(total, unit, isCount, n)} in all`,
  'concentration.few': ({ users, needed }, n) =>
    `Only ${n.int(Number(users))} users: what the greatest of them bring is mostly chance below ${n.int(Number(needed))}.`,
  'concentration.negative': ({ users, total, unit }, n) =>
    `${users === 1 ? 'One user comes' : `${n.int(Number(users))} users come`} to less than 0 (${n.money(Number(total), text(unit))} together) and ${users === 1 ? 'counts' : 'count'} as 0`,
  'concentration.missing': ({ rows }, n) =>
    `${rows === 1 ? 'One row has' : `${n.int(Number(rows))} rows have`} no value and ${rows === 1 ? 'adds' : 'add'} nothing`,
  'concentration.all-equal': ({ users, measured, each, unit }, n) =>
    `All ${n.int(Number(users))} users have the same of “${measured}” (${n.money(Number(each), text(unit))}): nobody stands out.`,
  'concentration.top': ({ share, users, measured, part, low, high }, n) =>
    `The top ${percent(share, n)} (${users === 1 ? 'one user' : `${n.int(Number(users))} users`}) bring ${n.pct(Number(part), 1)} of “${measured}” (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}).`,
  'concentration.gini': ({ gini, low, high }, n) =>
    `Gini coefficient ${n.num(Number(gini), 3)} (${n.num(Number(low), 3)} to ${n.num(Number(high), 3)}); 0 would be the same for all, 1 everything with one.`,
  'concentration.reach': ({ part, users, share, measured }, n) =>
    `${percent(part, n)} of “${measured}” come from ${users === 1 ? 'one user' : `${n.int(Number(users))} users`}, ${n.pct(Number(share), 1)} of them.`,
  'concentration.times': ({ users, times }, n) =>
    `${users === 1 ? 'The super-user brings' : `A super-user (${n.int(Number(users))} of them) brings on average`} ${n.num(Number(times))} times what the median user brings.`,
  'concentration.worth': ({ contribution, cost, meanCost, medianCost, unit }, n) =>
    `Against the median user a super-user brings ${contribution === null ? '–' : n.num(Number(contribution))} times the contribution and cost ${cost === null ? costs(meanCost, medianCost, unit, n) : `${n.num(Number(cost))} times as much to acquire`}.`,
  'concentration.trait': (
    { kind, column, value, measured, ofSuper, ofOthers, odds, low, high },
    n,
  ) =>
    `${traitName(kind, column, value, measured, n)}: ${n.pct(Number(ofSuper), 1)} of super-users, ${n.pct(Number(ofOthers), 1)} of the others; odds × ${n.num(Number(odds), 2)} (${n.num(Number(low), 2)} to ${n.num(Number(high), 2)}).`,
  'concentration.no-traits': ({ compared }, n) =>
    `Nothing that is known clearly distinguishes super-users from the others (${n.int(Number(compared))} traits compared).`,
});

type Arg = FindingArgs[string] | undefined;

function traitName(kind: Arg, column: Arg, value: Arg, measured: Arg, n: Numbers): string {
  if (kind === 'event') return `Did ${value}`;
  if (kind === 'value') return `${column} = ${value}`;
  const least = Number.isInteger(value) ? n.int(Number(value)) : n.num(Number(value));
  if (column === '$times') return `“${measured}” more than ${times(least)}`;
  if (column === '$each') return `More than ${least} at a time`;
  if (column === '$days') return `Active on more than ${least} days`;
  return `${column} above ${least}`;
}

/** 3.20 against 0.00 */
function costs(mean: Arg, median: Arg, unit: Arg, n: Numbers): string {
  if (mean === null) return 'nobody knows how much to acquire';
  return `${n.money(Number(mean), text(unit))} to acquire, against ${n.money(Number(median), text(unit))}`;
}

/** once, 4 times */
function times(count: string): string {
  return count === '1' ? 'once' : `${count} times`;
}

function amount(total: Arg, unit: Arg, isCount: Arg, n: Numbers): string {
  return isCount ? n.int(Number(total)) : n.money(Number(total), text(unit));
}

function text(unit: Arg): string | null {
  return typeof unit === 'string' ? unit : null;
}

/** 0.02 → 2 % */
function percent(share: Arg, n: Numbers): string {
  const rounded = Number((100 * Number(share)).toPrecision(3));
  return n.pct(rounded / 100, Number.isInteger(rounded) ? 0 : 1);
}
