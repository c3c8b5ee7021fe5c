import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type Memberships, joinedMemberships, membershipsOf } from './memberships';
import { type SegmentsParams, params } from './params';
import type { SegmentsResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Who are they? Sizes of segments over time, overlaps, what they do, and what sets one of them apart. */
export const segments = defineAnalysis<SegmentsParams, Memberships, SegmentsResult>({
  id: 'segments',
  params,
  aggregate: membershipsOf,
  merge: joinedMemberships,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
