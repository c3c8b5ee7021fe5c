import { z } from 'zod';
import { columnName, common, duration, eventNames, where } from '../common';

const filter = z.strictObject({ event: eventNames, where: where.optional() });

/** The parameters of `kind: referral`. */
export const params = z.strictObject({
  ...common,
  invite: filter.meta({ title: 'referralInvite', input: 'event' }),
  signup: filter.meta({ title: 'referralSignup', input: 'event' }),
  referred: where.meta({ title: 'referralReferred', input: 'where' }),
  referrer: columnName.optional().meta({ title: 'referralReferrer', input: 'column' }),
  activity: filter.default({ event: '*' }).meta({ title: 'referralActivity', input: 'event' }),
  from: duration.default('1d').meta({ title: 'from', input: 'duration' }),
  to: duration.default('28d').meta({ title: 'to', input: 'duration' }),
});

export type ReferralParams = z.infer<typeof params>;
