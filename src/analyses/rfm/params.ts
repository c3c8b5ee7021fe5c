import { z } from 'zod';
import { common, duration, instant } from '../common';
import { valuedEvent } from '../valued-rows';

const cuts = z.array(z.number()).length(4).optional().meta({ input: 'cuts' });

/** From and to, both included. */
const scores = z.tuple([z.number().min(1).max(5), z.number().min(1).max(5)]);

/** The parameters of `kind: rfm`. */
export const params = z.strictObject({
  ...common,
  purchase: valuedEvent.meta({ title: 'purchase', input: 'purchase' }),
  lookback: duration.optional().meta({ title: 'lookback', input: 'duration' }),
  monetary: z.enum(['sum', 'mean']).default('sum').meta({ title: 'monetary', input: 'monetary' }),
  cuts: z
    .strictObject({ recency: cuts, frequency: cuts, monetary: cuts })
    .default({})
    .meta({ title: 'cuts', input: 'cuts' }),
  segments: z
    .array(z.strictObject({ name: z.string().min(1), recency: scores, fm: scores }))
    .min(1)
    .max(30)
    .optional()
    .meta({ title: 'rfmSegments', input: 'rfmSegments', hint: 'rfmSegments' }),
  previous: instant.optional().meta({ title: 'previousDate', input: 'date' }),
});

export type RfmParams = z.infer<typeof params>;
