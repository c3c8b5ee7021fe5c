import { defineAnalysis } from '../analysis';
import { localDay } from '../purchases';
import { buyersOf, markedPurchases } from './buyers';
import { charts } from './charts';
import { findings } from './findings';
import { type PromoCounts, infer } from './infer';
import { members } from './members';
import { type PromoParams, params } from './params';
import { recipientsOf } from './recipients';
import type { PromoResult } from './result';
import { tables } from './tables';
import { working } from './working';

/** Is it the coupon or the product? Who buys on promotion only, and what a promotion did. */
export const promo = defineAnalysis<PromoParams, readonly PromoCounts[], PromoResult>({
  id: 'promo',
  params,
  aggregate: (input, params) => {
    const purchases = markedPurchases(input, params);
    const lastDay = localDay(input.scope.timezone)(input.scope.completeThrough - 1);
    const { campaign } = params;
    return [
      {
        buyers: buyersOf(purchases, input, lastDay),
        recipients: campaign ? recipientsOf(input, params, campaign, purchases) : null,
      },
    ];
  },
  merge: (a, b) => [...a, ...b],
  infer,
  findings,
  tables,
  charts,
  working,
  members,
});
