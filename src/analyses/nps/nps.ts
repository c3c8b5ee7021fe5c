import { defineAnalysis } from '../analysis';
import { type Answers, answersOf, merged } from './answers';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type NpsParams, params } from './params';
import type { NpsResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Would they recommend us? The net promoter score, by group, by contact frequency and over time. */
export const nps = defineAnalysis<NpsParams, Answers, NpsResult>({
  id: 'nps',
  params,
  aggregate: answersOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
