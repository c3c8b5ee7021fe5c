import { DAY, dayOf } from './diary';
import { type EventRow, dateOf, histories } from './event-rows';
import { tierOf } from './habits';
import type { Customer } from './shop';
import type { Columns } from './tables';

/** One line of `users.csv`: a user, what he did in the twelve weeks, and his result in the checkout test. */
export interface UserRow {
  readonly user_id: string;
  readonly email: string;
  readonly country: string;
  readonly platform: string;
  readonly channel: string;
  readonly signup_date: string;
  readonly referred_by: string | null;
  readonly winter20: string | null;
  readonly tier: string;
  readonly visits: number;
  readonly orders: number;
  readonly revenue: number;
  /** The arm of users who saw exactly one; the three columns after it are empty with it. */
  readonly checkout_variant: string | null;
  readonly converted_7d: number | null;
  readonly revenue_7d: number | null;
  readonly revenue_14d_before: number | null;
}

export const USER_COLUMNS: Columns<UserRow> = {
  user_id: 'STRING',
  email: 'STRING',
  country: 'STRING',
  platform: 'STRING',
  channel: 'STRING',
  signup_date: 'STRING',
  referred_by: 'STRING',
  winter20: 'STRING',
  tier: 'STRING',
  visits: 'INT32',
  orders: 'INT32',
  revenue: 'DOUBLE',
  checkout_variant: 'STRING',
  converted_7d: 'INT32',
  revenue_7d: 'DOUBLE',
  revenue_14d_before: 'DOUBLE',
};

/** One row per user, in the order of `user_id`. */
export function userRows(customers: readonly Customer[], events: readonly EventRow[]): UserRow[] {
  const byUser = histories(events);
  const ids = new Map(customers.map(({ id, shopper }) => [shopper, id]));
  return customers.map(({ id, shopper, diary }) => {
    const history = byUser.get(id)!;
    const orders = history.filter(({ event }) => event === 'purchase');
    const revenue = total(orders);
    return {
      user_id: id,
      email: `${id}@example.com`,
      country: shopper.country,
      platform: shopper.platform,
      channel: shopper.channel,
      signup_date: dateOf(dayOf(shopper.signup)),
      referred_by: shopper.invitedBy ? ids.get(shopper.invitedBy)! : null,
      winter20: diary.winterList,
      tier: tierOf(revenue).name,
      visits: history.filter(({ event }) => event === 'visit').length,
      orders: orders.length,
      revenue,
      ...checkoutResult(history, orders),
    };
  });
}

function checkoutResult(history: readonly EventRow[], orders: readonly EventRow[]) {
  const exposures = history.filter(({ experiment }) => experiment === 'checkout');
  const arms = new Set(exposures.map(({ variant }) => variant));
  const start = exposures[0]?.ts.getTime();
  if (start === undefined || arms.size > 1) {
    const none = { converted_7d: null, revenue_7d: null, revenue_14d_before: null };
    return { checkout_variant: null, ...none };
  }
  const between = (from: number, to: number) =>
    orders.filter(({ ts }) => {
      const days = (ts.getTime() - start) / (1000 * DAY);
      return from <= days && days < to;
    });
  return {
    checkout_variant: exposures[0]!.variant,
    converted_7d: between(0, 7).length > 0 ? 1 : 0,
    revenue_7d: total(between(0, 7)),
    revenue_14d_before: total(between(-14, 0)),
  };
}

/** The sum of the amounts, to the cent. */
function total(orders: readonly EventRow[]): number {
  const cents = orders.reduce((sum, { amount }) => sum + Math.round(100 * amount!), 0);
  return cents / 100;
}
