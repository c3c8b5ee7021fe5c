import { defineAnalysis } from '../analysis';
import type { Cohort } from '../experiment/cohort';
import { charts } from './charts';
import { entrantsOf } from './entrants';
import { findings } from './findings';
import { infer } from './infer';
import { type PowerParams, params } from './params';
import type { PowerResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** How long must the next test run? Users, days and the smallest change it can find. */
export const power = defineAnalysis<PowerParams, readonly Cohort[], PowerResult>({
  id: 'power',
  params,
  aggregate: (input, params) => [entrantsOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
});
