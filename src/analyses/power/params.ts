import { z } from 'zod';
import { common, eventNames, where } from '../common';
import { plannedMetric } from '../metric-params';
import { spending } from '../spending-params';

/** Looks at even steps by their number, or at shares of the users; the last is at the end. */
const lookPlan = z.strictObject({
  plan: spending.meta({ title: 'spending', input: 'choice' }),
  looks: z
    .union([z.int().min(2).max(20), z.array(z.number().gt(0).max(1)).min(1).max(20)])
    .default(5)
    .meta({ title: 'lookTimes', input: 'looks' }),
});

/** The parameters of `kind: power`. What is typed stands in for what would be estimated from the source. */
export const params = z.strictObject({
  ...common,
  source: common.source.optional(),
  exposure: z
    .strictObject({ event: eventNames, where: where.optional() })
    .optional()
    .meta({ title: 'wouldBeExposed', input: 'exposure' }),
  metric: plannedMetric.optional().meta({ title: 'metric', input: 'metric' }),
  baseline: z.number().optional().meta({ title: 'baseline', input: 'number' }),
  sd: z.number().gt(0).optional().meta({ title: 'sd', input: 'number' }),
  arrivals: z.number().gt(0).optional().meta({ title: 'arrivals', input: 'number' }),
  mde: z
    .union([z.number().gt(0), z.strictObject({ absolute: z.number().gt(0) })])
    .default(0.05)
    .meta({ title: 'changeToFind', input: 'share' }),
  power: z.number().gt(0.5).lt(1).default(0.8).meta({ title: 'power', input: 'share' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
  arms: z.int().min(2).max(20).optional().meta({ title: 'arms', input: 'number' }),
  split: z.array(z.number().gt(0)).min(2).optional().meta({ title: 'split', input: 'split' }),
  allocation: z.number().gt(0).max(1).default(1).meta({ title: 'allocation', input: 'share' }),
  users: z.int().min(4).optional().meta({ title: 'usersAtHand', input: 'number' }),
  looks: z
    .union([z.enum(['fixed', 'hybrid', 'always-valid']), lookPlan])
    .default('fixed')
    .meta({ title: 'looks', input: 'looks' }),
  tuning: z.number().gt(0).default(5000).meta({ title: 'tuning', input: 'number' }),
});

export type PowerParams = z.infer<typeof params>;
