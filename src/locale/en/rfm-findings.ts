import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';
import { rfmWords } from './rfm-words';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

const MEASURES: Readonly<Record<string, string>> = {
  recency: 'days since the last purchase',
  frequency: 'number of purchase days',
  monetary: 'value',
};

/** What an RFM says, in English. */
export const rfmFindings = sentences({
  'rfm.customers': ({ customers, purchase, purchases, reference }, n) =>
    `${n.int(Number(customers))} customers with “${purchase}” (${n.int(Number(purchases))} in all) as of ${date(reference, n)}`,
  'rfm.stray': ({ users, gapDays, reference }, n) =>
    users === 0
      ? `The last purchase is ${n.int(Number(gapDays))} days before the end of the data, ${date(reference, n)}: check for dates in the future, or set the data end ("completeThrough").`
      : `${users === 1 ? 'One customer bought' : `${n.int(Number(users))} customers bought`} ${n.int(Number(gapDays))} days after everybody else: check for dates in the future, or set the data end ("completeThrough").`,
  'rfm.refunds': ({ rows }, n) =>
    `${rows === 1 ? 'One row is' : `${n.int(Number(rows))} rows are`} below 0: they lower the value and are no purchases`,
  'rfm.missing': ({ rows }, n) =>
    `${rows === 1 ? 'One purchase has' : `${n.int(Number(rows))} purchases have`} no value and ${rows === 1 ? 'adds' : 'add'} 0`,
  'rfm.same': ({ measure, value }, n) =>
    `All customers have the same ${MEASURES[String(measure)]} (${plain(value, n)}): this score tells nobody from anybody.`,
  'rfm.tie': ({ measure, value, users, share }, n) =>
    `${n.pct(Number(share), 0)} of the customers (${n.int(Number(users))}) have the same ${MEASURES[String(measure)]} (${plain(value, n)}) and share a score`,
  'rfm.best': ({ segment, users, share, value, part, unit }, n) =>
    `${name(segment)}: ${n.int(Number(users))} customers (${n.pct(Number(share), 1)}) bring ${n.money(Number(value), unitOf(unit))}${part === null ? '' : `, ${n.pct(Number(part), 1)} of the value`}.`,
  'rfm.leaving': ({ segment, users, value, part, unit }, n) =>
    `${name(segment)}: ${users === 1 ? 'one customer' : `${n.int(Number(users))} customers`} who brought ${n.money(Number(value), unitOf(unit))}${part === null ? '' : ` (${n.pct(Number(part), 1)})`} and have not bought for long.`,
  'rfm.kept': ({ previous, users, customers, share, low, high }, n) =>
    `${n.int(Number(users))} of the ${n.int(Number(customers))} customers of ${date(previous, n)} are in the same segment now: ${n.pct(Number(share), 1)} (${n.pct(Number(low), 1)} to ${n.pct(Number(high), 1)}).`,
  'rfm.moved': ({ from, to, users, of, share }, n) =>
    `The largest move: ${n.int(Number(users))} of ${n.int(Number(of))} (${n.pct(Number(share), 1)}) went from “${name(from)}” to “${name(to)}”.`,
  'rfm.cuts-moved': () =>
    'Each date is scored by its own cut points, so a customer can move because others did. Fixed cut points ("cuts") keep scores comparable.',
});

type Arg = FindingArgs[string] | undefined;

function date(day: Arg, n: Numbers): string {
  return n.date(Date.parse(String(day)), 'UTC');
}

function plain(value: Arg, n: Numbers): string {
  return Number.isInteger(value) ? n.int(Number(value)) : n.num(Number(value));
}

function name(segment: Arg): string {
  const known: Readonly<Record<string, string>> = rfmWords.names;
  return known[String(segment)] ?? String(segment);
}

function unitOf(unit: Arg): string | null {
  return typeof unit === 'string' ? unit : null;
}
