import { z } from 'zod';
import { columnName, common, eventNames, where } from '../common';

/** An event that counts, and what its rows must hold. */
function eventWhere(title: string) {
  return z
    .strictObject({ event: eventNames, where: where.optional() })
    .meta({ title, input: 'event-where' });
}

/** The parameters of `kind: retention`. */
export const params = z.strictObject({
  ...common,
  start: eventWhere('start'),
  return: eventWhere('return').default({ event: '*' }),
  cohorts: z
    .enum(['first-time', 'first-ever', 'recurring'])
    .default('first-time')
    .meta({ title: 'cohorts', input: 'cohortKind' }),
  period: z
    .enum(['hour', 'day', 'week', 'month'])
    .default('week')
    .meta({ title: 'period', input: 'choice' }),
  periods: z.int().min(1).max(1000).default(8).meta({ title: 'periods', input: 'number' }),
  mode: z
    .enum(['on', 'on-or-after', 'brackets', 'on-or-before', 'streak'])
    .default('on')
    .meta({ title: 'mode', input: 'returnMode' }),
  brackets: z.array(z.int().min(1)).min(1).optional().meta({ title: 'brackets', input: 'numbers' }),
  horizon: z.int().min(0).nullable().optional().meta({ title: 'horizon', input: 'number' }),
  windows: z
    .enum(['calendar', '24h'])
    .default('calendar')
    .meta({ title: 'windows', input: 'returnWindows' }),
  minimum: z.int().min(1).default(1).meta({ title: 'minimum', input: 'number' }),
  value: columnName.optional().meta({ title: 'value', input: 'number-column' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
  control: z.string().optional().meta({ title: 'control', input: 'text' }),
  split: z
    .record(z.string(), z.number().min(0))
    .optional()
    .meta({ title: 'split', input: 'split' }),
  overall: z
    .enum(['pooled', 'balanced', 'mean'])
    .default('pooled')
    .meta({ title: 'overall', input: 'overallRow' }),
});

export type RetentionParams = z.infer<typeof params>;
