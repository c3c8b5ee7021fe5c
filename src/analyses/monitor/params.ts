import { z } from 'zod';
import { columnName, common, eventNames, where } from '../common';

const filter = {
  event: eventNames,
  where: where.optional(),
};

const value = columnName.meta({ title: 'value', input: 'number-column' });

/** What is counted or added up above or below a fraction. */
const part = z.strictObject({
  ...filter,
  value: value.optional(),
  count: z
    .enum(['users', 'events'])
    .default('events')
    .meta({ title: 'countOfWhat', input: 'choice' }),
});

const anyEvent = { ...filter, event: eventNames.default('*') };

const name = { name: z.string().min(1).optional().meta({ title: 'name', input: 'text' }) };

/** What is watched, period by period. */
const metric = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('users'), ...name, ...anyEvent }),
  z.strictObject({ type: z.literal('count'), ...name, ...filter }),
  z.strictObject({ type: z.literal('sum'), ...name, ...filter, value }),
  z.strictObject({ type: z.literal('mean'), ...name, ...filter, value }),
  z.strictObject({
    type: z.literal('ratio'),
    ...name,
    numerator: part.meta({ title: 'numerator', input: 'amount' }),
    denominator: part.meta({ title: 'denominator', input: 'amount' }),
  }),
  z.strictObject({ type: z.literal('retention'), ...name, ...anyEvent }),
  z.strictObject({ type: z.literal('nps'), ...name, ...filter, value }),
]);

const runs = (least: number) =>
  z.int().min(1).max(12).default(least).meta({ title: 'monitorRuns', input: 'number' });

/** Relative, or in the unit of the metric. */
const size = z
  .union([z.number(), z.strictObject({ absolute: z.number() })])
  .meta({ title: 'monitorBy', input: 'number' });

const rule = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('change'),
      ...name,
      by: size.default(-0.1),
      runs: runs(2),
      lag: z.int().min(1).max(366).default(1).meta({ title: 'monitorLag', input: 'number' }),
    }),
    z.strictObject({
      type: z.literal('level'),
      ...name,
      below: z.number().optional().meta({ title: 'monitorBelow', input: 'number' }),
      above: z.number().optional().meta({ title: 'monitorAbove', input: 'number' }),
      runs: runs(1),
    }),
    z.strictObject({
      type: z.literal('cusum'),
      ...name,
      direction: z
        .enum(['down', 'up', 'both'])
        .default('down')
        .meta({ title: 'monitorWatch', input: 'choice' }),
      slack: z.number().min(0).default(0.5).meta({ title: 'monitorSlack', input: 'number' }),
      limit: z.number().gt(0).max(50).default(5).meta({ title: 'monitorLimit', input: 'number' }),
      baseline: z.int().min(4).optional().meta({ title: 'monitorBaseline', input: 'number' }),
    }),
    z.strictObject({
      type: z.literal('anomaly'),
      ...name,
      alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
      share: z
        .number()
        .gt(0)
        .max(0.49)
        .default(0.1)
        .meta({ title: 'monitorShare', input: 'share' }),
    }),
  ])
  .meta({ title: 'monitorRule', input: 'monitorRule' });

/** The parameters of `kind: monitor`. */
export const params = z.strictObject({
  ...common,
  metric: metric
    .default({ type: 'users', event: '*' })
    .meta({ title: 'metric', input: 'monitorMetric' }),
  period: z
    .enum(['hour', 'day', 'week', 'month'])
    .default('week')
    .meta({ title: 'period', input: 'choice' }),
  rules: z
    .array(rule)
    .min(1)
    .max(12)
    .default([{ type: 'change', by: -0.1, runs: 2, lag: 1 }])
    .meta({ title: 'monitorRules', input: 'monitorRules' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
});

export type MonitorParams = z.infer<typeof params>;
export type MonitorMetric = z.infer<typeof metric>;
export type MonitorRule = z.infer<typeof rule>;
export type MetricPart = z.infer<typeof part>;
