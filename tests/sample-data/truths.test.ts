import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Truth } from '../../sample-data/truth';
import { type SampleRow, sampleRows } from './sample-rows';

const folder = new URL('../../sample-data/', import.meta.url);
const readme = readFileSync(new URL('README.md', folder), 'utf8');
const { planted, realised, people } = JSON.parse(
  readFileSync(new URL('truth.json', folder), 'utf8'),
) as Truth;

const events = sampleRows('shop-events.csv');
const users = sampleRows('users.csv');
const DAY = 86_400_000;
const START = Date.parse('2026-01-05T00:00:00Z');
const END = START + 84 * DAY;

const byUser = new Map<string, SampleRow[]>(users.map((row) => [row['user_id']!, []]));
for (const row of events) byUser.get(row['user_id']!)!.push(row);

/** Every number in the tests below is counted from the CSV files alone, in the plainest way. */
describe('the truths stated about the sample data', () => {
  it('state how many events of how many users there are', () => {
    expect(realised.events).toBe(events.length);
    expect(realised.users).toBe(byUser.size);
    for (const [event, count] of Object.entries(realised.byEvent)) {
      expect(events.filter((row) => row['event'] === event)).toHaveLength(count);
    }
    expect(readme).toContain(
      `${thousands(events.length)} events of ${thousands(byUser.size)} users`,
    );
  });

  it('1: give the purchases within 7 days in both arms of the checkout test', () => {
    const control = purchasedWithin7Days('checkout', 'control');
    const treatment = purchasedWithin7Days('checkout', 'treatment');
    const facts = realised.checkout.purchasedWithin7Days;
    expect(facts['control']).toMatchObject(control);
    expect(facts['treatment']).toMatchObject(treatment);
    expect(facts.lift).toBeCloseTo(rate(treatment) / rate(control) - 1, 4);
    expect(readme).toContain(
      `${control.successes} of ${control.users} against ${treatment.successes} of ${treatment.users}`,
    );
  });

  it('1: agree with the same test read from the unit table', () => {
    for (const arm of ['control', 'treatment']) {
      const own = users.filter((row) => row['checkout_variant'] === arm);
      const converted = own.filter((row) => row['converted_7d'] === '1');
      const facts = realised.checkout.purchasedWithin7Days[arm];
      expect(facts).toMatchObject({ users: own.length, successes: converted.length });
      const revenue = own.reduce((sum, row) => sum + Number(row['revenue_7d']), 0) / own.length;
      expect(realised.checkout.revenueWithin7Days[arm]).toBeCloseTo(revenue, 3);
    }
  });

  it('1: plant a lift that lies in the 95 % interval of the realised one', () => {
    const [a, b] = ['control', 'treatment'].map((arm) => purchasedWithin7Days('checkout', arm)) as [
      Count,
      Count,
    ];
    const logRatio = Math.log(rate(b) / rate(a));
    const error = Math.sqrt((1 - rate(a)) / a.successes + (1 - rate(b)) / b.successes);
    expect(Math.abs(logRatio - Math.log(1 + planted.checkout.lift))).toBeLessThan(1.96 * error);
  });

  it('2: count a banner test whose split is broken on phones and nowhere else', () => {
    const arms = ['control', 'banner'].map((arm) => exposedOnlyTo('banner', arm));
    const [control, banner] = arms.map((own) => own.length) as [number, number];
    expect(realised.banner.users).toEqual({ banner, control });
    expect(realised.banner.srm.chiSquare).toBeCloseTo(chiSquare(control, banner), 3);
    expect(realised.banner.srm.p).toBeLessThan(0.001);
    const [onDesktop, onDesktopToo] = arms.map(
      (own) => own.filter(([row]) => row!['platform'] === 'desktop').length,
    ) as [number, number];
    expect(chiSquare(onDesktop, onDesktopToo)).toBeLessThan(3.84);
  });

  it('3: count the users of an arm that nobody planned', () => {
    for (const arm of ['control', 'note', 'debug']) {
      expect(realised.deliveryNote.users[arm]).toBe(exposedOnlyTo('delivery-note', arm).length);
    }
  });

  it('4: count visits that the new feed adds at first and not later', () => {
    for (const arm of ['control', 'treatment']) {
      expect(realised.feed.visitsOnDays1To3[arm]).toBeCloseTo(visitsAfterFeed(arm, 1, 4), 4);
      expect(realised.feed.visitsOnDays8To14[arm]).toBeCloseTo(visitsAfterFeed(arm, 8, 15), 4);
    }
    expect(realised.feed.visitsOnDays1To3.z).toBeGreaterThan(3);
    expect(Math.abs(realised.feed.visitsOnDays8To14.z)).toBeLessThan(1.96);
  });

  it('5: count the purchases that the coupon site touched last, and what each cost', () => {
    let lastTouch = 0;
    for (const order of events.filter((row) => row['event'] === 'purchase')) {
      const touches = byUser
        .get(order['user_id']!)!
        .filter((row) => row['event'] === 'visit' && row['ts']! <= order['ts']!)
        .filter((row) => time(order) - time(row) <= 30 * DAY);
      if (touches.at(-1)?.['channel'] === 'coupon-site') lastTouch++;
    }
    const cost = sampleRows('spend.csv')
      .filter((row) => row['channel'] === 'coupon-site')
      .reduce((sum, row) => sum + Number(row['cost']), 0);
    const facts = realised.channels['coupon-site']!;
    expect(facts.lastTouch).toBe(lastTouch);
    expect(facts.costPerLastTouch).toBeCloseTo(cost / lastTouch, 2);
  });

  it('5: make the coupon site the cheapest paid channel by last touch and the dearest by repeat buyer', () => {
    const others = ['search', 'social', 'display'].map((channel) => realised.channels[channel]!);
    const own = realised.channels['coupon-site']!;
    for (const other of others) {
      expect(own.costPerLastTouch!).toBeLessThan(other.costPerLastTouch!);
      expect(own.costPerRepeatBuyer!).toBeGreaterThan(other.costPerRepeatBuyer!);
    }
  });

  it('6: count the purchases with a code, and who buys on nothing else', () => {
    const orders = events.filter((row) => row['event'] === 'purchase');
    expect(realised.promotion.ordersOnPromotion).toBe(
      orders.filter((row) => row['coupon'] !== '').length,
    );
    const frequent = [...byUser.values()]
      .map((history) => history.filter((row) => row['event'] === 'purchase'))
      .filter((own) => own.length >= 3);
    expect(realised.promotion.usersWith3Orders).toBe(frequent.length);
    expect(realised.promotion.ofTheseOnPromotionOnly).toBe(
      frequent.filter((own) => own.every((row) => row['coupon'] !== '')).length,
    );
    for (const id of people.promotionOnly) {
      const own = byUser.get(id)!.filter((row) => row['event'] === 'purchase');
      expect(own.filter((row) => row['coupon'] === '')).toEqual([]);
    }
  });

  it('6: count the visits that the winter promotion borrows from the two weeks after it', () => {
    for (const list of ['sent', 'holdout']) {
      const own = users.filter((row) => row['winter20'] === list).map((row) => row['user_id']!);
      const facts = realised.promotion.winterVisitsPerUser[list]!;
      expect(facts.users).toBe(own.length);
      expect(facts.during).toBeCloseTo(visitsBetween(own, 14, 28) / own.length, 4);
      expect(facts.after).toBeCloseTo(visitsBetween(own, 28, 42) / own.length, 4);
    }
    const { sent, holdout } = realised.promotion.winterVisitsPerUser;
    expect(sent!.during!).toBeGreaterThan(1.5 * holdout!.during!);
    expect(sent!.after!).toBeLessThan(0.8 * holdout!.after!);
  });

  it('7: count who pays after a wait on Android and elsewhere', () => {
    const counts = { android: { checkouts: 0, paid: 0 }, others: { checkouts: 0, paid: 0 } };
    for (const history of byUser.values()) {
      const opened = history.filter((row) => row['event'] === 'checkout' && row['ms'] !== '');
      for (const [i, row] of opened.entries()) {
        const count = row['platform'] === 'android' ? counts.android : counts.others;
        const until = Math.min(
          time(row) + 7 * DAY,
          opened[i + 1] ? time(opened[i + 1]!) : Infinity,
        );
        const pays = history.some(
          (later) =>
            later['event'] === 'purchase' && time(later) >= time(row) && time(later) < until,
        );
        count.checkouts++;
        if (pays) count.paid++;
      }
    }
    expect(realised.wait.android).toMatchObject(counts.android);
    expect(realised.wait.others).toMatchObject(counts.others);
  });

  it('8: give each user the tier that his purchases reach', () => {
    const tiers: Record<string, number> = { bronze: 0, silver: 0, gold: 0 };
    for (const row of users) {
      const cents = byUser
        .get(row['user_id']!)!
        .filter((each) => each['event'] === 'purchase')
        .reduce((sum, each) => sum + Math.round(100 * Number(each['amount'])), 0);
      const tier = cents >= 25_000 ? 'gold' : cents >= 10_000 ? 'silver' : 'bronze';
      expect(row['tier']).toBe(tier);
      expect(Number(row['revenue'])).toBe(cents / 100);
      tiers[tier]!++;
    }
    for (const [tier, count] of Object.entries(tiers)) {
      expect(realised.tiers[tier]!.users).toBe(count);
    }
  });

  it('9: count the visits of the users who leave', () => {
    expect(realised.leaving.users).toBe(people.leaving.length);
    expect(realised.leaving.visitsWeeks1To4).toBe(visitsBetween(people.leaving, 0, 28));
    expect(realised.leaving.visitsWeeks9To12).toBe(visitsBetween(people.leaving, 56, 84));
  });

  it('10: count the visitors of each week, and the one country where the two-week rule fires', () => {
    for (const country of ['DE', 'FR', 'GB', 'PL', 'US']) {
      const weeks = Array.from({ length: 12 }, () => new Set<string>());
      for (const row of events) {
        if (row['event'] !== 'visit' || row['country'] !== country) continue;
        weeks[Math.floor((time(row) - START) / (7 * DAY))]!.add(row['user_id']!);
      }
      const { weeklyVisitors, ruleFiresInWeeks } = realised.strike[country]!;
      expect(weeklyVisitors).toEqual(weeks.map((visitors) => visitors.size));
      expect(ruleFiresInWeeks).toEqual(country === 'GB' ? [9] : []);
    }
  });

  it('11: count who came back after the win-back mail', () => {
    for (const arm of ['holdout', 'mail']) {
      const own = exposedOnlyTo('winback', arm);
      const back = own.filter((history) => countAfter(history, 'winback', 'visit', 0, 14) > 0);
      expect(realised.winback.visitedWithin14Days[arm]).toMatchObject({
        users: own.length,
        successes: back.length,
      });
    }
  });

  it('12: count the answers of users with a newsletter every week', () => {
    const scores = [...byUser.values()]
      .filter((history) => history.filter(isNewsletter).length >= 2)
      .flatMap((history) => history.filter((row) => row['event'] === 'survey'))
      .map((row) => Number(row['score']));
    const promoters = scores.filter((score) => score >= 9).length;
    const detractors = scores.filter((score) => score <= 6).length;
    expect(realised.newsletter['weekly']).toMatchObject({
      answers: scores.length,
      nps: Number(((100 * (promoters - detractors)) / scores.length).toFixed(1)),
    });
  });

  it('13: count the invitations, and the friends who came', () => {
    const friends = users.filter((row) => row['referred_by'] !== '');
    expect(realised.referral.accepted).toBe(friends.length);
    expect(realised.referral.invitations).toBe(
      events.filter((row) => row['event'] === 'invite').length,
    );
  });

  it('14: give the share of revenue that the top 2 % of buyers bring', () => {
    const revenue = users
      .map((row) => Number(row['revenue']))
      .filter((euros) => euros > 0)
      .sort((a, b) => b - a);
    const total = revenue.reduce((sum, euros) => sum + euros, 0);
    const top = revenue.slice(0, Math.ceil(0.02 * revenue.length)).reduce((sum, x) => sum + x, 0);
    expect(realised.concentration.buyers).toBe(revenue.length);
    expect(realised.concentration.topTwoPercentShare).toBeCloseTo(top / total, 4);
  });

  it('15: count the views of tea in Britain', () => {
    const views = events.filter((row) => row['event'] === 'view' && row['country'] === 'GB');
    const tea = views.filter((row) => row['category'] === 'tea');
    expect(realised.taste.inCountry).toMatchObject({
      views: views.length,
      ofCategory: tea.length,
    });
  });
});

interface Count {
  readonly users: number;
  readonly successes: number;
}

/** The histories of the users who were exposed to one arm of a test and to no other. */
function exposedOnlyTo(experiment: string, arm: string): SampleRow[][] {
  return [...byUser.values()].filter((history) => {
    const own = history.filter((row) => row['experiment'] === experiment);
    return own.length > 0 && own.every((row) => row['variant'] === arm);
  });
}

function purchasedWithin7Days(experiment: string, arm: string): Count {
  const own = exposedOnlyTo(experiment, arm);
  const buyers = own.filter((history) => countAfter(history, experiment, 'purchase', 0, 7) > 0);
  return { users: own.length, successes: buyers.length };
}

function visitsAfterFeed(arm: string, from: number, to: number): number {
  const own = exposedOnlyTo('feed', arm);
  const visits = own.map((history) => countAfter(history, 'feed', 'visit', from, to));
  return visits.reduce((sum, count) => sum + count, 0) / own.length;
}

/** How many rows of an event a user has between two ages in days since the first exposure. */
function countAfter(
  history: readonly SampleRow[],
  experiment: string,
  event: string,
  from: number,
  to: number,
): number {
  const start = time(history.find((row) => row['experiment'] === experiment)!);
  expect(start + to * DAY).toBeLessThanOrEqual(END);
  return history.filter((row) => {
    const age = time(row) - start;
    return row['event'] === event && age >= from * DAY && age < to * DAY;
  }).length;
}

function visitsBetween(ids: readonly string[], from: number, to: number): number {
  return ids
    .flatMap((id) => byUser.get(id)!)
    .filter((row) => row['event'] === 'visit')
    .filter((row) => time(row) >= START + from * DAY && time(row) < START + to * DAY).length;
}

function isNewsletter(row: SampleRow): boolean {
  return row['event'] === 'message' && row['campaign'] === 'NEWSLETTER';
}

function time(row: SampleRow): number {
  return Date.parse(row['ts']!);
}

function rate({ users, successes }: Count): number {
  return successes / users;
}

/** Pearson's statistic of two counts that should be equal. */
function chiSquare(a: number, b: number): number {
  return (a - b) ** 2 / (a + b);
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
