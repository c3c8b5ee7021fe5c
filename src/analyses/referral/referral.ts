import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type ReferralParams, params } from './params';
import { type People, merged, peopleOf } from './people';
import type { ReferralResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Do they recommend us? Invitations, the K-factor, cycle time, and how invited users do. */
export const referral = defineAnalysis<ReferralParams, People, ReferralResult>({
  id: 'referral',
  params,
  aggregate: peopleOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
