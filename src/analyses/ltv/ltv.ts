import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Customers, customersOf } from './customers';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type LtvParams, params } from './params';
import type { LtvResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** What is a customer worth? What they brought by their age, and what a model expects of them. */
export const ltv = defineAnalysis<LtvParams, readonly Customers[], LtvResult>({
  id: 'ltv',
  params,
  aggregate: (input, params) => [customersOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
