import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

/** What users do after they were put into a segment: whether they do it, or how much of `value`. */
const measured = z.strictObject({
  name: z.string().min(1).meta({ title: 'name', input: 'text' }),
  event: eventNames,
  where: where.optional(),
  value: columnName.optional().meta({ title: 'value', input: 'number-column' }),
  window: duration.default('28d').meta({ title: 'window', input: 'duration', hint: 'lastWindow' }),
});

/** The parameters of `kind: segments`. */
export const params = z.strictObject({
  ...common,
  segments: z
    .array(z.string().meta({ input: 'segment' }))
    .min(1)
    .max(8)
    .meta({ title: 'segmentsCompared', input: 'segments', hint: 'segmentsCompared' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('week')
    .meta({ title: 'period', input: 'choice' }),
  metrics: z.array(measured).max(5).default([]).meta({ title: 'segmentsMetrics', input: 'list' }),
  portrait: z.string().optional().meta({ title: 'segmentsPortrait', input: 'segment' }),
  lookback: duration.default('28d').meta({ title: 'segmentsLookback', input: 'duration' }),
});

export type SegmentsParams = z.infer<typeof params>;
export type MeasuredMetric = SegmentsParams['metrics'][number];
