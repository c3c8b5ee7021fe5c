/** What a model is called, by the name the result gives it: `markov-2`, `time-decay-7d`. */
function model(name: string): string {
  const known = MODELS[name];
  if (known !== undefined) return known;
  const [, kind, rest] = /^(markov|time-decay|position)-(.*)$/.exec(name) ?? [];
  if (kind === 'markov') return `Markov, order ${rest}`;
  if (kind === 'time-decay') return `Time decay ${rest}`;
  if (kind === 'position') return `Position ${rest!.replaceAll('-', '/')}`;
  return name;
}

const MODELS: Readonly<Record<string, string>> = {
  first: 'First',
  last: 'Last',
  'last-non-direct': 'Last non-direct',
  linear: 'Linear',
  u: 'U-shaped',
  j: 'J-shaped',
  'inverse-j': 'Inverse J',
  position: 'Position',
  'time-decay': 'Time decay',
  participation: 'Participation',
  markov: 'Markov',
  shapley: 'Shapley',
  'shapley-rate': 'Shapley of rates',
};

/** Titles of the tables and charts of an attribution, in English. */
export const attributionWords = {
  model,
  channel: 'Channel',
  noTouch: 'no touch',
  touches: 'Touches',
  cost: 'Cost',
  credit: 'Credit by model',
  details: 'Value and cost',
  modelColumn: 'Model',
  conversions: 'Conversions',
  value: 'Value',
  roas: 'Return on cost',
  cac: 'Cost per conversion',
  removalEffect: 'Removal effect',
  firstProbability: 'Chance to be first',
  paths: 'Top paths',
  path: 'Path',
  journeysLost: 'Without conversion',
  converted: 'Share converted',
  counts: 'Journeys',
  what: 'What',
  count: 'Count',
  withConversion: 'Conversions',
  withoutTouch: 'of them without a touch',
  lost: 'Journeys without conversion',
  open: 'Not over yet',
  range: 'Where models disagree',
  rangeOf: (...[channel, low, lowModel, high, highModel]: readonly string[]): string =>
    `${channel}: from ${low} (${lowModel}) to ${high} (${highModel}).`,
  creditOf: (channel: string, list: string): string => `${channel}: ${list}.`,
  creditBy: (model: string, count: string): string => `${model} ${count}`,
  transitions: 'What follows what',
  transitionsAxis: ['from', 'to', 'share'] as readonly [string, string, string],
  transitionsDescription: (from: string, to: string, share: string, of: string): string =>
    `Chances of the next step after each channel. The most frequent step: from ${from} to ${to}, ${share} of ${of}.`,
  steps: {
    '(start)': 'start',
    '(conversion)': 'conversion',
    '(null)': 'no conversion',
    '(other)': 'other',
  } as Readonly<Record<string, string>>,
  roi: 'Cost and credit',
  roiValue: (model: string): string => `Value, ${model}`,
  roiConversions: (model: string): string => `Conversions, ${model}`,
  roiOf: (channel: string, cost: string, credit: string): string =>
    `${channel}: cost ${cost}, credit ${credit}.`,
};

/** Titles of the form of an attribution, in English. */
export const attributionFormWords = {
  touch: 'What counts as a touch',
  channel: 'Channel column',
  conversion: 'Conversion',
  lookback: 'Look-back',
  conversionsCounted: 'Conversions of a user',
  resetOnConversion: 'Start anew after a conversion',
  pathTransform: 'Repeats in a path',
  removeChannel: 'Channels to pass over',
  maxSteps: 'Last steps only',
  directChannel: 'Name of the direct channel',
  models: 'Models',
  model: 'Model',
  twoTouch: 'Of two touches',
  positionWeights: 'First, middle, last',
  halfLife: 'Half-life',
  markovOrder: 'Order of the Markov chain',
  shapleyGame: 'Shapley game',
  bootstrap: 'Replicates for intervals',
  costs: 'Costs',
};

/** The choices of its form. */
export const attributionChoices = {
  attributionModel: MODELS,
  conversionsCounted: { all: 'all', first: 'the first', last: 'the last' },
  pathTransform: {
    'as-is': 'every touch counts',
    collapsed: 'repeats in a row count once',
    unique: 'each channel counts once',
    frequency: 'each channel once, with its count',
  },
  removeFrom: { path: 'anywhere in the path', end: 'at its end' },
  shapleyGame: { conversions: 'conversions', rate: 'conversion rates' },
  twoTouch: { renormalise: 'as first to last', 'half-middle': 'each gets half of the middle' },
} as const;
