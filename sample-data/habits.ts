import { DAY, type Diary } from './diary';
import { plan, within } from './plan';
import type { Country, Shopper } from './shopper';

const MONDAY_TO_SUNDAY = [1.02, 0.96, 0.95, 1, 0.94, 0.98, 1.15];

/** The chance that a shopper comes by himself on a day. */
export function visitChance(shopper: Shopper, diary: Diary, day: number): number {
  const chance =
    shopper.visitsPerDay *
    MONDAY_TO_SUNDAY[day % 7]! *
    freshInterest(shopper, day) *
    staying(shopper, day) *
    couponSiteLoyalty(shopper, day) *
    promotionHunger(shopper, diary, day) *
    winterPull(shopper, diary, day) *
    tierPull(diary.spent) *
    strike(shopper.country, day);
  return Math.min(0.9, chance);
}

/** The tier that an amount of money reaches. */
export function tierOf(spent: number): (typeof plan.tiers)[number] {
  return plan.tiers.findLast((tier) => spent >= tier.from)!;
}

/** The codes a shopper holds on a day, whether he uses them or not. */
export function openPromotion(diary: Diary, day: number): 'WINTER20' | 'SPRING15' | null {
  const { winter, spring } = plan.promotion;
  if (within(day, winter.days) && diary.winterList === 'sent') return 'WINTER20';
  return within(day, spring.days) ? 'SPRING15' : null;
}

/** New users come often at first. */
function freshInterest(shopper: Shopper, day: number): number {
  if (shopper.signup < 0) return 1;
  const age = day - shopper.signup / DAY;
  return 0.5 + 2.5 * Math.exp(-age / 6);
}

/** Truth 9: leaving members fade week by week before they are silent; all others stop without warning. */
function staying(shopper: Shopper, day: number): number {
  if (day < shopper.turnDay) return 1;
  if (shopper.kind !== 'leaving') return 0;
  const { weekly, weeks } = plan.leaving;
  const week = 1 + Math.floor((day - shopper.turnDay) / 7);
  return week > weeks ? 0 : weekly ** week;
}

/** Truth 5, first half: users whom the coupon site brought hardly come again. */
function couponSiteLoyalty(shopper: Shopper, day: number): number {
  const isOwn = shopper.channel === 'coupon-site' && shopper.kind === 'regular';
  return isOwn && day * DAY > shopper.signup ? plan.couponSite.visitsAfterFirstDay : 1;
}

/** Truth 6, first half: some people come when there is a promotion for them. */
function promotionHunger(shopper: Shopper, diary: Diary, day: number): number {
  if (shopper.kind !== 'promotion-only') return 1;
  const { inPromotion, otherwise } = plan.promotion.onlyVisits;
  return (openPromotion(diary, day) ? inPromotion : otherwise) / shopper.visitsPerDay;
}

/** Truth 6, second half: the winter promotion borrows visits from the two weeks after it. */
function winterPull(shopper: Shopper, diary: Diary, day: number): number {
  if (shopper.kind === 'promotion-only' || diary.winterList !== 'sent') return 1;
  const { days, during, after } = plan.promotion.winter;
  if (within(day, days)) return during;
  return within(day, { from: days.to, to: days.to + 14 }) ? after : 1;
}

/** Truth 8: who has reached a tier visits more often. */
function tierPull(spent: number): number {
  return tierOf(spent).visits;
}

/** Truth 10: a strike keeps many people of one country away for two weeks, newcomers too. */
export function strike(country: Country, day: number): number {
  const { days, visits } = plan.strike;
  if (country !== plan.strike.country || !within(day, days)) return 1;
  return visits[Math.floor((day - days.from) / 7)]!;
}
