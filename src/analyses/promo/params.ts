import { z } from 'zod';
import { activity } from '../activity';
import { columnName, common, duration, eventNames, instant, marginOfValue, where } from '../common';
import { valuedEvent } from '../valued-rows';

/** A promotion that ran for some time, and who it was for. */
const campaign = z
  .strictObject({
    from: instant.meta({ title: 'from', input: 'date' }),
    to: instant.meta({ title: 'to', input: 'date' }),
    recipients: z
      .union([
        z.strictObject({
          column: columnName,
          treatment: z.string().meta({ title: 'recipientsNamed', input: 'text' }),
          control: z.string().meta({ title: 'othersNamed', input: 'text' }),
        }),
        z.strictObject({ event: eventNames, where: where.optional() }),
      ])
      .meta({ title: 'recipients', input: 'recipients' }),
    randomised: z.boolean().default(false).meta({ title: 'randomised', input: 'switch' }),
    window: duration
      .default('2w')
      .meta({ title: 'campaignWindow', input: 'duration', hint: 'promotionWindow' }),
  })
  .meta({ title: 'campaign', input: 'campaign' });

/** The parameters of `kind: promo`. */
export const params = z.strictObject({
  ...common,
  purchase: valuedEvent.meta({ title: 'purchase', input: 'amount' }),
  promotion: where.meta({ title: 'promotion', input: 'where' }),
  activity: activity.meta({ title: 'activityEvent', input: 'event' }),
  minimumOrders: z.int().min(1).default(3).meta({ title: 'minimumOrders', input: 'number' }),
  dependentFrom: z
    .number()
    .gt(0)
    .lte(1)
    .default(0.8)
    .meta({ title: 'dependentFrom', input: 'share' }),
  within: duration.default('28d').meta({ title: 'within', input: 'duration' }),
  campaign: campaign.optional(),
  margin: marginOfValue,
  discount: z.number().min(0).lt(1).default(0).meta({ title: 'promoDiscount', input: 'share' }),
  alpha: z.number().gt(0).lt(1).default(0.05).meta({ title: 'alpha', input: 'number' }),
});

export type PromoParams = z.infer<typeof params>;
export type Campaign = NonNullable<PromoParams['campaign']>;
