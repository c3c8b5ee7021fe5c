import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

const step = z.strictObject({
  event: eventNames,
  where: where.optional(),
  wait: columnName.optional().meta({ title: 'frictionWait', input: 'number-column' }),
});

/** The parameters of `kind: friction`. */
export const params = z.strictObject({
  ...common,
  steps: z.array(step).min(2).max(12).meta({ title: 'steps', input: 'steps' }),
  window: duration
    .nullable()
    .default('1d')
    .meta({ title: 'window', input: 'duration', hint: 'stepWindow' }),
  repeat: duration.default('10s').meta({ title: 'frictionRepeat', input: 'duration' }),
  errors: z
    .strictObject({ event: eventNames, where: where.optional() })
    .optional()
    .meta({ title: 'frictionErrors', input: 'event' }),
  bands: z
    .array(duration)
    .min(1)
    .max(9)
    .optional()
    .meta({ title: 'frictionBands', input: 'durations' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
});

export type FrictionParams = z.infer<typeof params>;
