import { defineAnalysis } from '../analysis';
import { type Attempts, attemptsOf, merged } from './attempts';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type FrictionParams, params } from './params';
import type { FrictionResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Where do users wait, and do they give up for it? Time between steps, waits, repeats and errors. */
export const friction = defineAnalysis<FrictionParams, Attempts, FrictionResult>({
  id: 'friction',
  params,
  aggregate: attemptsOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
