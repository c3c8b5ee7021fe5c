import type { ProblemArgs, ProblemCode } from '../../base/problem';
import type { Numbers } from '../numbers';
import type { Sentence } from '../sentence';

type Sentences = Partial<Record<ProblemCode, (args: ProblemArgs, n: Numbers) => Sentence>>;

const MODELS: Readonly<Record<string, string>> = {
  'bg-nbd': 'BG/NBD',
  'mbg-nbd': 'MBG/NBD',
  'gamma-gamma': 'gamma–gamma',
};

/** What cannot be said of the value of customers, in English. */
export const valueProblems = {
  'no-purchases': ({ event }) => ({
    message: `Nobody has the purchase event “${String(event)}” as it is asked for.`,
    hint: 'Check the event of the purchase, its filter and the dates.',
  }),
  'only-refunds': ({ event, rows }, n) => ({
    message: `All rows of “${String(event)}” are below 0 (${n.int(Number(rows))}), as refunds are: nobody bought anything.`,
    hint: 'Check the column of values and its sign.',
  }),
  'not-there-so-long': () => ({
    message: 'Nobody has been there so long yet.',
    hint: 'Wait, or look at fewer periods.',
  }),
  'one-customer': () => ({
    message: 'There is one customer, whose value says nothing about others.',
    hint: null,
  }),
  'too-few-repeats': ({ model, repeaters, customers, needed }, n) => ({
    message: `${n.int(Number(repeaters))} of ${n.int(Number(customers))} customers bought on a second day; the ${MODELS[String(model)]} model needs at least ${n.int(Number(needed))} of them.`,
    hint: 'Take a longer time or more customers; until then the historic curve is what is known.',
  }),
  'model-not-found': ({ model }) => ({
    message: `The ${MODELS[String(model)]} model does not fit: no numbers make these purchases likeliest.`,
    hint: 'Take a longer time, try the other model, or go by the historic curve.',
  }),
  'model-leaves-open': ({ model, parameter }) => ({
    message: `The data leave the number “${String(parameter)}” of the ${MODELS[String(model)]} model open: a much larger or smaller one fits as well.`,
    hint: 'Take a longer time, try the other model, or go by the historic curve.',
  }),
  'too-few-spenders': ({ customers, needed }, n) => ({
    message: `${n.int(Number(customers))} customers have repeat purchases with a value above 0; at least ${n.int(Number(needed))} are needed.`,
    hint: 'Take a longer time or more customers.',
  }),
  'same-spending': ({ value }, n) => ({
    message: `Every customer's repeat purchases are worth ${n.num(Number(value))} on average, so there is nothing to estimate.`,
    hint: 'Multiply the expected purchases by it.',
  }),
  'spending-without-mean': ({ q }, n) => ({
    message: `A few customers spend so much more than others that the average has no limit (q = ${n.num(Number(q))}, it must be above 1).`,
    hint: 'Check the largest values, or go by the historic curve.',
  }),
  'all-bought-alike': () => ({
    message: 'All customers bought equally often, so how often and how much cannot be compared.',
    hint: null,
  }),
  'nothing-to-hold-out': ({ days, needed }, n) => ({
    message: `There are ${n.int(Number(days))} days to fit the model to or to try it on; both need at least ${n.int(Number(needed))}.`,
    hint: 'Take a longer time, or hold out a shorter part.',
  }),
  'nobody-bought-after': () => ({
    message: 'Nobody bought in the part that was held out.',
    hint: 'Check the dates, or hold out a longer part.',
  }),
  'value-unknown': () => ({
    message: 'What a purchase is worth is not known, so there is no expected value.',
    hint: 'Name the column of values: "purchase": { "event": "purchase", "value": "amount" }.',
  }),
  'model-cannot-tell': () => ({
    message: 'The BG/NBD model lets nobody leave before a second purchase, so it cannot tell.',
    hint: 'Take "model": "mbg-nbd".',
  }),
  'not-paid-back': () => ({
    message: 'The value has not come to the cost in any period that has ended.',
    hint: 'Wait, or look at more periods.',
  }),
  'nobody-acquired': () => ({
    message: 'Nobody was acquired here.',
    hint: 'Check the acquisition event, its channel column and the dates.',
  }),
  'nobody-bought-again': () => ({
    message: 'Nobody acquired here has bought on a second day yet, so such a buyer has no cost.',
    hint: null,
  }),
  'nobody-so-often': () => ({
    message: 'There is nobody to count.',
    hint: null,
  }),
  'no-recipients': ({ treated, others }, n) => ({
    message: `${treated === 1 ? 'One user' : `${n.int(Number(treated))} users`} got the promotion and ${n.int(Number(others))} did not; a comparison needs at least two of each.`,
    hint: 'Check the column and its two values, or the event that recipients have.',
  }),
  'window-not-over': ({ through }) => ({
    message: `The window runs through ${String(through)}, beyond the data.`,
    hint: 'Wait, or choose a shorter window.',
  }),
  'too-few-weeks': ({ weeks }, n) => ({
    message: `The data hold ${n.int(Number(weeks))} whole weeks before the promotion; a trend needs two.`,
    hint: 'Read more data from before it.',
  }),
  'nobody-at-risk': () => ({
    message: 'Nobody made the purchase before, so nobody could make this one.',
    hint: null,
  }),
  'not-half-yet': () => ({
    message: 'Fewer than half have bought again, so there is no median.',
    hint: 'Read the share within a fixed time instead.',
  }),
  'median-open': () => ({
    message: 'Half have just bought again: the interval of the median has no upper end yet.',
    hint: 'Wait, or read the share within a fixed time instead.',
  }),
} satisfies Sentences;
