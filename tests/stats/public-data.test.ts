import { describe, expect, it } from 'vitest';
import { fisherP } from '../../src/stats/fisher';
import { moments } from '../../src/stats/moments';
import { newcombe } from '../../src/stats/newcombe';
import { scoreTest } from '../../src/stats/score-test';
import { srm } from '../../src/stats/srm';
import { welch } from '../../src/stats/welch';
import reference from '../reference/public-data.json';
import { expectClose } from './expect-close';
import { numbersWhere, sharedTable } from './shared-table';

const { charitable, marketing, upworthy } = reference;

type Rates = typeof charitable.gave;

function expectRates({ control, treatment, z, p, newcombe: interval, fisher }: Rates) {
  const actual = scoreTest(control, treatment);
  expectClose(actual.statistic, z);
  expectClose(actual.p, p);
  const { low, high } = newcombe(control, treatment);
  expectClose(low, interval[0]!, 1e-8);
  expectClose(high, interval[1]!, 1e-8);
  expectClose(fisherP(control, treatment), fisher, 1e-8);
}

function expectSplit({ observed, weights, statistic, p }: typeof charitable.split) {
  const actual = srm(observed, weights);
  expectClose(actual.statistic, statistic, 1e-8);
  expectClose(actual.p, p, 1e-8);
}

describe('public experiments', () => {
  it.each([charitable.split, marketing.split])('are split as scipy says', expectSplit);

  it('of charitable giving and marketing have the rates of statsmodels', () => {
    expectRates(charitable.gave);
    expectRates(marketing.converted);
  });

  it.each([charitable.amount, marketing.ads])('have the means of scipy', (expected) => {
    const actual = welch(expected.control, expected.treatment);
    expectClose(actual.statistic, expected.t);
    expectClose(actual.p, expected.p);
  });

  it.each(upworthy)('of headlines agree with statsmodels: $name', ({ split, comparisons }) => {
    expectSplit(split);
    comparisons.forEach(expectRates);
  });
});

const rows = sharedTable('charitable_giving/charitable.csv.gz');

describe.skipIf(rows === null)('the rows of charitable giving', () => {
  it.each([
    ['0', charitable.amount.control],
    ['1', charitable.amount.treatment],
  ] as const)('have the moments of numpy in arm %s', (arm, expected) => {
    const given = numbersWhere(rows!, 'out_amountgive', 'treatment', arm);
    const actual = moments(given.filter(Number.isFinite));
    expect(actual.n).toBe(expected.n);
    expectClose(actual.mean, expected.mean, 1e-12);
    expectClose(actual.m2, expected.m2, 1e-10);
  });
});
