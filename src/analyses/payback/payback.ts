import { defineAnalysis } from '../analysis';
import { type Acquired, acquiredOf } from './acquired';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type PaybackParams, params } from './params';
import type { PaybackResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Do new users pay back? What each channel costs, and what its users bring as time goes by. */
export const payback = defineAnalysis<PaybackParams, readonly Acquired[], PaybackResult>({
  id: 'payback',
  params,
  aggregate: (input, params) => [acquiredOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
