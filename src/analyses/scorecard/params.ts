import { z } from 'zod';
import { common } from '../common';

/** More links than this are no chain that anybody reads. */
const MOST_LINKS = 20;

/** A number, or an object of a result that has one; null is a number that could not be computed. */
const figure = z
  .union([z.number(), z.null(), z.looseObject({})])
  .meta({ title: 'scorecardValue', input: 'figure' });

const link = z.strictObject({
  name: z.string().min(1).meta({ title: 'scorecardLink', input: 'text' }),
  measure: z.string().optional().meta({ title: 'scorecardMeasure', input: 'text' }),
  value: figure,
  before: figure.optional().meta({ title: 'scorecardBefore', input: 'figure' }),
  zero: z.number().default(0).meta({ title: 'scorecardZero', input: 'number' }),
  full: z.number().meta({ title: 'scorecardFull', input: 'number' }),
  format: z
    .enum(['number', 'rate', 'count', 'money', 'duration'])
    .default('number')
    .meta({ title: 'scorecardFormat', input: 'choice' }),
  unit: z.string().optional().meta({ title: 'scorecardUnit', input: 'text' }),
});

/** The parameters of `kind: scorecard`: no data of its own, only figures of other cells. */
export const params = z.strictObject({
  links: z
    .array(link)
    .min(1)
    .max(MOST_LINKS)
    .meta({ title: 'scorecardLinks', input: 'scored-links' }),
  line: z.number().gt(0).lt(100).default(80).meta({ title: 'scorecardLine', input: 'number' }),
  seed: common.seed,
});

export type ScorecardParams = z.infer<typeof params>;

export type LinkParams = ScorecardParams['links'][number];
