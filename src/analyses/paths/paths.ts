import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type PathsParams, params } from './params';
import { type PathCounts, pathCounts } from './path-counts';
import type { PathsResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Which way do users go? What they do between two events, after one or before one. */
export const paths = defineAnalysis<PathsParams, readonly PathCounts[], PathsResult>({
  id: 'paths',
  params,
  aggregate: (input, params) => [pathCounts(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
