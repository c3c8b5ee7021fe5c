import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { type ScorecardParams, params } from './params';
import type { ScorecardResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Is the operation as a whole any good? Every link of the chain scored by figures of other cells. */
export const scorecard = defineAnalysis<ScorecardParams, null, ScorecardResult>({
  id: 'scorecard',
  params,
  aggregate: () => null,
  merge: () => null,
  infer,
  findings,
  tables,
  charts,
  working,
});
