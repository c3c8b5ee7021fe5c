import { z } from 'zod';
import { columnName, common, eventNames, marginOfValue, where } from '../common';
import { valuedEvent } from '../valued-rows';

/** The parameters of `kind: payback`. */
export const params = z.strictObject({
  ...common,
  acquisition: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      channel: columnName.meta({ title: 'channel', input: 'column' }),
    })
    .meta({ title: 'acquisition', input: 'touch' }),
  purchase: valuedEvent.meta({ title: 'purchase', input: 'amount' }),
  costs: z.string().meta({ title: 'costs', input: 'cell' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('month')
    .meta({ title: 'period', input: 'choice' }),
  periods: z.int().min(1).max(60).default(12).meta({ title: 'periods', input: 'number' }),
  margin: marginOfValue,
});

export type PaybackParams = z.infer<typeof params>;
