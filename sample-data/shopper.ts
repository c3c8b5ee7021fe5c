import { DAY, dayOf } from './diary';
import { strike } from './habits';
import { plan } from './plan';
import { type Random, exponential, logNormal, normal, pick, random } from './random';

export type Country = keyof typeof plan.countries;
export type Platform = keyof typeof plan.platforms;

/** Somebody who may use the shop, with habits that nobody can see in the files. */
export interface Shopper {
  /** Names the shopper's random streams. */
  readonly key: string;
  /** Seconds from the first day, 00:00 UTC; negative for members, who signed up before. */
  readonly signup: number;
  /** How the shopper came to the shop. */
  readonly channel: string;
  readonly invitedBy: Shopper | null;
  readonly country: Country;
  readonly platform: Platform;
  readonly kind: 'regular' | 'promotion-only' | 'leaving' | 'loyal';
  readonly visitsPerDay: number;
  /** Chance that a look at a product ends in the basket. */
  readonly eagerness: number;
  /** Multiplies every price. */
  readonly spending: number;
  /** How often the shopper gets the newsletter, drawn at random. */
  readonly newsletter: 'weekly' | 'monthly' | 'never';
  /** First day of the end: regular shoppers stop at once, leaving ones begin to fade. */
  readonly turnDay: number;
}

/** The people who signed up in the two years before the first day. */
export function members(): Shopper[] {
  return Array.from({ length: plan.members }, (_, i) => {
    const key = `member-${i}`;
    const next = random(plan.seed, 'signup', key);
    const signup = -Math.ceil(next() * 700 * DAY);
    return shopper(key, signup, pick(next, plan.acquisition), null);
  });
}

/** The people whom the channels bring during the twelve weeks, slightly more every week. */
export function newcomers(): Shopper[] {
  const everybody = Array.from({ length: plan.newcomers }, (_, i) => {
    const key = `newcomer-${i}`;
    const next = random(plan.seed, 'signup', key);
    const day = Math.floor(plan.days * next() ** 0.9);
    return shopper(key, day * DAY, pick(next, plan.acquisition), null);
  });
  return everybody.filter(({ key, country, signup }) => {
    return random(plan.seed, 'strike', key)() < strike(country, dayOf(signup));
  });
}

/** The friends who accepted the invitations of one shopper. */
export function friends(host: Shopper, signups: readonly number[]): Shopper[] {
  return signups
    .filter((at) => at < plan.days * DAY)
    .map((at, i) => shopper(`${host.key}-friend-${i}`, at, 'referral', host));
}

/** A moment of a day at which people of the shopper's country are awake. */
export function momentOf(day: number, country: Country, next: Random): number {
  const evening = next() < 0.6;
  const hour = evening ? 20 + 1.8 * normal(next) : 12.5 + 2.4 * normal(next);
  const local = Math.min(23.99, Math.max(6, hour));
  return day * DAY + Math.floor(3600 * (local - plan.hoursFromUtc[country]));
}

function shopper(key: string, from: number, channel: string, invitedBy: Shopper | null): Shopper {
  const next = random(plan.seed, 'shopper', key);
  const country = invitedBy?.country ?? pick(next, plan.countries);
  const platform = pick(next, plan.platforms);
  const isMember = from < 0;
  const kind = kindOf(next, isMember);
  return {
    key,
    signup: isMember || invitedBy ? from : momentOf(from / DAY, country, next),
    channel,
    invitedBy,
    country,
    platform,
    kind,
    visitsPerDay: visitsPerDay(next, kind, isMember) * (invitedBy ? plan.referral.visits : 1),
    eagerness: kind === 'loyal' ? plan.loyal.eagerness : 0.25 + 0.5 * next(),
    spending: logNormal(next, kind === 'loyal' ? plan.loyal.spending : 1, 0.45),
    newsletter: newsletterPace(key),
    turnDay: turnDay(next, kind, Math.max(0, from / DAY)),
  };
}

function kindOf(next: Random, isMember: boolean): Shopper['kind'] {
  const { onlyShare } = plan.promotion;
  const draw = next();
  if (draw > 1 - (isMember ? onlyShare.member : onlyShare.newcomer)) return 'promotion-only';
  if (isMember && draw < plan.leaving.share) return 'leaving';
  return isMember && draw < plan.leaving.share + plan.loyal.share ? 'loyal' : 'regular';
}

function visitsPerDay(next: Random, kind: Shopper['kind'], isMember: boolean): number {
  if (kind === 'leaving') return plan.leaving.visitsPerDay;
  if (kind === 'loyal') return logNormal(next, plan.loyal.visitsPerDay, plan.loyal.spread);
  const { median, spread } = isMember ? plan.visitsPerDay.member : plan.visitsPerDay.newcomer;
  return logNormal(next, median, spread);
}

function turnDay(next: Random, kind: Shopper['kind'], firstDay: number): number {
  const { turn } = plan.leaving;
  if (kind === 'leaving') return turn.from + Math.floor((turn.to - turn.from) * next());
  return kind !== 'regular' ? Infinity : firstDay + 1 + exponential(next, 150);
}

function newsletterPace(key: string): Shopper['newsletter'] {
  const { weekly, monthly } = plan.newsletter;
  const draw = random(plan.seed, 'newsletter', key)();
  if (draw < weekly.share) return 'weekly';
  return draw < weekly.share + monthly.share ? 'monthly' : 'never';
}
