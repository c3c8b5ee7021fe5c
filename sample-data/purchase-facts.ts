import type { EventRow } from './event-rows';
import { tierOf } from './habits';
import { END, type History, between, days, of, ratio, round, sum } from './history';
import { plan } from './plan';

const LOOK_BACK = 30;

/** Truth 5: what each channel gets by the last and the first touch, and whom it brought. */
export function channelFacts(
  histories: readonly History[],
  spend: readonly { readonly channel: string; readonly cost: number }[],
) {
  const orders = histories.flatMap((history) =>
    of(history, 'purchase').map((order) => touchesBefore(history, order)),
  );
  return Object.fromEntries(
    Object.keys(plan.dailySpend).map((channel) => {
      const cost = sum(spend.filter((day) => day.channel === channel).map((day) => day.cost));
      const lastTouch = orders.filter((touches) => touches.at(-1) === channel).length;
      const firstTouch = orders.filter((touches) => touches[0] === channel).length;
      const own = histories.filter((history) => of(history, 'signup')[0]?.channel === channel);
      const buyers = own.filter((history) => of(history, 'purchase').length > 0);
      const mature = buyers.filter(
        (history) => of(history, 'purchase')[0]!.ts.getTime() <= END - days(28),
      );
      const again = mature.filter((history) => buysAgain(of(history, 'purchase'), 0));
      const repeaters = own.filter((history) => of(history, 'purchase').length > 1).length;
      return [
        channel,
        {
          cost: round(cost, 2),
          lastTouch,
          costPerLastTouch: ratio(cost, lastTouch, 2),
          firstTouch,
          costPerFirstTouch: ratio(cost, firstTouch, 2),
          newUsers: own.length,
          newBuyers: buyers.length,
          matureBuyers: mature.length,
          boughtAgainWithin28Days: again.length,
          repeatRate: ratio(again.length, mature.length, 4),
          repeatBuyers: repeaters,
          costPerRepeatBuyer: ratio(cost, repeaters, 2),
        },
      ];
    }),
  );
}

/** Truth 6: who buys on promotion only, and what the winter promotion does while and after it runs. */
export function promotionFacts(histories: readonly History[], lists: ReadonlyMap<string, string>) {
  const orders = histories.flatMap((history) => of(history, 'purchase'));
  const frequent = histories
    .map((history) => of(history, 'purchase'))
    .filter((own) => own.length >= 3);
  const visitsPerUser = (list: string, from: number, to: number) => {
    const own = histories.filter(([row]) => lists.get(row!.user_id) === list);
    return ratio(
      sum(own.map((history) => between(of(history, 'visit'), from, to).length)),
      own.length,
      4,
    );
  };
  return {
    orders: orders.length,
    ordersOnPromotion: orders.filter(({ coupon }) => coupon).length,
    usersWith3Orders: frequent.length,
    ofTheseOnPromotionOnly: frequent.filter((own) => own.every(({ coupon }) => coupon)).length,
    winterVisitsPerUser: Object.fromEntries(
      ['sent', 'holdout'].map((list) => [
        list,
        {
          users: histories.filter(([row]) => lists.get(row!.user_id) === list).length,
          before: visitsPerUser(list, 0, 14),
          during: visitsPerUser(list, 14, 28),
          after: visitsPerUser(list, 28, 42),
          later: visitsPerUser(list, 42, 56),
        },
      ]),
    ),
  };
}

/** Truth 8: users by the tier they reached, and whether an order in a tier is followed by another. */
export function tierFacts(histories: readonly History[]) {
  const orders = histories.flatMap((history) => {
    const own = of(history, 'purchase');
    return own.map((row, i) => ({ row, tier: tierAfter(own, i), again: buysAgain(own, i) }));
  });
  const mature = orders.filter(({ row }) => row.ts.getTime() <= END - days(28));
  return Object.fromEntries(
    plan.tiers.map(({ name }) => {
      const own = mature.filter(({ tier }) => tier === name);
      const again = own.filter((order) => order.again).length;
      return [
        name,
        {
          users: histories.filter((history) => {
            const bought = of(history, 'purchase');
            return tierAfter(bought, bought.length - 1) === name;
          }).length,
          matureOrders: own.length,
          followedWithin28Days: again,
          share: ratio(again, own.length, 4),
        },
      ];
    }),
  );
}

/** Truth 14: how unequal the buyers are. */
export function concentrationFacts(histories: readonly History[]) {
  const revenue = histories
    .map((history) => sum(of(history, 'purchase').map(({ amount }) => Math.round(100 * amount!))))
    .filter((cents) => cents > 0)
    .sort((a, b) => b - a);
  const top = revenue.slice(0, Math.ceil(0.02 * revenue.length));
  return {
    buyers: revenue.length,
    revenue: round(sum(revenue) / 100, 2),
    topTwoPercentShare: ratio(sum(top), sum(revenue), 4),
  };
}

/** The channels a buyer came through in the 30 days before an order, oldest first. */
function touchesBefore(history: History, order: EventRow): string[] {
  const to = order.ts.getTime();
  return of(history, 'visit')
    .filter(({ ts }) => to - days(LOOK_BACK) <= ts.getTime() && ts.getTime() <= to)
    .map(({ channel }) => channel!);
}

function buysAgain(orders: readonly EventRow[], i: number): boolean {
  const next = orders[i + 1];
  return next !== undefined && next.ts.getTime() - orders[i]!.ts.getTime() <= days(28);
}

/** The tier that the orders up to and with the i-th one reach. */
function tierAfter(orders: readonly EventRow[], i: number): string {
  const cents = orders.slice(0, i + 1).map(({ amount }) => Math.round(100 * amount!));
  return tierOf(sum(cents) / 100).name;
}
