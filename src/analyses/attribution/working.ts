import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import { type AttributionResult, type ChannelCredit, type ModelResult, NO_TOUCH } from './result';

/**
 * The formula behind a channel's credit, return or cost by one model. `channels.search.linear` is
 * short for `models.linear.channels.search.conversions`.
 */
export function working(result: AttributionResult, path: string): Working | null {
  const [list, first, second, third, field = 'conversions'] = parsePath(path).map(String);
  const [model, channel] = list === 'channels' ? [second, first] : [first, third];
  if (list !== 'channels' && list !== 'models') return null;
  const found = result.models.find(({ name }) => name === model);
  const credit = found?.channels.find((each) => each.channel === channel);
  if (!found || !credit) return null;
  switch (list === 'channels' ? 'conversions' : field) {
    case 'conversions':
      return creditWorking(result, found, credit);
    case 'removalEffect':
      return removalWorking(credit);
    case 'roas':
      return quotient('return = value / cost', credit.value, credit.cost, credit.roas);
    case 'cac':
      return perConversion(credit);
    default:
      return null;
  }
}

/** How each kind divides a conversion with n touches. */
const RULES: Readonly<Record<Exclude<ModelResult['kind'], 'markov'>, readonly [string, string]>> = {
  first: ['credit = Σ 1 over conversions whose first touch it is', 'Liftbook'],
  last: ['credit = Σ 1 over conversions whose last touch it is', 'Liftbook'],
  'last-non-direct': [
    'credit = Σ 1 over conversions whose last touch other than direct it is',
    'Liftbook',
  ],
  linear: ['credit = Σ (its touches) / n', 'Liftbook'],
  position: ['credit = Σ of the weights of its touches', 'Liftbook'],
  'time-decay': ['credit = Σ 2^(−age/h) / Σ of 2^(−age/h) over all touches', 'Liftbook'],
  participation: ['credit = Σ 1 over conversions that it touches', 'Liftbook'],
  shapley: ['credit = Σ 1 / (number of distinct channels)', 'Shapley 1953'],
  'shapley-rate': ['credit = N · φ / Σ φ,  v(S) = conversion rate within S', 'Shapley 1953'],
};

function creditWorking(
  { journeys }: AttributionResult,
  model: ModelResult,
  credit: ChannelCredit,
): Working | null {
  const { estimate, low, high } = credit.conversions;
  if (estimate === null) return null;
  const ends =
    low === null || high === null
      ? []
      : [
          { symbol: '95 % low', value: low },
          { symbol: '95 % high', value: high },
        ];
  if (credit.channel === NO_TOUCH) {
    const formula = 'credit = conversions without a touch';
    return { formula, figures: ends, value: estimate, source: 'Liftbook' };
  }
  if (model.kind === 'markov') {
    const effects = model.channels.reduce((sum, each) => sum + (each.removalEffect ?? 0), 0);
    const figures = [
      { symbol: 'N', value: journeys.converted - journeys.withoutTouch },
      { symbol: 'R', value: credit.removalEffect ?? 0 },
      { symbol: 'Σ R', value: effects },
      ...ends,
    ];
    const formula = 'credit = N · R / Σ R';
    return { formula, figures, value: estimate, source: 'Anderl et al. 2016' };
  }
  const [formula, source] = RULES[model.kind];
  const figures = [
    { symbol: 'touches', value: credit.touches },
    ...(model.weights?.map((value, i) => ({ symbol: WEIGHTS[i]!, value })) ?? []),
    ...(model.halfLifeMs === undefined ? [] : [{ symbol: 'h, ms', value: model.halfLifeMs }]),
    ...ends,
  ];
  return { formula, figures, value: estimate, source };
}

const WEIGHTS = ['first', 'all between', 'last'];

function removalWorking({ removalEffect }: ChannelCredit): Working | null {
  if (removalEffect === null) return null;
  const figures = [{ symbol: 'P without / P', value: 1 - removalEffect }];
  const formula = 'R = 1 − P(convert without the channel) / P(convert)';
  return { formula, figures, value: removalEffect, source: 'Anderl et al. 2016' };
}

function perConversion({ cost, conversions, cac }: ChannelCredit): Working | null {
  if (cac === null || cac.estimate === null || cost === null) return null;
  const figures = [
    { symbol: 'cost', value: cost },
    { symbol: 'conversions', value: conversions.estimate! },
  ];
  const formula = 'cost per conversion = cost / conversions';
  return { formula, figures, value: cac.estimate, source: 'Liftbook' };
}

function quotient(
  formula: string,
  value: ChannelCredit['value'],
  cost: number | null,
  roas: ChannelCredit['roas'],
): Working | null {
  if (
    roas === null ||
    roas.estimate === null ||
    cost === null ||
    value === null ||
    value.estimate === null
  ) {
    return null;
  }
  const figures = [
    { symbol: 'value', value: value.estimate },
    { symbol: 'cost', value: cost },
  ];
  return { formula, figures, value: roas.estimate, source: 'Liftbook' };
}
