import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

/** The parameters of `kind: nps`. */
export const params = z.strictObject({
  ...common,
  event: eventNames,
  answered: where.optional().meta({ title: 'npsAnswered', input: 'where' }),
  value: columnName.meta({ title: 'npsValue', input: 'number-column' }),
  answers: z.enum(['last', 'first']).default('last').meta({ title: 'npsAnswers', input: 'choice' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
  contacts: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      window: duration
        .nullable()
        .default(null)
        .meta({ title: 'window', input: 'duration', hint: 'beforeAnswer' }),
      bands: z
        .array(z.int().min(1))
        .min(1)
        .max(9)
        .default([1, 2, 4])
        .meta({ title: 'npsBands', input: 'numbers' }),
    })
    .optional()
    .meta({ title: 'npsContacts', input: 'contacts' }),
  asked: z
    .strictObject({ event: eventNames, where: where.optional() })
    .optional()
    .meta({ title: 'npsAsked', input: 'event' }),
  period: z
    .enum(['day', 'week', 'month'])
    .default('month')
    .meta({ title: 'period', input: 'choice' }),
});

export type NpsParams = z.infer<typeof params>;
