import { z } from 'zod';
import { common } from '../common';
import { params as ofExperiment } from '../experiment/params';

const arm = z.strictObject({
  name: z.string().min(1).meta({ title: 'name', input: 'text' }),
  users: z.int().min(0).meta({ title: 'users', input: 'number' }),
  conversions: z.int().min(0).meta({ title: 'conversions', input: 'number' }),
});

const { split, alpha, correction, lift, prior, tuning, hypothesis, owner, ticket } =
  ofExperiment.shape;

/** The parameters of `kind: calculator`: those of an experiment that counts can have, and the counts. */
export const params = z.strictObject({
  arms: z
    .union([z.array(arm).min(2), z.string().min(1)])
    .meta({ title: 'arms', input: 'counted-arms' }),
  metric: z.string().min(1).default('conversions').meta({ title: 'metric', input: 'text' }),
  control: z.string().optional().meta({ title: 'control', input: 'arm' }),
  split,
  direction: z.enum(['up', 'down']).default('up').meta({ title: 'direction', input: 'choice' }),
  target: z.number().gt(0).optional().meta({ title: 'target', input: 'share' }),
  margin: z.number().gt(0).lt(1).optional().meta({ title: 'margin', input: 'share' }),
  alpha,
  looks: z
    .enum(['fixed', 'always-valid'])
    .default('fixed')
    .meta({ title: 'looks', input: 'choice' }),
  tuning,
  correction,
  lift,
  prior,
  seed: common.seed,
  hypothesis,
  owner,
  ticket,
});

export type CalculatorParams = z.infer<typeof params>;
