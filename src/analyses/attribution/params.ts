import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

const share = z.number().min(0);

/** A rule by its name, or with numbers of its own. */
const model = z
  .union([
    z.enum([
      'first',
      'last',
      'last-non-direct',
      'linear',
      'u',
      'j',
      'inverse-j',
      'time-decay',
      'participation',
      'markov',
      'shapley',
    ]),
    z.strictObject({
      position: z.array(share).length(3).meta({ title: 'positionWeights' }),
      twoTouch: z
        .enum(['renormalise', 'half-middle'])
        .default('renormalise')
        .meta({ input: 'twoTouch' }),
    }),
    z.strictObject({ 'time-decay': duration.meta({ title: 'halfLife', input: 'duration' }) }),
    z.strictObject({ markov: z.int().min(1).max(3).meta({ title: 'markovOrder' }) }),
    z.strictObject({
      shapley: z.enum(['conversions', 'rate']).meta({ title: 'shapleyGame', input: 'shapleyGame' }),
    }),
  ])
  .meta({ title: 'model', input: 'attributionModel' });

/** The parameters of `kind: attribution`. */
export const params = z.strictObject({
  ...common,
  touch: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      channel: columnName.meta({ title: 'channel', input: 'column' }),
    })
    .optional()
    .meta({ title: 'touch', input: 'touch' }),
  conversion: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      value: columnName.optional().meta({ title: 'value', input: 'number-column' }),
    })
    .optional()
    .meta({ title: 'conversion', input: 'conversion' }),
  lookback: duration.default('30d').meta({ title: 'lookback', input: 'duration' }),
  conversions: z
    .enum(['all', 'first', 'last'])
    .default('all')
    .meta({ title: 'conversionsCounted', input: 'conversionsCounted' }),
  reset: z.boolean().default(true).meta({ title: 'resetOnConversion', input: 'switch' }),
  path: z
    .enum(['as-is', 'collapsed', 'unique', 'frequency'])
    .default('collapsed')
    .meta({ title: 'pathTransform', input: 'pathTransform' }),
  remove: z
    .strictObject({
      channel: z.union([z.string(), z.array(z.string()).min(1)]).meta({ title: 'channel' }),
      from: z.enum(['path', 'end']).default('path').meta({ input: 'removeFrom' }),
    })
    .optional()
    .meta({ title: 'removeChannel' }),
  maxSteps: z.int().min(1).optional().meta({ title: 'maxSteps', input: 'number' }),
  direct: z.string().default('direct').meta({ title: 'directChannel', input: 'text' }),
  models: z.array(model).min(1).optional().meta({ title: 'models', input: 'models' }),
  bootstrap: z.int().min(0).max(10_000).default(500).meta({ title: 'bootstrap', input: 'number' }),
  costs: z.string().optional().meta({ title: 'costs', input: 'cell' }),
});

export type AttributionParams = z.infer<typeof params>;
export type ModelParam = NonNullable<AttributionParams['models']>[number];
export type PathParams = Pick<AttributionParams, 'path' | 'remove' | 'maxSteps'>;
