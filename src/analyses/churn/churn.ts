import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type ChurnParams, params } from './params';
import type { ChurnResult } from './result';
import { type Silences, joinedSilences, silencesOf } from './silences';
import { tables } from './tables';
import { working } from './working';

/** After how many silent days is a user gone? Who is, who may be, and how that changes. */
export const churn = defineAnalysis<ChurnParams, Silences, ChurnResult>({
  id: 'churn',
  params,
  aggregate: silencesOf,
  merge: joinedSilences,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
