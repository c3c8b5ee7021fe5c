import { z } from 'zod';
import { columnName, common, duration, eventNames, instant, where } from '../common';

const filter = z.strictObject({ event: eventNames, where: where.optional() });

/** The parameters of `kind: campaign`. */
export const params = z.strictObject({
  ...common,
  contact: filter.meta({ title: 'campaignContact', input: 'event' }),
  open: filter.optional().meta({ title: 'campaignOpen', input: 'event' }),
  act: z
    .strictObject({
      ...filter.shape,
      value: columnName.optional().meta({ title: 'value', input: 'number-column' }),
    })
    .meta({ title: 'campaignAct', input: 'event' }),
  window: duration
    .default('7d')
    .meta({ title: 'window', input: 'duration', hint: 'contactWindow' }),
  breakdown: columnName.optional().meta({ title: 'breakdown', input: 'column' }),
  bands: z
    .array(z.int().min(2))
    .max(9)
    .default([2, 3, 5])
    .meta({ title: 'campaignBands', input: 'numbers' }),
  randomised: z
    .strictObject({ ...filter.shape, variant: columnName, control: z.string() })
    .optional()
    .meta({ title: 'campaignRandomised', input: 'randomised' }),
  compare: z
    .strictObject({
      start: instant,
      before: duration.default('28d').meta({ title: 'campaignBefore', input: 'duration' }),
    })
    .optional()
    .meta({ title: 'campaignCompare', input: 'compare' }),
});

export type CampaignParams = z.infer<typeof params>;
