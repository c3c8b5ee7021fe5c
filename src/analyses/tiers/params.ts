import { z } from 'zod';
import { common, duration } from '../common';
import { valuedEvent } from '../valued-rows';

/** More steps than this no chart can show. */
const MOST_TIERS = 10;

/** The parameters of `kind: tiers`. */
export const params = z.strictObject({
  ...common,
  measure: valuedEvent.meta({ title: 'measure', input: 'measure' }),
  tiers: z
    .array(z.strictObject({ name: z.string().min(1), from: z.number() }))
    .min(1)
    .max(MOST_TIERS)
    .meta({ title: 'tierLadder', input: 'tiers' }),
  window: duration.nullable().default(null).meta({ title: 'tierWindow', input: 'duration' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('month')
    .meta({ title: 'period', input: 'choice' }),
  repurchase: duration.default('28d').meta({ title: 'repurchaseWithin', input: 'duration' }),
  near: z.number().gt(0).lt(1).default(0.25).meta({ title: 'tierNear', input: 'share' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
});

export type TiersParams = z.infer<typeof params>;
