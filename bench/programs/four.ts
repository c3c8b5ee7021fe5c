/** The four countings that everybody does, as Liftbook's cells have them. */
export const FOUR = {
  experiment: {
    exposure: { event: 'exposure', variant: 'variant' },
    control: 'control',
    metrics: [
      { name: 'purchase', type: 'proportion', event: 'purchase', window: '7d' },
      { name: 'revenue', type: 'mean', event: 'purchase', value: 'amount', window: '7d' },
    ],
    balance: '0s',
    looks: 'fixed',
  },
  retention: {
    start: { event: 'exposure' },
    return: { event: '*' },
    period: 'day',
    periods: 14,
  },
  funnel: {
    steps: [{ event: 'view' }, { event: 'cart' }, { event: 'purchase' }],
    window: '7d',
    drivers: null,
  },
  attribution: {
    touch: { event: 'view', channel: 'channel' },
    conversion: { event: 'purchase', value: 'amount' },
    lookback: '7d',
    path: 'as-is',
    models: ['linear'],
    bootstrap: 0,
  },
} as const;

/** The last day of the files of the bench: everything in them counts. */
export const LAST_DAY = '2026-02-01';
