import { defineAnalysis } from '../analysis';
import { charts } from './charts';
import { type Contacts, contactsOf, merged } from './contacts';
import { findings } from './findings';
import { infer } from './infer';
import { members } from './members';
import { type CampaignParams, params } from './params';
import type { CampaignResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Did the campaign work? Who was reached, opened and acted, how often to write, and what it changed. */
export const campaign = defineAnalysis<CampaignParams, Contacts, CampaignResult>({
  id: 'campaign',
  params,
  aggregate: contactsOf,
  merge: merged,
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
