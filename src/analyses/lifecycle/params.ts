import { z } from 'zod';
import { common, eventNames, where } from '../common';

/** The parameters of `kind: lifecycle`. */
export const params = z.strictObject({
  ...common,
  event: z
    .union([eventNames, z.strictObject({ event: eventNames, where: where.optional() })])
    .default('*')
    .meta({ title: 'event', input: 'event' }),
  period: z
    .enum(['hour', 'day', 'week', 'month'])
    .default('week')
    .meta({ title: 'period', input: 'choice' }),
});

export type LifecycleParams = z.infer<typeof params>;
