import { z } from 'zod';
import { activity } from '../activity';
import { columnName, common, duration, eventNames, instant, where } from '../common';

/** What a dimension reads of the events before a date. */
const MEASURES = [
  'recency',
  'active-days',
  'sessions',
  'events',
  'sum',
  'mean',
  'last',
  'breadth',
  'trend',
  'share',
  'tenure',
] as const;

const numberColumn = columnName.meta({ title: 'value', input: 'number-column' });

const dimension = z.strictObject({
  name: z.string().min(1).meta({ title: 'name', input: 'text' }),
  measure: z.enum(MEASURES).meta({ title: 'healthMeasure', input: 'healthMeasure' }),
  event: eventNames.default('*'),
  where: where.optional(),
  value: numberColumn.optional(),
  of: z
    .strictObject({ event: eventNames.default('*'), where: where.optional() })
    .optional()
    .meta({ title: 'healthOf', input: 'event-where' }),
  window: duration
    .default('28d')
    .meta({ title: 'healthWindow', input: 'duration', hint: 'beforeDate' }),
  direction: z.enum(['up', 'down']).optional().meta({ title: 'direction', input: 'choice' }),
  weight: z.number().min(0).optional().meta({ title: 'weight', input: 'number' }),
});

export type Dimension = z.infer<typeof dimension>;

/** What is looked at where nothing else is asked for: how lately, how often, how much, how varied, and which way it goes. */
const USUAL = (['recency', 'active-days', 'sessions', 'breadth', 'trend'] as const).map(
  (measure) => ({ name: measure, measure, event: '*', window: '28d' }),
);

const points = z.number().min(0).max(100);

/** The parameters of `kind: health`. */
export const params = z.strictObject({
  ...common,
  event: activity,
  dimensions: z
    .array(dimension)
    .min(1)
    .max(12)
    .default(USUAL)
    .meta({ title: 'healthDimensions', input: 'list' }),
  horizon: duration.default('28d').meta({ title: 'healthHorizon', input: 'duration' }),
  activeWithin: duration.default('8w').meta({ title: 'healthActiveWithin', input: 'duration' }),
  minimum: z.int().min(1).default(1).meta({ title: 'healthMinimum', input: 'number' }),
  reference: instant.optional().meta({ title: 'healthReference', input: 'date' }),
  bands: z
    .strictObject({
      healthy: points.default(70).meta({ title: 'healthHealthy', input: 'number' }),
      watch: points.default(40).meta({ title: 'healthWatch', input: 'number' }),
    })
    .default({ healthy: 70, watch: 40 })
    .meta({ title: 'healthBands', input: 'object' }),
  hysteresis: points.default(3).meta({ title: 'healthHysteresis', input: 'number' }),
  drop: points.nullable().default(15).meta({ title: 'healthDrop', input: 'number' }),
  value: z
    .strictObject({
      event: eventNames,
      where: where.optional(),
      value: numberColumn,
      window: duration
        .default('90d')
        .meta({ title: 'healthWindow', input: 'duration', hint: 'beforeDate' }),
    })
    .optional()
    .meta({ title: 'healthValue', input: 'amount' }),
  holdout: z.number().min(0).lt(1).default(0.1).meta({ title: 'healthHoldout', input: 'share' }),
});

export type HealthParams = z.infer<typeof params>;
