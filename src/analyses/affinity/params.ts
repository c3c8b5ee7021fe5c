import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

const filter = z.strictObject({ event: eventNames, where: where.optional() });

/** The parameters of `kind: affinity`. */
export const params = z.strictObject({
  ...common,
  engage: filter.meta({ title: 'affinityEngage', input: 'event' }),
  content: columnName.meta({ title: 'affinityContent', input: 'column' }),
  breakdown: columnName.meta({ title: 'breakdown', input: 'column' }),
  return: filter.default({ event: '*' }).meta({ title: 'affinityReturn', input: 'event' }),
  from: duration.default('1d').meta({ title: 'from', input: 'duration' }),
  to: duration.default('28d').meta({ title: 'to', input: 'duration' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
});

export type AffinityParams = z.infer<typeof params>;
