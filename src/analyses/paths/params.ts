import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

/** A path has at most as many steps as a chart can show side by side. */
const MOST_STEPS = 12;

function eventWhere(title: string) {
  return z
    .strictObject({ event: eventNames, where: where.optional() })
    .optional()
    .meta({ title, input: 'event-where' });
}

/** The parameters of `kind: paths`. */
export const params = z.strictObject({
  ...common,
  from: eventWhere('pathsFrom'),
  to: eventWhere('pathsTo'),
  count: z
    .enum(['users', 'sessions'])
    .default('users')
    .meta({ title: 'pathsCount', input: 'choice' }),
  window: duration.nullable().optional().meta({ title: 'window', input: 'duration' }),
  steps: z.int().min(2).max(MOST_STEPS).default(6).meta({ title: 'pathsSteps', input: 'number' }),
  hide: z.array(z.string()).default([]).meta({ title: 'pathsHide', input: 'events' }),
  collapse: z.boolean().default(true).meta({ title: 'pathsCollapse', input: 'switch' }),
  top: z.int().min(1).max(100).default(20).meta({ title: 'pathsTop', input: 'number' }),
  minShare: z.number().min(0).lt(1).default(0.01).meta({ title: 'pathsMinShare', input: 'share' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
  control: z.string().optional().meta({ title: 'control', input: 'text' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
});

export type PathsParams = z.infer<typeof params>;
