import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type TiersParams, params } from './params';
import type { TiersResult } from './result';
import { tables } from './tables';
import { type TierCounts, tierCounts } from './tally';
import { working } from './working';

/** Does the ladder of tiers work? Who climbs, stays and falls, and who buys again in each tier. */
export const tiers = defineAnalysis<TiersParams, readonly TierCounts[], TiersResult>({
  id: 'tiers',
  params,
  aggregate: (input, params) => [tierCounts(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
