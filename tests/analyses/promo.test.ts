import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promo } from '../../src/analyses/promo/promo';
import type { PromoResult } from '../../src/analyses/promo/result';
import type { Dataset } from '../../src/data/dataset';
import { story } from '../events/story';
import { outcomeOf } from './run';
import { dice } from './shop';

function promoOf(dataset: Dataset, given: object = {}) {
  return outcomeOf(promo, dataset, {
    ...{ purchase: { event: 'buy', value: 'amount' }, promotion: { code: { exists: true } } },
    ...{ activity: 'visit', ...given },
  });
}

function shop(text: string): Dataset {
  return story(`user:text at:time event:text code:text amount:number list:text\n${text}`);
}

/** Who buys how, from Monday, 2 March 2026. */
const BUYERS = shop(`
  ann 0 buy X 10 -
  ann 4 buy X 20 -
  ann 8 buy X 30 -
  bob 1 buy - 10 -
  bob 5 buy X 10 -
  bob 9 buy - 10 -
  bob 12 buy - 10 -
  cat 2 buy X 5 -
  dan 3 buy - 7 -
  dan 6 buy - 8 -
  dan 20.99 visit - - -`);

describe('who buys on promotion', () => {
  const { input, params, result } = promoOf(BUYERS, { within: '10d' });

  it('counts purchases and their value', () => {
    expect(result.purchases).toMatchObject({ count: 5, of: 10, rate: 0.5 });
    expect(result.value).toEqual({ onPromotion: 75, of: 120, rate: 75 / 120 });
  });

  it('tells buyers apart, all of them and those who bought often', () => {
    const counts = (list: PromoResult['everyone']) => list.classes.map(({ count }) => count);
    expect(counts(result.everyone)).toEqual([1, 1, 2]);
    expect(result.frequent.buyers).toBe(2);
    expect(counts(result.frequent)).toEqual([0, 1, 1]);
    expect(result.frequent.dependent).toMatchObject({ count: 1, of: 2, value: 60, valueOf: 100 });
  });

  it('takes the edge of the share in', () => {
    const at = (dependentFrom: number) =>
      promoOf(BUYERS, { dependentFrom }).result.frequent.dependent!.count;
    expect(at(0.25)).toBe(2);
    expect(at(0.26)).toBe(1);
  });

  it('compares who came by a promotion with who came at full price', () => {
    // Again within ten days, of those watched so long: Ann yes, Cat no; Bob and Dan yes.
    const { fullPrice, onPromotion } = result.acquired;
    expect([fullPrice.count, fullPrice.of]).toEqual([2, 2]);
    expect([onPromotion.count, onPromotion.of]).toEqual([1, 2]);
  });

  it('counts weeks, also those without a purchase', () => {
    expect(
      result.weeks.map(({ start, onPromotion, fullPrice }) => [start, onPromotion, fullPrice]),
    ).toEqual([
      ['2026-03-02', 4, 3],
      ['2026-03-09', 1, 2],
    ]);
  });

  it('lists the users behind a class', () => {
    const ids = (path: string) => [...promo.members!(input, params, path)];
    expect(ids('everyone.classes.only')).toEqual([0, 2]);
    expect(ids('frequent.classes.mixed')).toEqual([1]);
    expect(ids('frequent.dependent')).toEqual([0]);
    expect(ids('purchases')).toEqual([]);
  });

  it('shares buyers and their money out among the classes', () => {
    const row = fc.record({
      user: fc.integer({ min: 0, max: 8 }),
      day: fc.integer({ min: 0, max: 20 }),
      isPromoted: fc.boolean(),
      amount: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const lines = rows.map(
          ({ user, day, isPromoted, amount }) =>
            `u${user} ${day} buy ${isPromoted ? 'X' : '-'} ${amount} -`,
        );
        const { everyone, frequent, purchases, value } = promoOf(shop(lines.join('\n')), {
          completeThrough: '2026-04-01',
        }).result;
        const users = [...new Set(rows.map(({ user }) => user))];
        const kind = (user: number) => {
          const mine = rows.filter((each) => each.user === user);
          if (mine.every(({ isPromoted }) => isPromoted)) return 'only';
          return mine.some(({ isPromoted }) => isPromoted) ? 'mixed' : 'never';
        };
        for (const { name, count, value } of everyone.classes) {
          const own = users.filter((user) => kind(user) === name);
          expect(count).toBe(own.length);
          const brought = rows.filter(({ user }) => own.includes(user));
          expect(value).toBe(brought.reduce((sum, { amount }) => sum + amount, 0));
        }
        expect(purchases.count).toBe(rows.filter(({ isPromoted }) => isPromoted).length);
        expect(value.of).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
        expect(frequent.dependent!.count).toBeGreaterThanOrEqual(frequent.classes[2]!.count);
      }),
      { numRuns: 50 },
    );
  });
});

/** A code for three of six users in the second of four weeks; each had one visit in the first. */
const FOUR_WEEKS = `
  t1 1 visit - - sent
  t2 2 visit - - sent
  t3 3 visit - - sent
  c1 1 visit - - held
  c2 2 visit - - held
  c3 3 visit - - held
  x 0 visit - - -
  t1 7 visit - - sent
  t1 8 visit - - sent
  t1 9 visit - - sent
  t2 8 visit - - sent
  t2 8.5 buy X 80 sent
  t2 9 visit - - sent
  t3 10 visit - - sent
  c1 8 visit - - held
  c1 9 buy - 100 held
  c2 13.9 visit - - held
  t3 14 visit - - sent
  c1 14 visit - - held
  c2 15 visit - - held
  c3 16 visit - - held
  c3 17 visit - - held
  c3 22 buy - 50 held
  x 27.99 visit - - -`;

const CAMPAIGN = shop(FOUR_WEEKS);

const RAN = {
  ...{ from: '2026-03-09', to: '2026-03-16', window: '1w' },
  recipients: { column: 'list', treatment: 'sent', control: 'held' },
};

describe('what a promotion did', () => {
  const campaignOf = (campaign: object, given: object = {}, data = CAMPAIGN) =>
    promoOf(data, { campaign: { ...RAN, ...campaign }, ...given }).result.campaign!;

  it('compares recipients with the others before, during and after', () => {
    const { groups, metrics } = campaignOf({ randomised: true });
    expect(groups).toEqual([
      { name: 'held', users: 3 },
      { name: 'sent', users: 3 },
    ]);
    const [activity, purchases, value] = metrics.map(({ windows }) =>
      windows.map(({ control, treatment }) => [3 * control!, 3 * treatment!]),
    );
    const rounded = (list: number[][]) => list.map((pair) => pair.map(Math.round));
    expect(rounded(activity!)).toEqual([
      [3, 3],
      [2, 6],
      [4, 1],
      [0, 0],
      [6, 7],
    ]);
    expect(rounded(purchases!)).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(rounded(value!)[4]).toEqual([150, 80]);
  });

  it('takes the goods of a discounted purchase at full cost', () => {
    // 80 paid for goods of 100, which cost 60: 20 are left, and 40 and 20 of the purchases at full price.
    const { metrics, incrementalMargin } = campaignOf(
      { randomised: true },
      { margin: 0.4, discount: 0.2 },
    );
    const net = metrics[3]!.windows.at(-1)!;
    expect(3 * net.treatment!).toBeCloseTo(20, 10);
    expect(3 * net.control!).toBeCloseTo(60, 10);
    expect(incrementalMargin.estimate).toBeCloseTo(-40, 10);
  });

  it('reads the effect from the difference where lots were drawn, else from the change', () => {
    const drawn = campaignOf({ randomised: true });
    const given = campaignOf({});
    expect([drawn.deciding, given.deciding]).toEqual(['difference', 'change']);
    expect(drawn.split).toMatchObject({ statistic: 0, p: 1 });
    expect(given.split).toBeNull();
    // Everybody had one visit before, so the change is the difference.
    const during = given.metrics[0]!.windows[1]!;
    expect(during.change!.estimate).toBeCloseTo(4 / 3, 12);
    expect(during.difference.estimate).toBeCloseTo(4 / 3, 12);
  });

  it('sets each user against their own time before, scaled to the length of the window', () => {
    const data = shop(`${FOUR_WEEKS}\n t1 4 visit - - sent\n t1 5 visit - - sent`);
    const [, during] = campaignOf({ to: '2026-03-12' }, {}, data).metrics[0]!.windows;
    // Three days: 5 visits of recipients, 1 of others; three sevenths of the 5 and the 3 before are expected.
    expect(during).toMatchObject({ from: '2026-03-09', through: '2026-03-11' });
    expect(3 * during!.treatment!).toBeCloseTo(5, 12);
    expect(3 * during!.control!).toBeCloseTo(1, 12);
    expect(3 * during!.change!.estimate!).toBeCloseTo(5 - (3 / 7) * 5 - (1 - (3 / 7) * 3), 12);
  });

  it('takes recipients by an event before its end, and others who were seen before it began', () => {
    const data = shop(`
      t1 0 visit - - -
      t2 1 visit - - -
      late 8 mail - - -
      t1 8 mail - - -
      t2 9 mail - - -
      c1 2 visit - - -
      c2 3 visit - - -
      c2 15 mail - - -
      c1 5 buy - 9 -
      t1 27.99 visit - - -`);
    const { groups } = campaignOf({ recipients: { event: 'mail' } }, {}, data);
    // The late one was not seen before; the mail of c2 came after the end.
    expect(groups).toEqual([
      { name: 'others', users: 2 },
      { name: 'recipients', users: 2 },
    ]);
  });

  it('leaves windows empty that the data do not cover', () => {
    const { metrics, trend } = campaignOf({ window: '2w' });
    const [before, during, after, later] = metrics[0]!.windows;
    expect(before).toMatchObject({ control: null, problem: { code: 'before-the-data' } });
    expect(during).toMatchObject({ change: { estimate: null } });
    expect(during!.treatment).toBeCloseTo(2, 12);
    expect(after!.control).not.toBeNull();
    expect(later).toMatchObject({ control: null, problem: { code: 'window-not-over' } });
    expect(trend).toMatchObject({ weeks: 1, p: null, problem: { code: 'too-few-weeks' } });
  });

  it('says that one of the groups is empty', () => {
    const recipients = { column: 'list', treatment: 'sent', control: 'nobody' };
    expect(() => campaignOf({ recipients })).toThrowError(
      expect.objectContaining({ code: 'no-recipients', args: { treated: 3, others: 0 } }),
    );
  });

  it('sees that groups moved apart before', () => {
    const random = dice(3);
    const lines = [...Array(200).keys()].flatMap((user) => {
      const isSent = user < 100;
      return [0, 1, 2, 3].flatMap((week) => {
        const rate = isSent ? 0.2 + 0.25 * week : 0.5;
        const day = 7 * week + Math.floor(7 * random());
        return random() < rate ? [`u${user} ${day} visit - - ${isSent ? 'sent' : 'held'}`] : [];
      });
    });
    const data = shop([...lines, 'u1 29 buy X 1 sent', 'x 69.99 visit - - -'].join('\n'));
    const { trend } = campaignOf({ from: '2026-03-30', to: '2026-04-06' }, {}, data);
    expect(trend.weeks).toBe(4);
    expect(trend.p!).toBeLessThan(0.001);
    expect(trend.difference.estimate!).toBeGreaterThan(0.1);
  });
});

describe('bad input', () => {
  it('says that nobody bought', () => {
    expect(() => promoOf(BUYERS, { where: { event: 'visit' } })).toThrowError(
      expect.objectContaining({ code: 'no-purchases' }),
    );
  });

  it('has no share of a value that adds up to nothing', () => {
    const { value, negative } = promoOf(shop('ann 0 buy X -5 -\nann 6.99 visit - - -')).result;
    expect(value).toMatchObject({ rate: null, problem: { code: 'value-not-positive' } });
    expect(negative).toBe(1);
  });

  it('says that nobody bought often enough to tell', () => {
    const { frequent } = promoOf(shop('ann 0 buy X 5 -\nann 6.99 visit - - -')).result;
    expect(frequent).toMatchObject({ buyers: 0, dependent: { rate: null } });
  });
});
