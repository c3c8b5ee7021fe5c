import { describe, expect, it } from 'vitest';
import { agrestiCaffo } from '../../src/stats/agresti-caffo';
import { betaOutcome } from '../../src/stats/beta-binomial';
import { zComparison } from '../../src/stats/comparison';
import { deltaLift } from '../../src/stats/delta-lift';
import { difference, meanEstimate, rateEstimate } from '../../src/stats/estimate';
import { fisherP } from '../../src/stats/fisher';
import { koopmanLift } from '../../src/stats/koopman';
import { miettinenNurminen } from '../../src/stats/miettinen-nurminen';
import type { Moments } from '../../src/stats/moments';
import { corrected } from '../../src/stats/multiple-testing';
import { newcombe } from '../../src/stats/newcombe';
import { detectableEffect } from '../../src/stats/power';
import type { Proportion } from '../../src/stats/proportion';
import { scoreTest } from '../../src/stats/score-test';
import { srm } from '../../src/stats/srm';
import { welch } from '../../src/stats/welch';
import { wilson } from '../../src/stats/wilson';
import cookieCats from '../reference/golden-cookie-cats.json';
import hillstrom from '../reference/golden-hillstrom.json';
import { expectClose } from './expect-close';

interface GoldenShare {
  readonly n: number;
  readonly conversions: number;
  readonly wilson: number[];
}

/** Entries of the golden files; some have only the first few. */
interface GoldenProportion {
  readonly control: GoldenShare;
  readonly treatment: GoldenShare;
  readonly diff: number;
  readonly z: number;
  readonly p: number;
  readonly wald_ci: number[];
  readonly newcombe_ci: number[];
  readonly mee_ci: number[];
  readonly koopman_lift_ci: number[];
  readonly score_ci?: number[];
  readonly agresti_caffo_ci?: number[];
  readonly rel_lift?: { lift: number; se: number; ci: number[] };
  readonly fisher_p?: number;
  readonly mde80_abs?: number;
  readonly bayes_prob_t_gt_c?: number;
  readonly bayes_expected_loss_t?: number;
}

interface GoldenMean {
  readonly control: { n: number; mean: number; sd: number };
  readonly treatment: { n: number; mean: number; sd: number };
  readonly welch: { diff: number; se: number; t: number; df: number; p: number; ci: number[] };
  readonly rel_lift: { lift: number; se: number; ci: number[] };
}

/**
 * The golden `score_ci` come from statsmodels 0.13.5, whose cubic has the successes of the control
 * where its size belongs; that moves the limits by up to 6e-4. The true ones are in proportions.json.
 */
const SCORE_CI = 1e-3;

const proportions: { name: string; expected: GoldenProportion }[] = [
  ...(['retention_1', 'retention_7'] as const).map((name) => ({
    name,
    expected: cookieCats[name],
  })),
  ...(['mens', 'womens'] as const).flatMap((arm) =>
    (['visit', 'conversion'] as const).map((metric) => ({
      name: `${arm}.${metric}`,
      expected: hillstrom[arm][metric],
    })),
  ),
  ...Object.entries(hillstrom.segments).flatMap(([column, values]) =>
    Object.entries(values).flatMap(([value, arms]) =>
      Object.entries(arms as Record<string, GoldenProportion>).map(([arm, expected]) => ({
        name: `${column} ${value}, ${arm}`,
        expected,
      })),
    ),
  ),
];

const means: { name: string; expected: GoldenMean }[] = [
  { name: 'sum_gamerounds', expected: cookieCats.sum_gamerounds },
  { name: 'sum_gamerounds without the maximum', expected: cookieCats.sum_gamerounds_without_max },
  ...(['mens', 'womens'] as const).flatMap((arm) =>
    (['spend', 'spend_among_buyers'] as const).map((metric) => ({
      name: `${arm}.${metric}`,
      expected: hillstrom[arm][metric],
    })),
  ),
];

function share({ n, conversions }: GoldenShare): Proportion {
  return { n, successes: conversions };
}

function momentsOf({ n, mean, sd }: { n: number; mean: number; sd: number }): Moments {
  return { n, mean, m2: sd ** 2 * (n - 1) };
}

function expectInterval(
  actual: { low: number; high: number },
  expected: number[],
  tolerance = 1e-9,
) {
  expectClose(actual.low, expected[0]!, tolerance);
  expectClose(actual.high, expected[1]!, tolerance);
}

describe('the golden numbers of proportions', () => {
  it('are many', () => expect(proportions.length).toBeGreaterThan(20));

  it.each(proportions)(
    '$name: score z, p, Mee, Koopman, Wilson, Newcombe, Wald',
    ({ expected }) => {
      const control = share(expected.control);
      const treatment = share(expected.treatment);
      const actual = scoreTest(control, treatment);
      expectClose(actual.difference.estimate, expected.diff);
      expectClose(actual.statistic, expected.z);
      expectClose(actual.p, expected.p);
      expectInterval(actual.difference, expected.mee_ci);
      expectInterval(koopmanLift(control, treatment), expected.koopman_lift_ci);
      expectInterval(wilson(control), expected.control.wilson);
      expectInterval(wilson(treatment), expected.treatment.wilson);
      expectInterval(newcombe(control, treatment), expected.newcombe_ci);
      const plain = difference(rateEstimate(control), rateEstimate(treatment));
      expectInterval(zComparison(plain, 0.05).difference, expected.wald_ci);
    },
  );

  it.each(proportions.filter(({ expected }) => expected.score_ci))(
    '$name: Miettinen–Nurminen, Agresti–Caffo, Fisher, delta lift, detectable effect',
    ({ expected }) => {
      const control = share(expected.control);
      const treatment = share(expected.treatment);
      expectInterval(miettinenNurminen(control, treatment), expected.score_ci!, SCORE_CI);
      expectInterval(agrestiCaffo(control, treatment), expected.agresti_caffo_ci!);
      expectClose(fisherP(control, treatment), expected.fisher_p!);
      const lift = deltaLift(rateEstimate(control), rateEstimate(treatment));
      expectClose(lift.value, expected.rel_lift!.lift);
      expectClose(lift.error, expected.rel_lift!.se);
      expectInterval(zComparison(lift, 0.05).difference, expected.rel_lift!.ci);
      const { error } = difference(rateEstimate(control), rateEstimate(treatment));
      expectClose(detectableEffect(error, { alpha: 0.05, power: 0.8 }), expected.mde80_abs!);
    },
  );

  it.each(proportions.filter(({ expected }) => expected.bayes_prob_t_gt_c !== undefined))(
    '$name: beta-binomial chance to win and expected loss',
    ({ expected }) => {
      const actual = betaOutcome(share(expected.control), share(expected.treatment));
      expectClose(actual.chanceToWin, expected.bayes_prob_t_gt_c!);
      expectClose(actual.expectedLoss, expected.bayes_expected_loss_t!);
    },
  );
});

describe('the golden numbers of means', () => {
  it.each(means)('$name: Welch and delta lift', ({ expected }) => {
    const control = momentsOf(expected.control);
    const treatment = momentsOf(expected.treatment);
    const actual = welch(control, treatment);
    expectClose(actual.difference.estimate, expected.welch.diff);
    expectClose(actual.error, expected.welch.se);
    expectClose(actual.statistic, expected.welch.t);
    expectClose(actual.df!, expected.welch.df);
    expectClose(actual.p, expected.welch.p);
    expectInterval(actual.difference, expected.welch.ci);
    const lift = deltaLift(meanEstimate(control), meanEstimate(treatment));
    expectClose(lift.value, expected.rel_lift.lift);
    expectClose(lift.error, expected.rel_lift.se);
    expectInterval(zComparison(lift, 0.05).difference, expected.rel_lift.ci);
  });
});

describe('the golden numbers of a readout', () => {
  it.each([cookieCats.srm_50_50, hillstrom.srm_equal_thirds])('split check', (expected) => {
    const actual = srm(expected.observed, expected.ratio);
    expectClose(actual.statistic, expected.chi2);
    expect(actual.df).toBe(expected.df);
    expectClose(actual.p, expected.p);
  });

  it.each([cookieCats.adjust, hillstrom.adjust_all_six])('corrected p-values', (expected) => {
    const ps = (kind: 'bonferroni' | 'holm' | 'benjamini-hochberg') =>
      corrected(expected.raw, kind).map(({ p }) => p);
    ps('bonferroni').forEach((p, i) => expectClose(p, expected.bonferroni[i]!));
    ps('holm').forEach((p, i) => expectClose(p, expected.holm[i]!));
    ps('benjamini-hochberg').forEach((p, i) => expectClose(p, expected.bh[i]!));
  });
});
