import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Counts, countsOf, merged } from './counts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type MonitorParams, params } from './params';
import type { MonitorResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Is something going wrong? A metric period by period, and the rules that watch it. */
export const monitor = defineAnalysis<MonitorParams, Counts, MonitorResult>({
  id: 'monitor',
  params,
  aggregate: countsOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
