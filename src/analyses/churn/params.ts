import { z } from 'zod';
import { activity } from '../activity';
import { common, duration } from '../common';

/** The parameters of `kind: churn`. */
export const params = z.strictObject({
  ...common,
  event: activity,
  after: duration.optional().meta({ title: 'churnAfter', input: 'duration' }),
  below: z.number().gt(0).lt(1).default(0.1).meta({ title: 'churnBelow', input: 'share' }),
  horizon: duration.optional().meta({ title: 'churnHorizon', input: 'duration' }),
  gaps: z.int().min(2).default(5).meta({ title: 'churnGaps', input: 'number' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('week')
    .meta({ title: 'period', input: 'choice' }),
});

export type ChurnParams = z.infer<typeof params>;
