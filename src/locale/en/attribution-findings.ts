import type { FindingArgs } from '../sentence';
import type { Numbers } from '../numbers';
import { someOf } from '../some-of';
import { attributionWords } from './attribution-words';

type Say = (args: FindingArgs, n: Numbers) => string;

function sentences<Code extends string>(all: Record<Code, Say>): Record<Code, Say> {
  return all;
}

/** What an attribution says, in English. */
export const attributionFindings = sentences({
  'attribution.journeys': ({ converted, lost }, n) =>
    `${conversions(converted, n)}, ${journeys(lost, n)} without one`,
  'attribution.touched': ({ share }, n) =>
    Number(share) === 0
      ? 'Every conversion has a touch'
      : `${n.pct(Number(share), 1)} of conversions without a touch`,
  'attribution.lookback-complete': ({ lookbackMs }, n) =>
    `Every conversion has a full look-back of ${n.duration(Number(lookbackMs))}`,
  'attribution.lookback-cut': ({ share }, n) =>
    `The data begin too late for the look-back of ${n.pct(Number(share), 0)} of conversions`,
  'attribution.no-lost': () => 'No journeys without conversion',

  'attribution.agreed': ({ channel, models, low, high, converted }, n) => {
    const all = models === 1 ? '' : ` by all ${n.int(Number(models))} models`;
    return `${channel} gets the most credit${all}: ${between(low, high, n)} of ${conversions(converted, n)}.`;
  },
  'attribution.mostly': ({ channel, models, of, open }, n) =>
    `${channel} gets the most credit by ${n.int(Number(models))} of ${n.int(Number(of))} models; by ${n.list(texts(open).map(name))} it is too close to tell.`,
  'attribution.depends': ({ channels, models }, n) =>
    `Which channel is first depends on the model: ${n.list(leaders(channels, models, n))}.`,
  'attribution.unclear': ({ channels, converted }, n) =>
    `No channel is clearly first: ${n.list(texts(channels))} are within what chance does with ${conversions(converted, n)}.`,
  'attribution.untested': ({ channels, models }, n) =>
    `Most credit: ${n.list(leaders(channels, models, n))}. How sure that is was not computed.`,
  'attribution.untouched': ({ converted }, n) =>
    `None of ${conversions(converted, n)} has a touch before it: there is no credit to divide.`,

  'attribution.not-lift': () =>
    'Credit is bookkeeping, not lift: it divides the conversions there were and does not say which of them a channel caused. An experiment does.',
  'attribution.range': ({ channel, low, lowModel, high, highModel }, n) =>
    `The models disagree most about ${channel}: ${amount(low, n)} conversions by ${name(lowModel)}, ${amount(high, n)} by ${name(highModel)}.`,
  'attribution.costs': ({ model, cheap, least, dear, most, unit }, n) =>
    `By ${name(model)} a conversion costs least on ${cheap} (${money(least, unit, n)}) and most on ${dear} (${money(most, unit, n)}).`,
  'attribution.rule': ({ lookbackMs, reset, path, conversions: counted }, n) =>
    `Counted are touches within ${n.duration(Number(lookbackMs))} before ${COUNTED[String(counted)]}${reset === true ? ', after the one before' : ''}; ${PATHS[String(path)]}.`,
  'attribution.rule-paths': ({ path }) => `Paths were counted before; ${PATHS[String(path)]}.`,
  'attribution.weights': ({ model, first, middle, last, one, two }, n) =>
    `${name(model)}: ${n.pct(Number(first), 0)} first, ${n.pct(Number(middle), 0)} between, ${n.pct(Number(last), 0)} last; of two touches ${n.pct(Number(one), 0)} and ${n.pct(Number(two), 0)}.`,
  'attribution.half-life': ({ model, halfLifeMs }, n) =>
    `${name(model)}: a touch ${n.duration(Number(halfLifeMs))} further back counts half.`,
  'attribution.shapley-even': () =>
    'Shapley of conversions is the even split of each over its distinct channels.',
  'attribution.sampled': ({ model }) =>
    `${name(model)}: with more than twelve channels orders are drawn at random; the table says how far that may be off.`,
  'attribution.own-users': () =>
    'Intervals take every counted journey as that of another user; if people come back, they are too narrow.',
  'attribution.open': ({ open }, n) =>
    `${journeys(open, n)} may still lead to a conversion and are left out.`,
  'attribution.without-cost': ({ channels }, n) => `No costs are given for ${some(channels, n)}.`,
  'attribution.no-direct': ({ direct }) =>
    `No touch has the channel “${direct}”, so last non-direct is the same as last.`,

  'attribution.no-nulls': () =>
    'There are no journeys without conversion. Without them a Markov chain and rates only mirror which channels are on paths; count those who did not convert as well.',
  'attribution.many-untouched': ({ share }, n) =>
    `${n.pct(Number(share), 0)} of conversions have no touch within the look-back. Check whether all channels are recorded before comparing them.`,
  'attribution.sparse': ({ model, sparse, states }, n) =>
    `${name(model)}: ${n.pct(Number(sparse), 0)} of visits go to states seen fewer than five times (${n.int(Number(states))} states). A lower order says more.`,
  'attribution.inflates': ({ model }) =>
    `${name(model)} gives every channel the whole conversion, so its credits add up to more than there were.`,
  'attribution.truncated': ({ truncated, converted, lookbackMs }, n) =>
    `${n.int(Number(truncated))} of ${conversions(converted, n)} happened less than ${n.duration(Number(lookbackMs))} after the data begin: earlier touches of theirs are unknown. Let the range start later.`,
  'attribution.without-channel': ({ rows }, n) =>
    rows === 1
      ? 'One touch names no channel and is left out.'
      : `${n.int(Number(rows))} touches name no channel and are left out.`,
  'attribution.missing-value': ({ missing }, n) =>
    missing === 1
      ? 'One conversion has no value and adds nothing.'
      : `${n.int(Number(missing))} conversions have no value and add nothing.`,
  'attribution.cost-without-touch': ({ channels, cost, unit }, n) =>
    `${money(cost, unit, n)} went to ${some(channels, n)}, which no journey touches. Check the names of the channels.`,
  'attribution.cost-outside': ({ cost, unit }, n) =>
    `${money(cost, unit, n)} of the costs fall on dates outside the data and are left out.`,
  'attribution.units-differ': ({ value, cost }) =>
    `Values are in ${value} and costs in ${cost}: there is no return on cost.`,
  'attribution.no-intervals': ({ model }) =>
    `${name(model)} has no intervals: its chain is too large to be solved for every replicate.`,
});

const COUNTED: Readonly<Record<string, string>> = {
  all: 'each conversion',
  first: 'the first conversion of a user',
  last: 'the last conversion of a user',
};

const PATHS: Readonly<Record<string, string>> = {
  'as-is': 'every touch counts',
  collapsed: 'repeats in a row count once',
  unique: 'each channel counts once',
  frequency: 'each channel counts once, with the number of its touches',
};

function name(model: FindingArgs[string] | undefined): string {
  return attributionWords.model(String(model));
}

function conversions(count: FindingArgs[string] | undefined, n: Numbers): string {
  return count === 1 ? '1 conversion' : `${amount(count, n)} conversions`;
}

function journeys(count: FindingArgs[string] | undefined, n: Numbers): string {
  return count === 1 ? '1 journey' : `${amount(count, n)} journeys`;
}

/** Credit is seldom whole; a tenth is enough. */
function amount(value: FindingArgs[string] | undefined, n: Numbers): string {
  const number = Number(value);
  return Number.isInteger(number) || number >= 100 ? n.int(number) : n.num(number, 1);
}

function between(
  low: FindingArgs[string] | undefined,
  high: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  const [least, most] = [amount(low, n), amount(high, n)];
  return least === most ? least : `${least} to ${most}`;
}

function money(
  value: FindingArgs[string] | undefined,
  unit: FindingArgs[string] | undefined,
  n: Numbers,
): string {
  return n.money(Number(value), typeof unit === 'string' ? unit : null);
}

function texts(list: FindingArgs[string] | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly string[]) : [];
}

function some(list: FindingArgs[string] | undefined, n: Numbers): string {
  const { shown, more } = someOf(texts(list));
  return more > 0 ? `${shown.join(', ')} and ${n.int(more)} more` : n.list(shown);
}

/** search (First, Linear) */
function leaders(
  channels: FindingArgs[string] | undefined,
  models: FindingArgs[string] | undefined,
  n: Numbers,
): string[] {
  return texts(channels).map((channel, i) => {
    const names = (texts(models)[i] ?? '').split(',').map(name);
    return `${channel} by ${n.list(names)}`;
  });
}
