import { DAY, type Diary, dayOf, note } from './diary';
import { checkoutArm, checkoutLift, seeBanner, seeDeliveryNote, seeFeed } from './experiments';
import { openPromotion } from './habits';
import { plan } from './plan';
import { type Random, logNormal, pick } from './random';
import type { Country, Shopper } from './shopper';

/** What a shopper has in the basket, and the code he will use. */
interface Basket {
  readonly category: keyof typeof plan.categories;
  readonly coupon: string | null;
}

/** One visit, from the landing page as far as the shopper goes. */
export function trip(
  shopper: Shopper,
  diary: Diary,
  next: Random,
  at: number,
  channel: string,
): void {
  const isFirst = diary.lastVisit < 0 && shopper.signup >= 0;
  const resolve = resolveOf(shopper, channel, isFirst);
  const looks = next() < resolve.look;
  diary.lastVisit = dayOf(at);
  note(diary, 'visit', at, { channel });
  seeBanner(shopper, diary, at, looks);
  seeFeed(shopper, diary, at);
  if (isFirst) note(diary, 'signup', at + 45, { channel });
  if (!looks) return;

  const category = browse(shopper, diary, next, at + 60 + 40 * next());
  const basketAt = at + 220 + 200 * next();
  if (next() >= resolve.buy) return;
  note(diary, 'cart', basketAt, { category });

  const coupon = couponOf(shopper, diary, next, basketAt, channel);
  const payAt = basketAt + 60 + 120 * next();
  const waitsForCode = shopper.kind === 'promotion-only' && !coupon;
  if (waitsForCode || payAt < diary.closedUntil || next() >= 0.86) return;
  pay(shopper, diary, next, payAt, { category, coupon });
}

/** A visit that ends after a product or two. */
export function browseOnly(shopper: Shopper, diary: Diary, next: Random, at: number): void {
  diary.lastVisit = dayOf(at);
  note(diary, 'visit', at, { channel: 'direct' });
  seeBanner(shopper, diary, at, true);
  browse(shopper, diary, next, at + 50);
}

/** Truth 5: people sent by the coupon site have decided already; display brings the undecided. */
function resolveOf(shopper: Shopper, channel: string, isFirst: boolean) {
  if (shopper.kind === 'promotion-only') return { look: 0.8, buy: 0.8 };
  if (isFirst && channel === 'coupon-site') return { look: 0.85, buy: 0.85 };
  if (isFirst && channel === 'display') return { look: 0.4, buy: 0.15 };
  return { look: isFirst ? 0.45 : 0.58, buy: shopper.eagerness };
}

function browse(shopper: Shopper, diary: Diary, next: Random, at: number): Basket['category'] {
  const category = pick(next, tasteOf(shopper.country));
  note(diary, 'view', at, { category });
  if (next() < 0.05) note(diary, 'view', at + 30 + 60 * next(), { category });
  return category;
}

/** Truth 15: how much each category draws the people of a country. */
function tasteOf(country: Country): Record<Basket['category'], number> {
  const { taste, categories } = plan;
  const weights = Object.entries(categories).map(([name, { weight }]) => {
    const isTheirs = country === taste.country && name === taste.category;
    return [name, isTheirs ? taste.weight : weight];
  });
  return Object.fromEntries(weights);
}

/** Truth 5, second half: some shoppers with a full basket leave for the coupon site and return through it. */
function couponOf(
  shopper: Shopper,
  diary: Diary,
  next: Random,
  at: number,
  channel: string,
): string | null {
  if (channel === 'coupon-site') return 'COUPON10';
  const open = openPromotion(diary, dayOf(at));
  const uses = shopper.kind === 'promotion-only' || next() < 0.5;
  if (open && uses) return open;
  if (shopper.kind === 'promotion-only' || next() >= plan.couponSite.catches) return null;
  note(diary, 'visit', at + 40, { channel: 'coupon-site' });
  return 'COUPON10';
}

/** The payment page: truth 1 (its test), truth 3 and truth 7 (its wait) meet here. */
function pay(shopper: Shopper, diary: Diary, next: Random, at: number, basket: Basket): void {
  const arm = checkoutArm(shopper, diary, at);
  seeDeliveryNote(shopper, diary, at);
  const ms = Math.round(logNormal(next, plan.wait.medianMs[shopper.platform], plan.wait.sigma));
  note(diary, 'checkout', at, { category: basket.category, ms });
  if (ms > 7_000) loseTemper(diary, next, at, ms);
  if (next() >= patience(ms) * checkoutLift(arm)) {
    diary.closedUntil = at + 7 * DAY;
    return;
  }
  const paysByTransfer = next() < 0.04;
  const delay = logNormal(next, 45 + (30 * ms) / 1000, 0.5);
  const paidAt = at + (paysByTransfer ? DAY * (1 + 2 * next()) : delay);
  diary.closedUntil = paidAt;
  buy(shopper, diary, next, paidAt, basket);
}

/** Truth 7: the chance to complete a checkout after waiting for its page. */
function patience(ms: number): number {
  const { completes, patienceMs, lostPerSecond } = plan.wait;
  const seconds = Math.max(0, ms - patienceMs) / 1000;
  return completes * (1 - lostPerSecond) ** seconds;
}

/** Truth 7: people who wait long tap again, and some see an error. */
function loseTemper(diary: Diary, next: Random, at: number, ms: number): void {
  const taps = Math.floor(3 * next());
  for (let tap = 1; tap <= taps; tap++) note(diary, 'checkout', at + 2 * tap);
  if (next() < 0.5) note(diary, 'error', at + ms / 1000, { ms });
}

function buy(shopper: Shopper, diary: Diary, next: Random, at: number, basket: Basket): void {
  const { category, coupon } = basket;
  const price = plan.categories[category].price * shopper.spending;
  const amount = euros(logNormal(next, price, 0.6) * (1 - discountOf(coupon)));
  note(diary, 'purchase', at, { category, amount, ...(coupon ? { coupon } : {}) });
  diary.spent += amount;

  if (next() < 0.06) {
    const back = next() < 0.7 ? amount : euros(amount / 2);
    note(diary, 'refund', at + DAY * (1 + 9 * next()), { category, amount: back });
  }
  if (next() < 0.05) note(diary, 'complaint', at + DAY * (1 + 5 * next()), { category });
  if (next() < plan.referral.invites) invite(diary, next, at + 600);
}

/** Truth 13: a happy buyer invites a friend, who may sign up within the week. */
function invite(diary: Diary, next: Random, at: number): void {
  note(diary, 'invite', at);
  const delay = DAY * (0.2 + 6 * next());
  if (next() < plan.referral.accepted) diary.friends.push(Math.floor(at + delay));
}

function discountOf(coupon: string | null): number {
  if (coupon === 'WINTER20') return plan.promotion.winter.discount;
  if (coupon === 'SPRING15') return plan.promotion.spring.discount;
  return coupon ? plan.couponSite.discount : 0;
}

function euros(value: number): number {
  return Math.round(100 * value) / 100;
}
