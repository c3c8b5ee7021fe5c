import { z } from 'zod';
import { common, duration, eventNames, marginOfValue, where } from '../common';
import { valuedEvent } from '../valued-rows';

/** The parameters of `kind: ltv`. */
export const params = z.strictObject({
  ...common,
  purchase: valuedEvent.meta({ title: 'purchase', input: 'amount' }),
  start: z
    .strictObject({ event: eventNames, where: where.optional() })
    .optional()
    .meta({ title: 'customerStart', input: 'event-where' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('month')
    .meta({ title: 'period', input: 'choice' }),
  periods: z.int().min(1).max(60).default(12).meta({ title: 'periods', input: 'number' }),
  windows: z
    .enum(['calendar', '24h'])
    .default('calendar')
    .meta({ title: 'windows', input: 'returnWindows' }),
  model: z
    .enum(['bg-nbd', 'mbg-nbd', 'none'])
    .default('bg-nbd')
    .meta({ title: 'buyingModel', input: 'buyingModel' }),
  timeUnit: z
    .enum(['day', 'week', 'month'])
    .default('week')
    .meta({ title: 'timeUnit', input: 'choice' }),
  holdout: duration.optional().meta({ title: 'holdout', input: 'duration' }),
  horizon: duration.default('52w').meta({ title: 'forecastHorizon', input: 'duration' }),
  margin: marginOfValue,
  discount: z.number().min(0).lt(10).default(0).meta({ title: 'discount', input: 'share' }),
});

export type LtvParams = z.infer<typeof params>;
