import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

/** The parameters of `kind: repurchase`. */
export const params = z.strictObject({
  ...common,
  purchase: z
    .strictObject({ event: eventNames, where: where.optional() })
    .meta({ title: 'purchase', input: 'event-where' }),
  distinct: z
    .enum(['day', 'event'])
    .default('day')
    .meta({ title: 'distinctPurchases', input: 'distinctPurchases' }),
  orders: z.int().min(2).max(5).default(3).meta({ title: 'ordersFollowed', input: 'number' }),
  since: z
    .enum(['previous', 'first'])
    .default('previous')
    .meta({ title: 'timeSince', input: 'timeSince' }),
  within: z
    .array(duration)
    .min(1)
    .max(6)
    .default(['30d', '90d'])
    .meta({ title: 'within', input: 'durations' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('month')
    .meta({ title: 'period', input: 'choice' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
  control: z.string().optional().meta({ title: 'control', input: 'text' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
});

export type RepurchaseParams = z.infer<typeof params>;
