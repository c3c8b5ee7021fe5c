import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type ConcentrationCounts, countsOf } from './counts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type ConcentrationParams, params } from './params';
import type { ConcentrationResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** How few bring how much, who they are, and what they cost. */
export const concentration = defineAnalysis<
  ConcentrationParams,
  readonly ConcentrationCounts[],
  ConcentrationResult
>({
  id: 'concentration',
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
