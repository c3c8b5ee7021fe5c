import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Counts, countsOf } from './counts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { merged } from './merge';
import { type LifecycleParams, params } from './params';
import type { LifecycleResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Does activity grow? Who is new, who comes back, who fell silent, and how often people come. */
export const lifecycle = defineAnalysis<LifecycleParams, Counts, LifecycleResult>({
  id: 'lifecycle',
  params,
  aggregate: countsOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
