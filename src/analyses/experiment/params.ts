import { z } from 'zod';
import { columnName, common, duration, eventNames, instant, where } from '../common';
import { metric } from '../metric-params';
import { spending } from '../spending-params';

export type { Amount, Metric } from '../metric-params';

/** Users who are left out: by what is known of them, or by what they did so many times. */
const exclusion = z.strictObject({
  name: z.string().min(1).meta({ title: 'name', input: 'text' }),
  event: eventNames.optional(),
  where: where.optional(),
  atLeast: z.int().min(1).default(1).meta({ title: 'atLeast', input: 'number' }),
});

/** The parameters of `kind: experiment`. */
export const params = z.strictObject({
  ...common,
  exposure: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      variant: columnName.meta({ title: 'variant', input: 'column' }),
    })
    .optional()
    .meta({ title: 'exposure', input: 'exposure' }),
  variant: columnName.optional().meta({ title: 'variant', input: 'column' }),
  control: z.string().meta({ title: 'control', input: 'arm' }),
  activation: z
    .strictObject({ event: eventNames, where: where.optional() })
    .optional()
    .meta({ title: 'activation', input: 'activation' }),
  exclude: z.array(exclusion).default([]).meta({ title: 'excluded', input: 'exclusions' }),
  split: z
    .record(z.string(), z.number().min(0))
    .optional()
    .meta({ title: 'split', input: 'split' }),
  contamination: z
    .enum(['exclude', 'first', 'last'])
    .default('exclude')
    .meta({ title: 'contamination', input: 'choice' }),
  balance: duration.default('14d').meta({ title: 'balance', input: 'duration' }),
  metrics: z.array(metric).min(1).meta({ title: 'metrics', input: 'metrics' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
  looks: z
    .union([
      z.enum(['fixed', 'hybrid', 'always-valid']),
      z.strictObject({
        plan: spending.meta({ title: 'spending', input: 'choice' }),
        looks: z
          .array(z.union([z.string(), z.number().gt(0).max(1)]))
          .min(1)
          .meta({ title: 'lookDates', input: 'looks' }),
        users: z.number().gt(0).optional().meta({ title: 'tuning', input: 'number' }),
      }),
    ])
    .optional()
    .meta({ title: 'looks', input: 'looks' }),
  tuning: z.number().gt(0).default(5000).meta({ title: 'tuning', input: 'number' }),
  plannedEnd: instant.optional().meta({ title: 'plannedEnd', input: 'date' }),
  correction: z
    .union([
      z.enum(['holm', 'bh', 'bonferroni', 'none']),
      z.strictObject({ preferred: z.string() }),
    ])
    .default('holm')
    .meta({ title: 'correction', input: 'choice' }),
  lift: z.enum(['fieller', 'delta']).default('fieller').meta({ title: 'lift', input: 'choice' }),
  prior: z
    .strictObject({ mean: z.number(), variance: z.number().gt(0) })
    .default({ mean: 0, variance: 0.09 })
    .meta({ title: 'prior', input: 'prior' }),
  worth: z
    .strictObject({
      users: z.number().gt(0).optional().meta({ title: 'users', input: 'number' }),
      per: duration.default('30d').meta({ title: 'per', input: 'duration' }),
    })
    .default({ per: '30d' })
    .meta({ title: 'worth', input: 'worth' }),
  segments: z.array(z.string()).default([]).meta({ title: 'segments', input: 'columns' }),
  minimumDays: z.number().min(0).default(7).meta({ title: 'minimumDays', input: 'number' }),
  hypothesis: z.string().optional().meta({ title: 'hypothesis', input: 'text' }),
  owner: z.string().optional().meta({ title: 'owner', input: 'text' }),
  ticket: z.string().optional().meta({ title: 'ticket', input: 'text' }),
});

export type ExperimentParams = z.infer<typeof params>;
export type ExclusionRule = z.infer<typeof exclusion>;
