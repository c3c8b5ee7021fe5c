import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import type { Journeys } from './journeys';
import { journeysOf } from './journeys-of';
import { members } from './members';
import { type AttributionParams, params } from './params';
import type { AttributionResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Which channel deserves credit? Every conversion divided over the touches before it. */
export const attribution = defineAnalysis<
  AttributionParams,
  readonly Journeys[],
  AttributionResult
>({
  id: 'attribution',
  params,
  aggregate: (input, params) => [journeysOf(input, params)],
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
