import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

/** Steps and exclusions share the 32 bits that a row is marked with. */
const MOST_STEPS = 20;
const MOST_EXCLUSIONS = 10;

/** `step:1` and so on: the value of the row that made this step. */
const STEP_NAMES = Array.from({ length: MOST_STEPS }, (_, i) => `step:${i + 1}` as const);

const step = z.strictObject({
  event: eventNames,
  where: where.optional(),
  optional: z.boolean().optional().meta({ title: 'optional', input: 'switch' }),
});

const exclusion = z.strictObject({
  event: eventNames,
  where: where.optional(),
  from: z.int().min(1).meta({ title: 'afterStep', input: 'number' }),
  to: z.int().min(2).meta({ title: 'beforeStep', input: 'number' }),
  rule: z
    .enum(['block', 'remove'])
    .default('block')
    .meta({ title: 'rule', input: 'exclusionRule' }),
});

/** The parameters of `kind: funnel`. */
export const params = z.strictObject({
  ...common,
  steps: z.array(step).min(2).max(MOST_STEPS).meta({ title: 'steps', input: 'steps' }),
  window: duration.nullable().default('14d').meta({ title: 'window', input: 'funnelWindow' }),
  order: z
    .enum(['ordered', 'strict', 'unordered'])
    .default('ordered')
    .meta({ title: 'order', input: 'stepOrder' }),
  entry: z.enum(['any', 'first']).default('any').meta({ title: 'entry', input: 'entry' }),
  count: z
    .enum(['users', 'sessions', 'totals'])
    .default('users')
    .meta({ title: 'countOfWhat', input: 'countOfWhat' }),
  exclude: z
    .array(exclusion)
    .max(MOST_EXCLUSIONS)
    .default([])
    .meta({ title: 'exclusions', input: 'exclusions' }),
  hold: z.array(columnName).max(3).default([]).meta({ title: 'hold', input: 'columns' }),
  tieGrace: duration.default('0s').meta({ title: 'tieGrace', input: 'duration' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
  breakdownBy: z
    .enum(['first', 'last', 'all', ...STEP_NAMES])
    .default('first')
    .meta({ title: 'breakdownBy', input: 'breakdownBy' }),
  control: z.string().optional().meta({ title: 'control', input: 'text' }),
  split: z
    .record(z.string(), z.number().min(0))
    .optional()
    .meta({ title: 'split', input: 'split' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
  period: z
    .enum(['hour', 'day', 'week', 'month'])
    .default('day')
    .meta({ title: 'period', input: 'choice' }),
  drivers: z
    .strictObject({
      before: duration.default('7d').meta({ title: 'driversBefore', input: 'duration' }),
      after: duration.default('0s').meta({ title: 'driversAfter', input: 'duration' }),
    })
    .nullable()
    .default({ before: '7d', after: '0s' })
    .meta({ title: 'drivers', input: 'drivers' }),
});

export type FunnelParams = z.infer<typeof params>;
