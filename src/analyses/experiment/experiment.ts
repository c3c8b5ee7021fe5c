import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Cohort, cohortOf } from './cohort';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type ExperimentParams, params } from './params';
import type { ExperimentResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Did a change make things better? Arms of users against a control. */
export const experiment = defineAnalysis<ExperimentParams, readonly Cohort[], ExperimentResult>({
  id: 'experiment',
  params,
  aggregate: (input, params) => [cohortOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
