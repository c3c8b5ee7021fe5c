import { z } from 'zod';
import { columnName, duration, eventNames, where } from './common';

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

/** What is measured of every user. */
export const metric = z.discriminatedUnion('type', [
  proportion,
  mean,
  count,
  ratio,
  quantile,
  retention,
]);

/** What can be planned for: a quantile's spread says too little about the next test's. */
export const plannedMetric = z.discriminatedUnion('type', [
  proportion,
  mean,
  count,
  ratio,
  retention,
]);

export type Metric = z.infer<typeof metric>;
export type Amount = z.infer<typeof amount>;
