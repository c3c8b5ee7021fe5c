import { z } from 'zod';
import { columnName, common, eventNames, marginOfValue, where } from '../common';
import { valuedEvent } from '../valued-rows';

/** A share of people above 0. */
const share = z.number().gt(0).lt(1);

/** The parameters of `kind: concentration`. */
export const params = z.strictObject({
  ...common,
  measure: z
    .union([
      valuedEvent,
      z.strictObject({ column: columnName.meta({ title: 'column', input: 'number-column' }) }),
    ])
    .meta({ title: 'measure', input: 'measure' }),
  everyone: z.boolean().default(false).meta({ title: 'everyone', input: 'switch' }),
  top: z
    .array(share)
    .min(1)
    .max(10)
    .default([0.01, 0.02, 0.05, 0.1, 0.2])
    .meta({ title: 'topShares', input: 'shares' }),
  superUsers: share.default(0.02).meta({ title: 'superShare', input: 'share' }),
  acquisition: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      channel: columnName.meta({ title: 'channel', input: 'column' }),
    })
    .optional()
    .meta({ title: 'acquisition', input: 'touch' }),
  costs: z.string().optional().meta({ title: 'costs', input: 'cell' }),
  margin: marginOfValue,
  bootstrap: z.int().min(50).max(10_000).default(500).meta({ title: 'bootstrap', input: 'number' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
});

export type ConcentrationParams = z.infer<typeof params>;
