import type { SpendRow } from './campaign-rows';
import { type EventRow, histories } from './event-rows';
import * as tests from './experiment-facts';
import * as habits from './habit-facts';
import { plan } from './plan';
import * as purchases from './purchase-facts';
import type { Customer } from './shop';
import type { Shopper } from './shopper';

export type Truth = ReturnType<typeof truth>;

/** What was planted, what the files hold of it, and who the people of the hidden kinds are. */
export function truth(
  customers: readonly Customer[],
  events: readonly EventRow[],
  spend: readonly SpendRow[],
) {
  const byUser = [...histories(events).values()];
  const people = (kind: Shopper['kind']) =>
    customers.filter(({ shopper }) => shopper.kind === kind).map(({ id }) => id);
  const leaving = people('leaving');
  return {
    planted: plan,
    realised: {
      events: events.length,
      users: customers.length,
      byEvent: countsByEvent(events),
      checkout: tests.checkoutFacts(byUser),
      banner: tests.bannerFacts(byUser),
      deliveryNote: tests.deliveryNoteFacts(byUser),
      feed: tests.feedFacts(byUser),
      channels: purchases.channelFacts(byUser, spend),
      promotion: purchases.promotionFacts(byUser, winterLists(customers)),
      wait: habits.waitFacts(byUser),
      tiers: purchases.tierFacts(byUser),
      leaving: habits.leavingFacts(byUser, new Set(leaving)),
      strike: habits.strikeFacts(byUser),
      winback: tests.winbackFacts(byUser),
      newsletter: habits.newsletterFacts(byUser),
      referral: habits.referralFacts(byUser),
      concentration: purchases.concentrationFacts(byUser),
      taste: habits.tasteFacts(byUser),
    },
    people: { leaving, promotionOnly: people('promotion-only'), loyal: people('loyal') },
  };
}

function countsByEvent(events: readonly EventRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { event } of events) counts[event] = (counts[event] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}

function winterLists(customers: readonly Customer[]): ReadonlyMap<string, string> {
  const lists = new Map<string, string>();
  for (const { id, diary } of customers) {
    if (diary.winterList) lists.set(id, diary.winterList);
  }
  return lists;
}
