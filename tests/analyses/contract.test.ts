import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { isObject } from '../../src/base/json';
import type { AnyAnalysis, Input, NamedSegment, NamedTable } from '../../src/analyses/analysis';
import { analyses } from '../../src/analyses/index';
import { inputOf } from '../../src/analyses/input-of';
import { buildIndex } from '../../src/events/build-index';
import { block } from '../../src/events/event-index';
import { chinese } from '../../src/locale/zh-cn/chinese';
import { english } from '../../src/locale/english';
import { type Language, findingSentence } from '../../src/locale/language';
import { numbersFor } from '../../src/locale/numbers';
import type { SegmentParams } from '../../src/notebook/schema';
import { story } from '../events/story';
import { EVENT_ROLES, resultInBlocks } from './run';
import { dice, shop } from './shop';

const languages: readonly Language[] = [
  english,
  { locale: 'zh-CN', ...chinese, numbers: numbersFor('zh-CN') },
];

/** Parameters that make each analysis show all it can on the invented shop. */
const SAMPLES: Readonly<Record<string, readonly object[]>> = {
  attribution: [
    {
      touch: { event: ['see', 'visit'], channel: 'country' },
      conversion: { event: 'buy', value: 'amount' },
      lookback: '6d',
      models: [
        'first',
        'last',
        'last-non-direct',
        { position: [0.5, 0.3, 0.2], twoTouch: 'half-middle' },
        'j',
        { 'time-decay': '1d' },
        'participation',
        { markov: 1 },
        { markov: 2 },
        'shapley',
        { shapley: 'rate' },
      ],
      bootstrap: 20,
    },
    {
      touch: { event: 'see', channel: 'arm' },
      conversion: { event: 'buy' },
      conversions: 'first',
      reset: false,
      path: 'frequency',
      direct: 'A',
      bootstrap: 20,
    },
    {
      touch: { event: 'visit', channel: 'arm' },
      conversion: { event: 'buy' },
      models: ['markov'],
      bootstrap: 5,
    },
  ],
  funnel: [
    {
      steps: [
        { event: 'see' },
        { event: 'buy' },
        { event: 'buy', where: { amount: { '>=': 10 } } },
      ],
      window: '7d',
      breakdown: 'arm',
      control: 'A',
      split: { A: 0.5, B: 0.5 },
      exclude: [{ event: 'visit', from: 1, to: 2 }],
      completeThrough: '2026-03-16',
    },
    {
      steps: [{ event: ['see', 'visit'] }, { event: 'visit', optional: true }, { event: 'buy' }],
      window: '10d',
      exclude: [{ event: 'see', from: 1, to: 2, rule: 'remove' }],
      drivers: { before: '3d', after: '1d' },
      completeThrough: '2026-03-18',
      period: 'week',
    },
    {
      steps: [{ event: 'buy' }, { event: 'see' }],
      order: 'unordered',
      window: null,
      count: 'totals',
      hold: ['country'],
    },
    {
      steps: [{ event: 'see' }, { event: 'buy' }],
      order: 'strict',
      count: 'sessions',
      breakdown: 'country',
      breakdownBy: 'last',
      window: '1h',
    },
    {
      steps: [{ event: '*' }, { event: 'buy' }],
      entry: 'first',
      breakdown: 'amount',
      breakdownBy: 'all',
      window: '30d',
    },
    { steps: [{ event: 'see' }, { event: 'buy' }], window: '90d' },
  ],
  nps: [
    {
      event: 'buy',
      ...{ value: 'amount', breakdown: 'country', asked: { event: 'see' }, period: 'week' },
      contacts: { event: 'visit', bands: [1] },
    },
    { event: ['buy', 'see'], value: 'amount', answers: 'first', contacts: { event: 'see' } },
  ],
  referral: [
    {
      ...{ invite: { event: 'visit' }, signup: { event: 'see' }, referred: { arm: 'B' } },
      ...{ activity: { event: 'buy' }, to: '8d', referrer: 'country' },
    },
    { invite: { event: 'buy' }, signup: { event: 'see' }, referred: { country: 'FR' } },
  ],
  campaign: [
    {
      contact: { event: 'see' },
      ...{ open: { event: 'visit' }, act: { event: 'buy', value: 'amount' }, window: '5d' },
      breakdown: 'country',
      randomised: { event: 'see', variant: 'arm', control: 'A' },
      compare: { start: '2026-03-06', before: '4d' },
    },
    { contact: { event: 'buy' }, act: { event: 'buy' }, bands: [2], window: '3d' },
    {
      ...{ contact: { event: 'see' }, act: { event: 'buy' } },
      compare: { start: '2026-03-16', before: '14d' },
    },
  ],
  affinity: [
    { engage: { event: 'buy' }, content: 'amount', breakdown: 'country', to: '6d' },
    {
      ...{ engage: { event: ['see', 'visit'] }, content: 'arm', breakdown: 'country' },
      ...{ return: { event: 'buy' }, to: '4d' },
    },
  ],
  friction: [
    {
      steps: [{ event: 'see' }, { event: 'buy', wait: 'amount' }, { event: 'buy' }],
      window: '6d',
      breakdown: 'country',
      errors: { event: 'visit' },
    },
    { steps: [{ event: 'see' }, { event: 'visit' }], window: null, repeat: '1h' },
    {
      steps: [{ event: 'buy', wait: 'amount' }, { event: 'see' }],
      ...{ window: '4d', bands: ['1s'], range: { from: '2026-03-02', to: '2026-03-12' } },
    },
  ],
  retention: [
    { start: { event: 'see' }, period: 'day', periods: 12, breakdown: 'arm', control: 'A' },
    {
      start: { event: 'see' },
      return: { event: 'buy' },
      breakdown: 'country',
      value: 'amount',
      mode: 'on-or-before',
      period: 'week',
      periods: 5,
    },
    {
      start: { event: 'buy' },
      return: { event: 'buy' },
      cohorts: 'recurring',
      period: 'day',
      periods: 6,
      breakdown: 'arm',
      control: '(none)',
    },
    { start: { event: 'see' }, mode: 'on-or-after', horizon: null, windows: '24h', period: 'day' },
    {
      start: { event: 'buy', where: { amount: { '>=': 20 } } },
      cohorts: 'first-ever',
      mode: 'brackets',
      brackets: [1, 3, 7],
      period: 'day',
      overall: 'mean',
    },
    {
      start: { event: 'see' },
      mode: 'streak',
      minimum: 2,
      period: 'week',
      breakdown: 'arm',
      control: 'B',
      split: { A: 0.5, B: 0.5 },
      overall: 'balanced',
    },
    {
      start: { event: 'buy' },
      value: 'amount',
      period: 'month',
      periods: 3,
      range: { from: '2026-03-01', to: '2026-04-01' },
    },
  ],
  paths: [
    { from: { event: 'see' }, to: { event: 'buy' }, breakdown: 'arm', control: 'A' },
    { from: { event: 'see' }, count: 'sessions', steps: 3, breakdown: 'country' },
    { to: { event: 'buy', where: { amount: { '>=': 20 } } }, collapse: false, window: '14d' },
    { count: 'sessions', minShare: 0.3, top: 3 },
    { from: { event: 'visit' }, to: { event: 'buy' }, hide: ['see'], window: null, steps: 2 },
  ],
  health: [
    {
      horizon: '8d',
      activeWithin: '12d',
      completeThrough: '2026-03-20',
      dimensions: [
        { name: 'silence', measure: 'recency', weight: 2 },
        { name: 'days', measure: 'active-days', window: '6d' },
        { name: 'visits', measure: 'sessions', window: '6d' },
        { name: 'orders', measure: 'events', event: 'buy', window: '8d' },
        { name: 'spent', measure: 'sum', event: 'buy', value: 'amount', window: '8d' },
        { name: 'basket', measure: 'mean', event: 'buy', value: 'amount', window: '8d' },
        { name: 'latest', measure: 'last', event: 'buy', value: 'amount', window: '8d' },
        { name: 'kinds', measure: 'breadth', window: '8d' },
        { name: 'way', measure: 'trend', window: '8d' },
        {
          name: 'large',
          measure: 'share',
          event: 'buy',
          where: { amount: { '>=': 20 } },
          of: { event: 'buy' },
          window: '8d',
        },
        { name: 'age', measure: 'tenure', direction: 'down' },
      ],
      value: { event: 'buy', value: 'amount', window: '30d' },
    },
    {
      horizon: '8d',
      dimensions: [{ name: 'kinds', measure: 'breadth', value: 'country', window: '4d' }],
    },
    {
      horizon: '3d',
      event: 'buy',
      drop: null,
      dimensions: [{ name: 'silence', measure: 'recency', direction: 'up' }],
    },
  ],
  segments: [
    {
      segments: ['buyers', 'lately'],
      metrics: [
        { name: 'buys', event: 'buy', window: '7d' },
        { name: 'spent', event: 'buy', value: 'amount', window: '7d' },
        { name: 'visits', event: 'visit', window: '2d' },
      ],
    },
    { segments: ['nobody', 'everybody'], period: 'day', portrait: 'everybody', lookback: '9d' },
    { segments: ['nobody', 'none'], metrics: [{ name: 'buys', event: 'buy', window: '90d' }] },
  ],
  churn: [
    { after: '6d', period: 'day' },
    { event: { event: 'buy', where: { amount: { '>=': 20 } } }, after: '9d', gaps: 2 },
    { event: ['see', 'buy'], after: '4d', horizon: '7d', below: 0.4 },
    { event: 'visit', after: '40d', range: { from: '2026-03-03', to: '2026-03-09' } },
  ],
  payback: [
    {
      acquisition: { event: 'see', channel: 'arm' },
      purchase: { event: 'buy', value: 'amount' },
      ...{ costs: 'spend', period: 'week', periods: 4, margin: 0.5 },
    },
    {
      acquisition: { event: 'see', where: { country: 'DE' }, channel: 'country' },
      purchase: { event: 'buy' },
      ...{ costs: 'spend', period: 'day', periods: 3 },
    },
  ],
  promo: [
    {
      purchase: { event: 'buy', value: 'amount' },
      promotion: { amount: { '>=': 25 } },
      within: '4d',
      campaign: {
        ...{ from: '2026-03-06', to: '2026-03-09', window: '3d', randomised: true },
        recipients: { column: 'country', treatment: 'DE', control: 'FR' },
      },
    },
    {
      purchase: { event: 'buy' },
      promotion: { amount: { '>=': 30 } },
      ...{ activity: 'buy', minimumOrders: 50 },
      campaign: {
        ...{ from: '2026-03-20', to: '2026-03-25', window: '1w' },
        recipients: { event: 'see', where: { arm: 'B' } },
      },
    },
    { purchase: { event: 'buy', value: 'amount' }, promotion: { amount: { '<': 0 } } },
  ],
  repurchase: [
    { purchase: { event: 'buy' }, within: ['4d', '8d'], breakdown: 'country', period: 'week' },
    {
      purchase: { event: 'buy', where: { amount: { '>=': 10 } } },
      ...{ distinct: 'event', since: 'first', orders: 5, within: ['90d'], breakdown: 'arm' },
    },
    { purchase: { event: 'visit' } },
  ],
  ltv: [
    { purchase: { event: 'buy', value: 'amount' }, period: 'week', periods: 3, holdout: '5d' },
    {
      purchase: { event: 'buy', value: 'amount' },
      start: { event: 'see' },
      ...{ model: 'mbg-nbd', windows: '24h', period: 'day', periods: 30, discount: 0.1 },
    },
    { purchase: { event: 'buy' }, model: 'none', periods: 2 },
    { purchase: { event: 'buy', where: { amount: { '>=': 39.9 } }, value: 'amount' } },
  ],
  concentration: [
    { measure: { event: 'buy', value: 'amount' }, bootstrap: 50 },
    { measure: { event: ['see', 'visit'] }, everyone: true, top: [0.5, 0.1], bootstrap: 60 },
    {
      measure: { event: 'buy', value: 'amount', where: { amount: { '>=': 10 } } },
      superUsers: 0.2,
      range: { from: '2026-03-04', to: '2026-03-12' },
      alpha: 0.1,
    },
  ],
  tiers: [
    {
      measure: { event: 'buy', value: 'amount' },
      tiers: [
        { name: 'new', from: 0 },
        { name: 'silver', from: 20 },
        { name: 'gold', from: 60 },
      ],
      period: 'week',
      repurchase: '5d',
    },
    {
      measure: { event: ['buy', 'see'] },
      tiers: [
        { name: 'one', from: 1 },
        { name: 'three', from: 3 },
        { name: 'never', from: 100 },
      ],
      window: '6d',
      period: 'day',
      repurchase: '4d',
      range: { from: '2026-03-05', to: '2026-03-15' },
    },
    {
      measure: { event: 'buy', value: 'amount' },
      tiers: [{ name: 'all', from: 0 }],
      repurchase: '90d',
    },
  ],
  rfm: [
    { purchase: { event: 'buy', value: 'amount' } },
    {
      purchase: { event: 'buy', value: 'amount' },
      previous: '2026-03-12',
      lookback: '9d',
      monetary: 'mean',
      cuts: { recency: [2, 5, 8, 13], frequency: [1, 2, 3, 4] },
    },
    {
      purchase: { event: 'buy' },
      segments: [{ name: 'vip', recency: [4, 5], fm: [4, 5] }],
      previous: '2026-03-10',
    },
  ],
  lifecycle: [
    { period: 'day' },
    { event: 'buy', period: 'week' },
    { event: { event: 'buy', where: { amount: { '>=': 20 } } }, period: 'month' },
    { period: 'hour', range: { from: '2026-03-10', to: '2026-03-11' } },
    { period: 'week', range: { from: '2026-03-09', to: '2026-03-23' } },
  ],
  experiment: [
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      looks: 'fixed',
      metrics: [
        { name: 'bought', type: 'proportion', event: 'buy', window: '7d' },
        { name: 'revenue', type: 'mean', event: 'buy', value: 'amount', role: 'goal' },
        { name: 'orders', type: 'count', event: 'buy', window: '4d' },
        { name: 'back', type: 'retention', event: 'buy', from: '4d', to: '8d' },
        { name: 'never', type: 'proportion', event: 'visit', role: 'guardrail' },
      ],
    },
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      plannedEnd: '2026-03-08',
      segments: ['country'],
      metrics: [
        { name: 'bought', type: 'proportion', event: 'buy', target: 0.1 },
        {
          name: 'revenue',
          type: 'mean',
          event: 'buy',
          value: 'amount',
          cap: { upper: 0.99 },
          margin: 0.2,
          role: 'guardrail',
        },
        {
          name: 'basket',
          type: 'ratio',
          numerator: { event: 'buy', value: 'amount' },
          denominator: { event: 'buy' },
          role: 'goal',
        },
        { name: 'visits', type: 'count', event: 'visit', cuped: '3d', direction: 'down' },
        { name: 'median', type: 'quantile', quantile: 0.5, event: 'buy', value: 'amount' },
      ],
    },
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      plannedEnd: '2026-05-01',
      lift: 'delta',
      correction: { preferred: 'bought' },
      metrics: [
        { name: 'bought', type: 'proportion', event: 'buy', cuped: '14d' },
        { name: 'orders', type: 'count', event: 'buy', role: 'goal', cap: { max: 0.5 } },
        { name: 'flat', type: 'count', event: 'see', role: 'goal', cap: { upper: 0.001 } },
      ],
    },
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      segments: ['country', 'amount'],
      metrics: [{ name: 'bought', type: 'proportion', event: 'buy', margin: 0.1 }],
    },
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      activation: { event: 'buy' },
      exclude: [
        { name: 'many', event: 'buy', atLeast: 4 },
        { name: 'nobody', where: { country: 'XX' } },
        { name: 'german', where: { country: 'DE' } },
      ],
      balance: '5d',
      metrics: [
        { name: 'visited', type: 'proportion', event: 'visit' },
        {
          name: 'basket',
          type: 'ratio',
          numerator: { event: 'buy', value: 'amount' },
          denominator: { event: 'buy' },
          role: 'goal',
        },
      ],
    },
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'A',
      looks: { plan: { power: 2 }, looks: [0.25, '2026-03-09', 1], users: 2000 },
      metrics: [
        { name: 'bought', type: 'proportion', event: 'buy', cuped: '3d' },
        {
          name: 'orders',
          type: 'count',
          event: 'buy',
          window: '2d',
          role: 'guardrail',
          margin: 0.2,
        },
      ],
    },
    {
      exposure: { event: 'see', variant: 'arm' },
      control: 'B',
      looks: 'fixed',
      contamination: 'first',
      metrics: [{ name: 'late', type: 'proportion', event: 'buy', window: '4w' }],
    },
  ],
  scorecard: [
    {
      links: [
        { name: 'acquire', value: { ratio: 1.1, low: 0.8, high: 1.4, value: 12 }, full: 1.25 },
        {
          name: 'buy again',
          measure: 'Share of buyers',
          value: { rate: 0.1, low: 0.05, high: 0.2 },
          before: { rate: 0.4, low: 0.3, high: 0.5 },
          ...{ zero: 0.9, full: 0.05, format: 'rate' },
        },
        { name: 'ours', value: 3, before: 2, full: 4, format: 'money', unit: 'EUR' },
        { name: 'content', value: null, before: 0.2, full: 1 },
      ],
    },
    { links: [{ name: 'keep', value: 90_000, zero: 86_400_000, full: 0, format: 'duration' }] },
  ],
  calculator: [
    { arms: 'control 24102 1211\ntreatment 24118 1341' },
    { arms: 'A 5000 0\nB 5100 40\nC 9000 50', looks: 'always-valid', margin: 0.1, target: 0.2 },
  ],
  monitor: [
    {
      period: 'day',
      rules: [
        { type: 'change', lag: 7 },
        { type: 'change', by: 0.05 },
      ],
    },
    {
      metric: { type: 'sum', name: 'revenue', event: 'buy', value: 'amount' },
      period: 'day',
      breakdown: 'country',
      rules: [
        { type: 'cusum', direction: 'both', baseline: 8, limit: 1 },
        { type: 'anomaly', share: 0.3 },
        { type: 'level', below: 50, runs: 2 },
      ],
    },
    {
      metric: {
        type: 'ratio',
        numerator: { event: 'buy', count: 'users' },
        denominator: { event: ['see', 'visit'] },
      },
      period: 'day',
      breakdown: 'arm',
      range: { from: '2026-03-04', to: '2026-03-15' },
    },
    { metric: { type: 'retention' }, breakdown: 'country', period: 'day' },
    { metric: { type: 'nps', event: 'buy', value: 'amount' }, period: 'day', breakdown: 'arm' },
    { metric: { type: 'mean', event: 'buy', value: 'amount' }, period: 'month' },
    { metric: { type: 'count', event: 'buy' }, period: 'hour' },
  ],
  power: [
    {
      exposure: { event: 'see' },
      metric: { name: 'bought', type: 'proportion', event: 'buy', window: '7d', cuped: '3d' },
      users: 500,
      looks: 'hybrid',
    },
    {
      exposure: { event: 'see' },
      metric: {
        name: 'basket',
        type: 'ratio',
        numerator: { event: 'buy', value: 'amount' },
        denominator: { event: 'buy' },
        direction: 'down',
      },
      mde: { absolute: 2 },
      arms: 3,
      looks: 'always-valid',
    },
    { baseline: 0.9, mde: 0.2, arrivals: 20, users: 100, split: [0.2, 0.8] },
    { baseline: 0, mde: { absolute: 0.01 }, range: { from: '2026-03-05', to: '2026-03-08' } },
  ],
};

/** What the arms of the shop cost, as if they were channels. */
const SPEND: NamedTable = {
  dataset: story(`channel:text date:time cost:number
    A 0 100
    B 0 900
    A 7.5 50
    mail 3 20`),
  roles: { channel: 'channel', date: 'date', cost: 'cost' },
  columnUnits: {},
};

/** Segments of the shop, for analyses that name some. */
const SEGMENTS: Readonly<Record<string, SegmentParams['rule']>> = {
  buyers: { event: 'buy', count: { '>=': 2 } },
  lately: { any: [{ event: 'visit' }, { event: 'buy', last: { '<=': '5d' } }] },
  nobody: { event: 'buy', count: { '>=': 1000 } },
  none: { not: { event: '*' } },
  everybody: { event: '*' },
};

function segmentsOf(): ReadonlyMap<string, NamedSegment> {
  return new Map(
    Object.entries(SEGMENTS).map(([name, rule]) => [
      name,
      { params: { source: 'shop', rule }, timezone: 'UTC', users: new Uint8Array(0) },
    ]),
  );
}

function inputFor(analysis: AnyAnalysis, given: object, users: number) {
  const source = ['calculator', 'scorecard'].includes(analysis.id) ? {} : { source: 'shop' };
  const params = analysis.params.parse({ ...source, ...given }) as never;
  const input = inputOf(buildIndex(shop(users), EVENT_ROLES), params, {
    timezone: 'Europe/Berlin',
    weekStart: 'monday',
    population: null,
    columnUnits: {},
    tables: new Map([['spend', SPEND]]),
    ...(analysis.id === 'segments' ? { segments: segmentsOf() } : {}),
  });
  return { params, input };
}

/** The result when users are cut at `cuts` and the parts merged from the left. */
function resultFromParts(
  analysis: AnyAnalysis,
  input: Input,
  params: unknown,
  cuts: readonly number[],
): Json {
  const ends = [...cuts, input.events.users];
  const [first, ...others] = ends.map((to, i) =>
    analysis.aggregate({ ...input, events: block(input.events, ends[i - 1] ?? 0, to) }, params),
  );
  const whole = others.reduce((a, b) => analysis.merge(a, b), first);
  return analysis.infer(whole, params, input.scope);
}

/** Objects of a result with the path that leads to them. */
function* objectsIn(value: Json, path = ''): Generator<[string, { [key: string]: Json }]> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* objectsIn(each, `${path}[${i}]`);
  } else if (isObject(value)) {
    yield [path, value as { [key: string]: Json }];
    for (const [key, each] of Object.entries(value)) yield* objectsIn(each, `${path}.${key}`);
  }
}

/** Null where the contract has nothing to say, not where a number could not be computed. */
const EMPTY_BY_CONTRACT = [
  // A funnel's first step takes no time; one group has no name and no control.
  'time',
  'name',
  'control',
  'column',
  'df',
  'raw',
  'unit',
  'cuped',
  'margin',
  'windowMs',
  'days',
  'arm',
  'metric',
  'plannedEnd',
  'reached',
  'horizon',
];

/** What is null where nobody asked for it, in objects that have the key. */
const NOT_ASKED: Readonly<Record<string, readonly string[]>> = {
  removalEffect: ['value', 'removalEffect', 'firstProbability', 'cost', 'roas', 'cac'],
  nulls: ['value'],
  channels: ['weights'],
  distinctPaths: ['costs'],
  split: ['split'],
  pChange: ['change', 'pChange'],
  reference: ['lookbackMs', 'migration', 'stray'],
  repurchaseMs: ['stray'],
  replicates: ['worth'],
  doubtful: ['doubtful', 'campaign', 'looksGood', 'model', 'spending', 'holdout', 'forecast'],
  // A count has no denominator and no mix; the first period has nothing before it.
  fired: ['denominator', 'low', 'high'],
  mix: ['mix', 'own'],
  overdispersion: ['overdispersion'],
  relative: ['relative'],
  up: ['up', 'down'],
  soFar: ['soFar'],
  // What a step had its users wait is not always measured, and the longest wait has no end.
  signs: ['wait', 'explained', 'name'],
  toMs: ['toMs'],
  // The last band of contacts has no end, and without an event nobody knows who was asked.
  pAdjusted: ['to'],
  promoters: ['response'],
  // Nobody is linked to an inviter where no column names one.
  linked: ['linked', 'cycle'],
  // Opens that nobody records, the last band of contacts, comparisons that nobody asked for.
  acted: ['opened', 'actedOfOpened', 'to'],
  knowsOpens: ['randomised', 'compared'],
  // A link is compared with before only where that is named, and where both have a number.
  needed: ['before', 'moved'],
  // Lifts that vary no more than chance have no strength to be drawn by.
  shrinkage: ['shrinkage'],
};

const all: readonly AnyAnalysis[] = await Promise.all(
  Object.values(analyses).map((fetched) => fetched()),
);
const cases = all.flatMap((analysis) =>
  (SAMPLES[analysis.id] ?? []).map((given, i) => ({
    name: `${analysis.id} ${i + 1}`,
    analysis,
    given,
  })),
);

describe('every analysis', () => {
  it('has a sample here', () => {
    expect(all.map(({ id }) => id).filter((id) => !(id in SAMPLES))).toEqual([]);
    expect(all.map(({ id }) => id)).toEqual(Object.keys(analyses));
    for (const { words } of languages) {
      expect(Object.keys(words.analyses).sort()).toEqual(Object.keys(analyses).sort());
    }
  });
});

describe.each(cases)('$name', ({ analysis, given }) => {
  const { params, input } = inputFor(analysis, given, 600);
  const result = analysis.infer(analysis.aggregate(input, params), params, input.scope);

  it('is plain JSON that reads back as itself', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('is the same to the last bit however the users are cut into blocks', async () => {
    const random = dice(7);
    for (let trial = 0; trial < 5; ++trial) {
      const cuts = Array.from({ length: trial + 1 }, () => Math.floor(random() * 600)).sort(
        (a, b) => a - b,
      );
      expect(resultFromParts(analysis, input, params, cuts)).toEqual(result);
    }
    expect(await resultInBlocks(analysis, input, params)).toEqual(result);
  });

  it('says why wherever a number is missing', () => {
    for (const [path, object] of objectsIn(result)) {
      const notAsked = Object.keys(object).flatMap((key) => NOT_ASKED[key] ?? []);
      const missing = Object.entries(object)
        .filter(
          ([key, value]) => value === null && ![...EMPTY_BY_CONTRACT, ...notAsked].includes(key),
        )
        .map(([key]) => key);
      if (missing.length > 0) {
        expect(object, `${path} lacks ${missing.join(', ')}`).toHaveProperty('problem.code');
      }
    }
  });

  it('keeps counts beside rates', () => {
    for (const [path, object] of objectsIn(result)) {
      if (path.endsWith('.problem.args')) continue;
      if ('rate' in object) {
        expect(object, path).toHaveProperty('entered' in object ? 'converted' : 'of');
      }
      if ('share' in object && 'users' in object) expect(object, path).toHaveProperty('of');
    }
  });

  it('never holds a user id', () => {
    expect(JSON.stringify(result)).not.toMatch(/"u\d+"/);
  });

  it.each(languages)('speaks whole sentences in $locale', (language) => {
    const said = analysis.findings(result, params).map((each) => findingSentence(each, language));
    expect(said.length).toBeGreaterThan(0);
    for (const sentence of said)
      expect(sentence).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  });

  it.each(languages)('fills every listed column of its tables in $locale', (language) => {
    for (const { name, columns, rows } of analysis.tables(result, language)) {
      for (const row of rows) {
        for (const { key, caption, tone, interval } of columns) {
          const keys = [key, caption, tone, interval?.low, interval?.high].filter((k) => k);
          for (const each of keys) expect(row, `${name}: ${key}`).toHaveProperty([each!]);
        }
        expect(JSON.stringify(row)).not.toMatch(/undefined|NaN/);
      }
    }
  });

  it('describes its charts in words', () => {
    for (const chart of analysis.charts(result, english)) {
      expect(chart.description.length).toBeGreaterThan(10);
      expect(chart.spec).toHaveProperty('data.values');
    }
  });
});
