import type { Numbers } from '../numbers';
import type { FindingArgs } from '../sentence';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What the value of customers says, in English. */
export const ltvFindings = sentences({
  'ltv.customers': ({ customers, purchases }, n) =>
    `${counted(customers, 'customer', n)} with ${counted(purchases, 'purchase', n)}`,
  'ltv.doubtful': ({ purchases, from, after }, n) =>
    purchases === 0
      ? `the data run through ${String(from)}, but nobody bought after ${String(after)}: check the dates, or set where the data end`
      : `${counted(purchases, 'purchase', n)} from ${String(from)} on, after nobody bought since ${String(after)}: check the dates, or set where the data end`,
  'ltv.missing': ({ purchases }, n) =>
    `${counted(purchases, 'purchase', n)} without a value: counted as 0`,
  'ltv.negative': ({ purchases }, n) =>
    `${counted(purchases, 'purchase', n)} below 0: counted as they are, as refunds would be`,
  'ltv.left-out': ({ before, withoutStart }, n) =>
    `left out: ${counted(before, 'purchase', n)} before their customer's start, ${n.int(Number(withoutStart))} of users without one`,
  'ltv.holdout': ({ from, actual, expected, meanError, naiveError }, n) =>
    `the model foretold ${n.int(Number(expected))} purchases from ${String(from)} on; ${n.int(Number(actual))} came (off by ${n.num(Number(meanError))} a customer, the average by ${n.num(Number(naiveError))})`,
  'ltv.holdout-off': ({ from, actual, expected, error }, n) =>
    `the model foretold ${n.int(Number(expected))} purchases from ${String(from)} on; ${n.int(Number(actual))} came: ${n.lift(Number(error), 0)}`,
  'ltv.holdout-naive': ({ meanError, naiveError }, n) =>
    `customer by customer the model is no better than the average for everybody: off by ${n.num(Number(meanError))} and ${n.num(Number(naiveError))} purchases`,
  'ltv.value': ({ period, offset, of, value, low, high, unit }, n) =>
    `A customer has brought ${money(value, unit, n)} through ${String(period)} ${n.int(Number(offset))} after the first (${money(low, unit, n)} to ${money(high, unit, n)}), by the ${counted(of, 'customer', n)} who have been there so long.`,
  'ltv.value-of-one': ({ period, offset, value, unit }, n) =>
    `The only customer who has been there so long has brought ${money(value, unit, n)} through ${String(period)} ${n.int(Number(offset))}; one customer says nothing about others.`,
  'ltv.too-young': ({ period }) =>
    `No customer has been there for a whole ${String(period)} yet, so there is no value to show.`,
  'ltv.grows': ({ share, period, first, unit }, n) =>
    `That is ${n.num(Number(share), 2)} times what the first ${String(period)} brings (${money(first, unit, n)}).`,
  'ltv.expects': ({ days, purchases, value, valuePerCustomer, customers, unit }, n) =>
    `From now on the model expects ${n.int(Number(purchases))} purchases of these ${counted(customers, 'customer', n)} within ${counted(days, 'day', n)}, worth ${money(value, unit, n)}: ${money(valuePerCustomer, unit, n)} each.`,
  'ltv.expects-purchases': ({ days, purchases, customers, newCustomer }, n) =>
    `From now on the model expects ${n.int(Number(purchases))} purchases of these ${counted(customers, 'customer', n)} within ${counted(days, 'day', n)}, and of a new customer ${n.num(Number(newCustomer))} after the first.`,
  'ltv.no-interval': ({ error }, n) =>
    `That total has no interval: how far a model of buying is off nobody can read from its own numbers. ${error === null ? 'Nothing could be held out to try it on.' : `On the part that was held out its total was ${n.lift(Number(error), 0)} off.`}`,
  'ltv.no-model': ({ customers, repeaters }, n) =>
    `There is no forecast: the model of buying cannot be estimated from ${counted(customers, 'customer', n)}, of whom ${n.int(Number(repeaters))} bought again. The curve above stands by itself.`,
  'ltv.no-spending': ({ customers }, n) =>
    `There is no forecast of value: what a purchase is worth cannot be estimated from ${counted(customers, 'customer', n)} who bought again.`,
  'ltv.cannot-tell': ({ customers }, n) =>
    `Whether the ${counted(customers, 'customer', n)} who bought once are still there this model cannot tell: it lets nobody leave before a second purchase. MBG/NBD does.`,
  'ltv.correlated': ({ correlation }, n) =>
    `How often customers buy and how much for are not independent (correlation ${n.num(Number(correlation), 2)}), as the model of value takes them to be: read the expected values with care.`,
});

function counted(count: FindingArgs[string] | undefined, noun: string, n: Numbers): string {
  return `${n.int(Number(count))} ${Number(count) === 1 ? noun : `${noun}s`}`;
}

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}
