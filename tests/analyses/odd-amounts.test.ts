import { describe, expect, it } from 'vitest';
import { campaign } from '../../src/analyses/campaign/campaign';
import { concentration } from '../../src/analyses/concentration/concentration';
import { ltv } from '../../src/analyses/ltv/ltv';
import { monitor } from '../../src/analyses/monitor/monitor';
import { promo } from '../../src/analyses/promo/promo';
import { rfm } from '../../src/analyses/rfm/rfm';
import { tiers } from '../../src/analyses/tiers/tiers';
import type { Dataset } from '../../src/data/dataset';
import { english } from '../../src/locale/english';
import { findingSentence } from '../../src/locale/language';
import { story } from '../events/story';
import { outcomeOf } from './run';

/** Forty people who buy once a week for eight weeks, each time for what `amount` says. */
function buyers(amount: (user: number, week: number) => number): Dataset {
  const rows = [...Array(40).keys()].flatMap((user) =>
    [...Array(8).keys()].map(
      (week) => `u${user} ${7 * week + (user % 7)} buy ${amount(user, week)}`,
    ),
  );
  return story(`user:text at:time event:text amount:number\n${rows.join('\n')}`);
}

const purchase = { event: 'buy', value: 'amount' };
const ladder = [
  { name: 'low', from: 0 },
  { name: 'high', from: 1e9 },
];

/** One of them is far too large. */
const wrong = buyers((user) => (user === 3 ? 1e308 : 20));

const attempts: Readonly<Record<string, () => unknown>> = {
  concentration: () => outcomeOf(concentration, wrong, { measure: purchase }),
  rfm: () => outcomeOf(rfm, wrong, { purchase }),
  tiers: () => outcomeOf(tiers, wrong, { measure: purchase, tiers: ladder }),
  ltv: () => outcomeOf(ltv, wrong, { purchase }),
  promo: () => outcomeOf(promo, wrong, { purchase, promotion: { amount: { '>': 0 } } }),
  monitor: () => outcomeOf(monitor, wrong, { metric: { type: 'sum', ...purchase } }),
  campaign: () => outcomeOf(campaign, wrong, { contact: { event: 'buy' }, act: purchase }),
};

describe.each(Object.entries(attempts))('%s', (_, attempt) => {
  it('says that amounts are too large to add up', () => {
    expect(attempt).toThrow(expect.objectContaining({ code: 'values-too-large' }) as Error);
  });
});

describe('amounts that are all 0', () => {
  it('are counted by a monitor: the total of every week is 0', () => {
    const { result } = outcomeOf(
      monitor,
      buyers(() => 0),
      {
        metric: { type: 'sum', ...purchase },
        breakdown: 'user',
      },
    );
    const judged = result.rows.filter(({ complete }) => complete);
    expect(judged.length).toBeGreaterThan(5);
    expect(new Set(judged.map(({ value }) => value))).toEqual(new Set([0]));
  });
});

describe('a ladder that no order is on', () => {
  const sentences = (amount: number) => {
    const { params, result } = outcomeOf(
      tiers,
      buyers(() => amount),
      {
        measure: purchase,
        tiers: [ladder[1]],
      },
    );
    return tiers.findings(result, params).map((each) => findingSentence(each, english));
  };

  it('is said to have none, and not that all orders are young', () => {
    expect(sentences(5).join(' ')).toMatch(/No “buy” counts in any tier/);
    expect(sentences(-5).join(' ')).toMatch(/No “buy” counts in any tier/);
    expect(sentences(2e9).join(' ')).not.toMatch(/counts in any tier/);
  });
});
