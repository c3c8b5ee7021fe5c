import { z } from 'zod';
import { columnName, common, duration, eventNames, instant, where } from '../common';

/** Events whose `value` is added up, or a column of a unit table. */
const amount = z.strictObject({
  event: eventNames.optional(),
  where: where.optional(),
  value: columnName.optional().meta({ title: 'value', input: 'number-column' }),
  column: columnName.optional().meta({ title: 'column', input: 'number-column' }),
});

const cap = z
  .strictObject({
    upper: z.number().gt(0).lt(1).optional(),
    lower: z.number().gt(0).lt(1).optional(),
    max: z.number().optional(),
  })
  .meta({ title: 'cap', input: 'cap' });

const everyMetric = {
  name: z.string().min(1).meta({ title: 'name', input: 'text' }),
  role: z
    .enum(['goal', 'secondary', 'guardrail'])
    .optional()
    .meta({ title: 'role', input: 'choice' }),
  direction: z.enum(['up', 'down']).default('up').meta({ title: 'direction', input: 'choice' }),
  margin: z.number().gt(0).lt(1).optional().meta({ title: 'margin', input: 'share' }),
  target: z.number().gt(0).optional().meta({ title: 'target', input: 'share' }),
};

const window = duration.optional().meta({ title: 'window', input: 'duration' });

const adjustment = {
  cuped: duration.optional().meta({ title: 'cuped', input: 'duration' }),
  covariate: columnName.optional().meta({ title: 'covariate', input: 'number-column' }),
  theta: z.enum(['within', 'pooled']).optional().meta({ title: 'theta', input: 'choice' }),
};

const proportion = z.strictObject({
  ...everyMetric,
  type: z.literal('proportion'),
  event: eventNames.optional(),
  where: where.optional(),
  column: columnName.optional(),
  window,
  ...adjustment,
});

const mean = z.strictObject({
  ...everyMetric,
  type: z.literal('mean'),
  ...amount.shape,
  window,
  cap: cap.optional(),
  ...adjustment,
});

const count = z.strictObject({
  ...everyMetric,
  type: z.literal('count'),
  event: eventNames,
  where: where.optional(),
  window,
  cap: cap.optional(),
  ...adjustment,
});

const ratio = z.strictObject({
  ...everyMetric,
  type: z.literal('ratio'),
  numerator: amount.meta({ title: 'numerator', input: 'amount' }),
  denominator: amount.meta({ title: 'denominator', input: 'amount' }),
  window,
  cap: cap.optional(),
  ...adjustment,
});

const quantile = z.strictObject({
  ...everyMetric,
  type: z.literal('quantile'),
  quantile: z.number().gt(0).lt(1).default(0.5).meta({ title: 'quantile', input: 'share' }),
  ...amount.shape,
  window,
});

const retention = z.strictObject({
  ...everyMetric,
  type: z.literal('retention'),
  event: eventNames.default('*'),
  where: where.optional(),
  from: duration.meta({ title: 'from', input: 'duration' }),
  to: duration.meta({ title: 'to', input: 'duration' }),
});

const metric = z.discriminatedUnion('type', [proportion, mean, count, ratio, quantile, retention]);

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
  split: z
    .record(z.string(), z.number().min(0))
    .optional()
    .meta({ title: 'split', input: 'split' }),
  contamination: z
    .enum(['exclude', 'first', 'last'])
    .default('exclude')
    .meta({ title: 'contamination', input: 'choice' }),
  metrics: z.array(metric).min(1).meta({ title: 'metrics', input: 'metrics' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
  looks: z
    .union([
      z.enum(['fixed', 'hybrid', 'always-valid']),
      z.strictObject({
        plan: z.union([
          z.enum(['obrien-fleming', 'pocock']),
          z.strictObject({ power: z.number().gt(0) }),
        ]),
        looks: z.array(z.union([z.string(), z.number()])).min(1),
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
  segments: z.array(z.string()).default([]).meta({ title: 'segments', input: 'columns' }),
  minimumDays: z.number().min(0).default(7).meta({ title: 'minimumDays', input: 'number' }),
  hypothesis: z.string().optional().meta({ title: 'hypothesis', input: 'text' }),
  owner: z.string().optional().meta({ title: 'owner', input: 'text' }),
  ticket: z.string().optional().meta({ title: 'ticket', input: 'text' }),
});

export type ExperimentParams = z.infer<typeof params>;
export type Metric = z.infer<typeof metric>;
export type Amount = z.infer<typeof amount>;
