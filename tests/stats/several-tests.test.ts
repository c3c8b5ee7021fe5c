import { describe, expect, it } from 'vitest';
import { anova } from '../../src/stats/anova';
import { gamesHowell } from '../../src/stats/games-howell';
import { heterogeneity } from '../../src/stats/heterogeneity';
import { independence } from '../../src/stats/independence';
import { mannWhitney } from '../../src/stats/mann-whitney';
import { moments } from '../../src/stats/moments';
import { hashRandom } from '../../src/stats/hash-random';
import { novelty } from '../../src/stats/novelty';
import { sequentialSrmP } from '../../src/stats/sequential-srm';
import { srm } from '../../src/stats/srm';
import hillstrom from '../reference/golden-hillstrom.json';
import reference from '../reference/several-tests.json';
import { expectClose } from './expect-close';

describe('mannWhitney(control, treatment)', () => {
  it.each(reference.mannWhitney)('matches scipy: $name', ({ control, treatment, ...expected }) => {
    const actual = mannWhitney(control, treatment);
    expect(actual.u).toBe(expected.u);
    expectClose(actual.p, expected.p);
    expect(actual.exact).toBe(expected.exact);
  });

  it('mirrors when the arms are swapped', () => {
    const forth = mannWhitney([1, 5, 5, 9], [2, 5, 8]);
    const back = mannWhitney([2, 5, 8], [1, 5, 5, 9]);
    expect(back.p).toBe(forth.p);
    expect(back.probability).toBeCloseTo(1 - forth.probability, 12);
  });

  it('refuses an empty arm and values that are all equal', () => {
    expect(() => mannWhitney([], [1])).toThrow('too-few-users');
    expect(() => mannWhitney([2, 2], [2])).toThrow('same-value');
  });
});

describe('heterogeneity(effects)', () => {
  it.each(reference.heterogeneity)('matches statsmodels: $values', ({ values, errors, ...e }) => {
    const actual = heterogeneity(values.map((value, i) => ({ value, error: errors[i]! })));
    expectClose(actual.q, e.q);
    expectClose(actual.p, e.p);
    expectClose(actual.i2, e.i2);
    expectClose(actual.tau2, e.tau2);
    expectClose(actual.common.value, e.common[0]!);
    expectClose(actual.common.error, e.common[1]!);
  });

  it('shrinks everything to one effect when the segments differ by no more than chance', () => {
    const { shrunken, common } = heterogeneity([
      { value: 1, error: 0.5 },
      { value: 1.1, error: 0.4 },
    ]);
    for (const { value } of shrunken) expect(value).toBeCloseTo(common.value, 12);
  });

  it('shrinks a noisy segment more than a precise one', () => {
    const { shrunken } = heterogeneity([
      { value: 5, error: 0.5 },
      { value: 5, error: 3 },
      { value: 0, error: 0.5 },
      { value: 1, error: 0.5 },
    ]);
    expect(shrunken[1]!.value).toBeLessThan(shrunken[0]!.value);
  });

  it('needs two segments', () => {
    expect(() => heterogeneity([{ value: 1, error: 1 }])).toThrow('too-few-groups');
  });
});

describe('anova(arms) and gamesHowell(arms)', () => {
  const arms = reference.arms.map(moments);

  it('match scipy', () => {
    const actual = anova(arms);
    expectClose(actual.f, reference.anova.f);
    expectClose(actual.p, reference.anova.p);
    gamesHowell(arms).forEach(({ a, b, p }, i) => {
      expect([a, b]).toEqual([reference.gamesHowell[i]!.a, reference.gamesHowell[i]!.b]);
      expectClose(p, reference.gamesHowell[i]!.p, 1e-7);
    });
  });

  it('match the golden spend of three arms', () => {
    const { control, treatment } = hillstrom.mens.spend;
    const three = [control, treatment, hillstrom.womens.spend.treatment];
    const actual = anova(three.map(({ n, mean, sd }) => ({ n, mean, m2: sd ** 2 * (n - 1) })));
    expectClose(actual.f, hillstrom.anova_spend.F);
    expectClose(actual.p, hillstrom.anova_spend.p);
    expect(actual.df).toEqual(hillstrom.anova_spend.df);
  });

  it('refuse what cannot be compared', () => {
    expect(() => anova([moments([1, 2])])).toThrow('too-few-groups');
    expect(() => anova([moments([1]), moments([2])])).toThrow('too-few-users');
    expect(() => anova([moments([1, 1]), moments([2, 2])])).toThrow('same-value');
    expect(() => gamesHowell([moments([1, 1]), moments([2, 2])])).toThrow('constant-arms');
  });
});

describe('independence(table)', () => {
  it('matches scipy', () => {
    const actual = independence(reference.independence.table);
    expectClose(actual.statistic, reference.independence.statistic);
    expectClose(actual.p, reference.independence.p);
    expect(actual.df).toBe(reference.independence.df);
  });

  it.each(['visit', 'conversion'] as const)('matches the golden three arms: %s', (metric) => {
    const row = ({ n, conversions }: { n: number; conversions: number }) => [
      conversions,
      n - conversions,
    ];
    const { control, treatment } = hillstrom.mens[metric];
    const actual = independence([
      row(control),
      row(treatment),
      row(hillstrom.womens[metric].treatment),
    ]);
    expectClose(actual.statistic, hillstrom.chi2_3arm[metric].stat);
    expectClose(actual.p, hillstrom.chi2_3arm[metric].p);
  });

  it('leaves out empty rows and columns', () => {
    const table = [
      [20, 0, 31],
      [0, 0, 0],
      [25, 0, 18],
    ];
    expect(independence(table).df).toBe(1);
    expect(() => independence([[1, 2]])).toThrow('too-few-groups');
  });
});

describe('srm(observed, weights)', () => {
  it('takes an arm without planned traffic out of the degrees of freedom', () => {
    const actual = srm([5000, 5200, 0], [0.5, 0.5, 0]);
    expect(actual.df).toBe(1);
    expect(actual.p).toBeCloseTo(0.048, 3);
    expect(actual.expected).toEqual([5100, 5100, 0]);
  });

  it('does not depend on the scale of the weights', () => {
    expect(srm([480, 520], [50, 50])).toEqual(srm([480, 520], [0.5, 0.5]));
  });

  it('counts exactly where an expected count is below 5, as scipy does for two arms', () => {
    const actual = srm(reference.srm.observed, reference.srm.weights);
    expect(actual.exact).toBe(true);
    expectClose(actual.p, reference.srm.p);
  });

  it('counts exactly with three arms: (3, 0, 0) of thirds happens in 3 of 27 ways', () => {
    expect(srm([3, 0, 0], [1, 1, 1]).p).toBeCloseTo(3 / 27, 12);
    expect(srm([1, 1, 1], [1, 1, 1]).p).toBeCloseTo(1, 12);
  });

  it('says when there is nothing to compare', () => {
    expect(() => srm([5, 5], [1, 0])).toThrow('too-few-arms');
    expect(() => srm([0, 0], [1, 1])).toThrow('too-few-users');
  });
});

describe('sequentialSrmP(observed, weights)', () => {
  it('waits longer than chi-square: 1 and 0.17 where that has 0.012 and 0.0008', () => {
    expect(sequentialSrmP([50_000, 50_800], [1, 1])).toBe(1);
    expect(sequentialSrmP([100_000, 101_500], [1, 1])).toBeCloseTo(0.17, 2);
    expect(srm([50_000, 50_800], [1, 1]).p).toBeCloseTo(0.0117, 4);
    expect(srm([100_000, 101_500], [1, 1]).p).toBeCloseTo(0.0008, 4);
  });

  it('alarms when the split is plainly wrong', () => {
    expect(sequentialSrmP([100_000, 104_000], [1, 1])).toBeLessThan(1e-10);
  });
});

describe('novelty(control, treatment)', () => {
  /** 3,000 users who act on each of 14 days with a chance. */
  const arm = (seed: number, chance: (day: number) => number) => {
    const amounts = new Float64Array(3000);
    const timed = new Float64Array(3000);
    for (let user = 0; user < 3000; ++user) {
      for (let day = 1; day <= 14; ++day) {
        if (hashRandom(seed, 14 * user + day) >= chance(day)) continue;
        amounts[user]! += 1;
        timed[user]! += Math.log(day);
      }
    }
    return { amounts, timed };
  };

  it('finds an effect that fades, whatever users do anyway', () => {
    const usual = (day: number) => 0.3 / day;
    const { shift, p } = novelty(
      arm(1, usual),
      arm(2, (day) => usual(day) * (1 + 0.5 * 0.6 ** (day - 1))),
    );
    expect(shift.value).toBeLessThan(0);
    expect(p).toBeLessThan(1e-4);
  });

  it('finds none in an effect that is the same share every day', () => {
    const usual = (day: number) => 0.3 / day;
    const { p } = novelty(
      arm(3, usual),
      arm(4, (day) => 1.3 * usual(day)),
    );
    expect(p).toBeGreaterThan(0.01);
  });

  it('is right about as often as it says when nothing changes', () => {
    const ps = Array.from({ length: 200 }, (_, i) => {
      return novelty(
        arm(1000 + 2 * i, () => 0.1),
        arm(1001 + 2 * i, () => 0.1),
      ).p;
    });
    expect(ps.filter((p) => p < 0.05).length).toBeLessThan(20);
  });

  it('needs somebody who did something', () => {
    const idle = { amounts: new Float64Array(5), timed: new Float64Array(5) };
    expect(() => novelty(idle, idle)).toThrow('no-denominator');
  });
});
