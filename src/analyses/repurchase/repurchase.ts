import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Chains, chainsOf } from './chains';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type RepurchaseParams, params } from './params';
import type { RepurchaseResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Do they buy again? How many make the second and third purchase, and how soon. */
export const repurchase = defineAnalysis<RepurchaseParams, readonly Chains[], RepurchaseResult>({
  id: 'repurchase',
  params,
  aggregate: (input, params) => [chainsOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
