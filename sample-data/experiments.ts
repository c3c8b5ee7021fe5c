import { DAY, type Diary, dayOf, note } from './diary';
import { plan, within } from './plan';
import { type Random, pick, random } from './random';
import type { Shopper } from './shopper';

const HALVES = { control: 0.5, treatment: 0.5 };

/**
 * Truth 1. Notes the first checkout of the test's weeks as the exposure, and tells which
 * arm this checkout is in (null outside the test). A few shoppers later see the other arm.
 */
export function checkoutArm(shopper: Shopper, diary: Diary, at: number): string | null {
  const { days, seesBothArms } = plan.checkout;
  if (!within(dayOf(at), days)) return null;
  const first = diary.arms.get('checkout')?.variant;
  if (!first) return expose(diary, 'checkout', assigned(shopper, 'checkout', HALVES), at);
  if (random(plan.seed, 'other arm', shopper.key, at)() >= seesBothArms) return first;
  return expose(diary, 'checkout', first === 'control' ? 'treatment' : 'control', at);
}

/** How much likelier an arm of the checkout test makes the purchase. */
export function checkoutLift(arm: string | null): number {
  return arm === 'treatment' ? 1 + plan.checkout.lift : 1;
}

/**
 * Truth 2. The banner does nothing, but its arm is recorded only once it has loaded: a
 * phone visitor who leaves without a look at a product is often gone by then.
 */
export function seeBanner(shopper: Shopper, diary: Diary, at: number, looks: boolean): void {
  const { days, traffic, lost } = plan.banner;
  if (!within(dayOf(at), days) || diary.arms.has('banner')) return;
  if (random(plan.seed, 'banner traffic', shopper.key)() >= traffic) return;
  const arm = assigned(shopper, 'banner', { control: 0.5, banner: 0.5 });
  const isFragile = arm === 'banner' && shopper.platform !== 'desktop' && !looks;
  if (isFragile && random(plan.seed, 'banner lost', shopper.key)() < lost) {
    diary.arms.set('banner', { variant: arm, day: dayOf(at) });
    return;
  }
  expose(diary, 'banner', arm, at);
}

/** Truth 3. A test of no consequence, with staff recorded in an arm of their own. */
export function seeDeliveryNote(shopper: Shopper, diary: Diary, at: number): void {
  const { days, shares } = plan.deliveryNote;
  if (!within(dayOf(at), days) || diary.arms.has('delivery-note')) return;
  expose(diary, 'delivery-note', assigned(shopper, 'delivery-note', shares), at);
}

/** Truth 4, first half: visitors of two weeks are split between the old feed and the new one. */
export function seeFeed(shopper: Shopper, diary: Diary, at: number): void {
  const { days, traffic } = plan.feed;
  if (!within(dayOf(at), days) || diary.arms.has('feed')) return;
  if (random(plan.seed, 'feed traffic', shopper.key)() >= traffic) return;
  expose(diary, 'feed', assigned(shopper, 'feed', HALVES), at);
}

/**
 * Truth 4, second half: the chance that the new feed makes the shopper browse on a day.
 * It starts at `firstDayBoost` times the shopper's usual chance of a visit and wears off.
 */
export function feedChance(diary: Diary, day: number, usual: number): number {
  const seen = diary.arms.get('feed');
  if (seen?.variant !== 'treatment' || day <= seen.day) return 0;
  const { firstDayBoost, halfLifeDays } = plan.feed;
  return usual * firstDayBoost * 0.5 ** ((day - seen.day - 1) / halfLifeDays);
}

/** Truth 11. Silent users are split once, at nine in the morning, between a mail and nothing. */
export function winbackArm(shopper: Shopper, diary: Diary, day: number): string | null {
  const { day: mailing, silentDays, traffic } = plan.winback;
  const isSilent = diary.lastVisit >= 0 && diary.lastVisit < mailing - silentDays;
  if (day !== mailing || !isSilent) return null;
  if (random(plan.seed, 'winback traffic', shopper.key)() >= traffic) return null;
  const arm = assigned(shopper, 'winback', { holdout: 0.5, mail: 0.5 });
  return expose(diary, 'winback', arm, day * DAY + 9 * 3600);
}

function assigned(
  shopper: Shopper,
  experiment: string,
  shares: Readonly<Record<string, number>>,
): string {
  const next: Random = random(plan.seed, 'arm', experiment, shopper.key);
  return pick(next, shares);
}

/** Writes the exposure down and gives back its arm; the first arm of an experiment stays the shopper's own. */
function expose(diary: Diary, experiment: string, variant: string, at: number): string {
  if (!diary.arms.has(experiment)) diary.arms.set(experiment, { variant, day: dayOf(at) });
  note(diary, 'exposure', at, { experiment, variant });
  return variant;
}
