import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type RfmCounts, countsOf } from './customers';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type RfmParams, params } from './params';
import type { RfmResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Which customers are which? Scored by how lately, how often and how much they bought. */
export const rfm = defineAnalysis<RfmParams, readonly RfmCounts[], RfmResult>({
  id: 'rfm',
  params,
  aggregate: (input, params) => [countsOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
