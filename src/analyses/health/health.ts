import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { memberFacts, members } from './members';
import { type HealthParams, params } from './params';
import type { HealthResult } from './result';
import { type Snapshots, joinedSnapshots, snapshotsOf } from './snapshots';
import { tables } from './tables';
import { working } from './working';

/** Who is about to leave? An index of up to twelve dimensions, tested on history, and a list to win back. */
export const health = defineAnalysis<HealthParams, Snapshots, HealthResult>({
  id: 'health',
  params,
  aggregate: snapshotsOf,
  merge: joinedSnapshots,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
  memberFacts,
});
