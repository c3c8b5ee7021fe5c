import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Engagements, engagementsOf, merged } from './engagements';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type AffinityParams, params } from './params';
import type { AffinityResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Who likes what? Content or category by group with shrinkage, depth, and what brings users back. */
export const affinity = defineAnalysis<AffinityParams, Engagements, AffinityResult>({
  id: 'affinity',
  params,
  aggregate: engagementsOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
