import { defineAnalysis } from '../analysis';
import { type Part, partOf } from './aggregate';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type FunnelParams, params } from './params';
import type { FunnelResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Where do users drop out? How many of those who enter get from step to step, and how long it takes. */
export const funnel = defineAnalysis<FunnelParams, readonly Part[], FunnelResult>({
  id: 'funnel',
  params,
  aggregate: (input, params) => [partOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
