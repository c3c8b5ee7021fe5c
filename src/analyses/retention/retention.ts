import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type Memberships, membershipsOf } from './memberships';
import { type RetentionParams, params } from './params';
import type { RetentionResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Do they come back? Cohorts of users by when they started, and how many return later. */
export const retention = defineAnalysis<RetentionParams, readonly Memberships[], RetentionResult>({
  id: 'retention',
  params,
  aggregate: (input, params) => [membershipsOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
