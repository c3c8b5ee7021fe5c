import type { JsonObject } from '../../src/base/json';

/** A kind of cell, and one setting of it with what it is changed to. */
export interface Readout {
  readonly kind: string;
  readonly params: JsonObject;
  readonly changed: JsonObject;
}

/** Segments that the cells name. */
export const SEGMENTS: Readonly<Record<string, JsonObject>> = {
  buyers: { rule: { event: 'purchase', within: '28d', count: { '>=': 2 } } },
  faded: {
    rule: {
      all: [
        { event: 'view', count: { '>=': 6 } },
        { event: 'view', last: { '>=': '14d' } },
      ],
    },
  },
};

/** What was spent by channel and month on the users of the bench file. */
export const SPEND = [
  'channel,date,cost',
  ...['direct', 'email', 'search', 'social', 'affiliate'].flatMap((channel) =>
    [1, 2, 3, 4, 5, 6].map((month) => `${channel},2026-0${month}-01,${900 * month}`),
  ),
].join('\n');

const PURCHASE = { event: 'purchase', value: 'amount' };
const ACQUISITION = { event: 'exposure', channel: 'channel' };

/** One cell of each kind about what users do, as a reader would write it. */
export const SIXTEEN: readonly Readout[] = [
  {
    kind: 'segments',
    params: {
      segments: ['buyers', 'faded'],
      metrics: [
        { name: 'buys', event: 'purchase' },
        { name: 'spent', ...PURCHASE },
      ],
    },
    changed: { portrait: 'faded' },
  },
  { kind: 'churn', params: {}, changed: { below: 0.12 } },
  {
    kind: 'health',
    params: { value: { ...PURCHASE, window: '8w' } },
    changed: { bands: { healthy: 75, watch: 45 } },
  },
  {
    kind: 'concentration',
    params: { measure: PURCHASE, acquisition: ACQUISITION, costs: 'spend', margin: 0.4 },
    changed: { superUsers: 0.05 },
  },
  {
    kind: 'rfm',
    params: { purchase: PURCHASE, previous: '2026-05-31' },
    changed: { lookback: '90d' },
  },
  {
    kind: 'tiers',
    params: {
      measure: PURCHASE,
      tiers: [
        { name: 'bronze', from: 0 },
        { name: 'silver', from: 100 },
        { name: 'gold', from: 250 },
      ],
    },
    changed: { repurchase: '21d' },
  },
  { kind: 'ltv', params: { purchase: PURCHASE }, changed: { horizon: '26w' } },
  {
    kind: 'payback',
    params: { acquisition: ACQUISITION, purchase: PURCHASE, costs: 'spend', periods: 5 },
    changed: { margin: 0.5 },
  },
  {
    kind: 'repurchase',
    params: { purchase: { event: 'purchase' }, breakdown: 'country' },
    changed: { within: ['28d', '56d'] },
  },
  {
    kind: 'promo',
    params: {
      purchase: PURCHASE,
      promotion: { channel: 'email' },
      campaign: {
        from: '2026-03-02',
        to: '2026-03-16',
        recipients: { event: 'exposure', where: { variant: 'treatment' } },
        randomised: true,
      },
      margin: 0.5,
    },
    changed: { dependentFrom: 0.6 },
  },
  {
    kind: 'monitor',
    params: {
      rules: [{ type: 'change' }, { type: 'cusum' }, { type: 'anomaly' }],
      breakdown: 'country',
    },
    changed: { period: 'day' },
  },
  {
    kind: 'friction',
    params: {
      steps: [{ event: 'search' }, { event: 'cart' }, { event: 'purchase' }],
      window: '7d',
      errors: { event: 'view', where: { ms: { '>': 2000 } } },
      breakdown: 'platform',
    },
    changed: { window: '5d' },
  },
  {
    kind: 'nps',
    params: {
      event: 'search',
      answered: { score: { exists: true } },
      value: 'score',
      breakdown: 'country',
      contacts: { event: 'cart' },
    },
    changed: { answers: 'first' },
  },
  {
    kind: 'referral',
    params: {
      invite: { event: 'cart' },
      signup: { event: 'exposure' },
      referred: { referrer: { exists: true } },
      referrer: 'referrer',
    },
    changed: { to: '21d' },
  },
  {
    kind: 'campaign',
    params: {
      contact: { event: 'view', where: { channel: 'email' } },
      open: { event: 'search', where: { channel: 'email' } },
      act: PURCHASE,
      breakdown: 'country',
      randomised: { event: 'exposure', variant: 'variant', control: 'control' },
      compare: { start: '2026-03-02' },
    },
    changed: { window: '5d' },
  },
  {
    kind: 'affinity',
    params: { engage: { event: 'view' }, content: 'channel', breakdown: 'country' },
    changed: { to: '21d' },
  },
];
