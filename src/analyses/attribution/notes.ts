import type { Finding, FindingCode } from '../../locale/finding';
import type { FindingArgs } from '../../locale/sentence';
import { FEW_CUT, MANY_UNTOUCHED } from './limits';
import { touchedChannels } from './leaders';
import { modelRanges } from './model-range';
import type { AttributionParams } from './params';
import type { AttributionResult, ModelResult } from './result';

/** A chain that spends more than this on rare states says little. */
const MANY_SPARSE = 0.2;

/** What else to know of the credit, the more important first. */
export function notes(result: AttributionResult, params: AttributionParams): Finding[] {
  return [
    ...journeyWarnings(result),
    ...result.models.flatMap(modelWarnings),
    ...costWarnings(result, params),
    { ...note('attribution.not-lift', {}), answeredBy: 'experiment' },
    ...disagreement(result),
    ...cheapest(result),
    ...rules(result, params),
  ];
}

function journeyWarnings({ journeys, from, lookbackMs, models }: AttributionResult): Finding[] {
  const { converted, withoutTouch, truncated, withoutChannel, missing } = journeys;
  const share = withoutTouch / converted;
  const needsNulls = models.some(({ kind }) => kind === 'markov' || kind === 'shapley-rate');
  return [
    ...(share > MANY_UNTOUCHED ? [warning('attribution.many-untouched', { share })] : []),
    ...(needsNulls && journeys.null === 0 ? [warning('attribution.no-nulls', {})] : []),
    ...(from === 'events' && truncated / converted > FEW_CUT
      ? [warning('attribution.truncated', { truncated, converted, lookbackMs })]
      : []),
    ...(withoutChannel > 0
      ? [warning('attribution.without-channel', { rows: withoutChannel })]
      : []),
    ...(missing > 0 ? [warning('attribution.missing-value', { missing })] : []),
  ];
}

function modelWarnings(model: ModelResult): Finding[] {
  const { name, kind, sparse = 0, states = 0, channels } = model;
  const isTooLarge = channels[0]?.conversions.problem?.code === 'chain-too-large';
  return [
    ...(sparse > MANY_SPARSE
      ? [warning('attribution.sparse', { model: name, sparse, states })]
      : []),
    ...(kind === 'participation' ? [warning('attribution.inflates', { model: name })] : []),
    ...(isTooLarge ? [warning('attribution.no-intervals', { model: name })] : []),
  ];
}

function costWarnings(
  { costs, models }: AttributionResult,
  { direct }: AttributionParams,
): Finding[] {
  if (costs === null) return [];
  const { withoutTouch, outside, unit } = costs;
  const withoutCost = costs.withoutCost.filter((channel) => channel !== direct);
  const names = withoutTouch.map(({ channel }) => channel);
  const cost = withoutTouch.reduce((sum, each) => sum + each.cost, 0);
  const differ = models
    .flatMap(({ channels }) => channels)
    .find(({ roas }) => roas?.problem?.code === 'units-differ')?.roas?.problem;
  return [
    ...(differ ? [warning('attribution.units-differ', differ.args)] : []),
    ...(names.length > 0
      ? [warning('attribution.cost-without-touch', { channels: names, cost, unit })]
      : []),
    ...(outside > 0 ? [warning('attribution.cost-outside', { cost: outside, unit })] : []),
    ...(withoutCost.length > 0
      ? [note('attribution.without-cost', { channels: withoutCost })]
      : []),
  ];
}

/** The channel that the models are furthest apart on. */
function disagreement({ models }: AttributionResult): Finding[] {
  const [widest] = [...modelRanges(models)].sort((a, b) => b.high - b.low - (a.high - a.low));
  if (!widest || !(widest.high > widest.low)) return [];
  return [note('attribution.range', { ...widest })];
}

/** Where a conversion costs least and most, by the first model. */
function cheapest({ models, costs }: AttributionResult): Finding[] {
  const [model] = models;
  if (!model || costs === null) return [];
  const priced = touchedChannels(model)
    .flatMap(({ channel, cac, cost }) =>
      cac === null || cac.estimate === null || !(cost! > 0) ? [] : [{ channel, cac: cac.estimate }],
    )
    .sort((a, b) => a.cac - b.cac);
  const [least, most] = [priced[0], priced.at(-1)];
  if (!least || !most || least === most) return [];
  return [
    note('attribution.costs', {
      model: model.name,
      cheap: least.channel,
      least: least.cac,
      dear: most.channel,
      most: most.cac,
      unit: costs.unit,
    }),
  ];
}

/** How it was counted, and the numbers inside the models. */
function rules(
  { from, lookbackMs, journeys, models }: AttributionResult,
  params: AttributionParams,
) {
  const { reset, path, conversions, direct } = params;
  const names = models[0]?.channels.map(({ channel }) => channel) ?? [];
  const kinds = models.map(({ kind }) => kind);
  return [
    from === 'paths'
      ? note('attribution.rule-paths', { path })
      : note('attribution.rule', { lookbackMs, reset, path, conversions }),
    ...models.flatMap(modelRule),
    ...(kinds.includes('last-non-direct') && !names.includes(direct)
      ? [note('attribution.no-direct', { direct })]
      : []),
    ...(kinds.includes('shapley') ? [note('attribution.shapley-even', {})] : []),
    ...(journeys.open > 0 ? [note('attribution.open', { open: journeys.open })] : []),
    ...(from === 'paths' ? [note('attribution.own-users', {})] : []),
  ];
}

function modelRule({ name, weights, twoTouch, halfLifeMs, channels }: ModelResult): Finding[] {
  if (weights !== null && twoTouch !== undefined) {
    const [first, middle, last] = weights;
    const [one, two] = twoTouch;
    return [note('attribution.weights', { model: name, first, middle, last, one, two })];
  }
  if (halfLifeMs !== undefined) return [note('attribution.half-life', { model: name, halfLifeMs })];
  const isSampled = channels.some(({ samplingError }) => samplingError !== undefined);
  return isSampled ? [note('attribution.sampled', { model: name })] : [];
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
