import { describe, expect, it } from 'vitest';
import { percentileBootstrap, resampledSums } from '../../src/stats/bootstrap';
import { cuped } from '../../src/stats/cuped';
import { jointMoments } from '../../src/stats/joint-moments';
import { mannWhitney } from '../../src/stats/mann-whitney';
import { moments } from '../../src/stats/moments';
import { sampleQuantile } from '../../src/stats/sample-quantile';
import { welch } from '../../src/stats/welch';
import { caps, winsorised } from '../../src/stats/winsorise';
import cookieCats from '../reference/golden-cookie-cats.json';
import hillstrom from '../reference/golden-hillstrom.json';
import { expectClose } from './expect-close';
import { numbersWhere, sharedTable } from './shared-table';

const cats = sharedTable('cookie_cats/cookie_cats.csv.gz');
const mail = sharedTable('hillstrom/hillstrom.csv.gz');

interface Quantiles {
  readonly [level: string]: { control: number; treatment: number };
}

function expectQuantiles(control: Float64Array, treatment: Float64Array, expected: Quantiles) {
  for (const [level, { control: c, treatment: t }] of Object.entries(expected)) {
    expectClose(sampleQuantile(control, Number(level)), c, 1e-12);
    expectClose(sampleQuantile(treatment, Number(level)), t, 1e-12);
  }
}

interface Winsor {
  readonly cap: number;
  readonly n_capped: number;
  readonly diff: number;
  readonly t: number;
  readonly p: number;
  readonly control_mean: number;
}

function expectWinsor(
  arms: readonly [Float64Array, Float64Array],
  pooled: Float64Array,
  upper: number,
  expected: Winsor,
) {
  const limits = caps(pooled, { upper });
  expectClose(limits.high, expected.cap, 1e-12);
  expect(winsorised(pooled, limits).capped).toBe(expected.n_capped);
  const [control, treatment] = arms.map((values) => moments(winsorised(values, limits).values));
  const actual = welch(control!, treatment!);
  expectClose(control!.mean, expected.control_mean);
  expectClose(actual.difference.estimate, expected.diff);
  expectClose(actual.statistic, expected.t);
  expectClose(actual.p, expected.p);
}

/** The golden rule: within the range of five seeds, give or take 15 % of the interval's width. */
function expectBootstrap(
  control: Float64Array,
  treatment: Float64Array,
  expected: { lower_range: number[]; upper_range: number[]; se_range: number[] },
) {
  const resampling = { seed: 1, replicates: 2000 };
  const ids = (n: number, from: number) => Uint32Array.from({ length: n }, (_, i) => from + i);
  const c = resampledSums([control], ids(control.length, 0), resampling);
  const t = resampledSums([treatment], ids(treatment.length, control.length), resampling);
  const differences = c[0]!.map((n, r) => t[1]![r]! / t[0]![r]! - c[1]![r]! / n);
  const estimate = moments(treatment).mean - moments(control).mean;
  const { difference, error } = percentileBootstrap(estimate, differences, 0.05);
  const slack = 0.15 * (expected.upper_range[0]! - expected.lower_range[0]!);
  const inside = (value: number, [low, high]: number[], margin: number) => {
    expect(value).toBeGreaterThan(low! - margin);
    expect(value).toBeLessThan(high! + margin);
  };
  inside(difference.low, expected.lower_range, slack);
  inside(difference.high, expected.upper_range, slack);
  inside(error, expected.se_range, 0.1 * expected.se_range[0]!);
}

describe.skipIf(cats === null)('the rows of cookie_cats', () => {
  const rounds = (version: string) => numbersWhere(cats!, 'sum_gamerounds', 'version', version);
  const [control, treatment] = cats ? [rounds('gate_30'), rounds('gate_40')] : [];
  const expected = cookieCats.sum_gamerounds;

  it('rank as the golden U does', () => {
    const actual = mannWhitney(control!, treatment!);
    expect(actual.u).toBe(expected.mwu.U);
    expectClose(actual.p, expected.mwu.p_cc);
    expectClose(actual.probability, expected.mwu.prob_superiority);
  });

  it('have the golden quantiles', () => {
    expectQuantiles(control!, treatment!, expected.quantiles);
  });

  it('have the golden means after capping', () => {
    const everybody = Float64Array.from([...control!, ...treatment!]);
    const arms = [control!, treatment!] as const;
    expectWinsor(arms, everybody, 0.99, expected['winsor_0.99']);
    expectWinsor(arms, everybody, 0.999, expected['winsor_0.999']);
  });

  it('have the golden bootstrap interval', () => {
    expectBootstrap(control!, treatment!, expected.bootstrap);
  });
});

describe.skipIf(mail === null)('the rows of hillstrom', () => {
  const column = (name: string, arm: string) => numbersWhere(mail!, name, 'segment', arm);
  const spend = (arm: string) => column('spend', arm);

  it.each(['mens', 'womens'] as const)('rank, quantiles and capping agree: %s', (arm) => {
    const expected = hillstrom[arm].spend;
    const control = spend('No E-Mail');
    const treatment = spend(arm === 'mens' ? 'Mens E-Mail' : 'Womens E-Mail');
    const actual = mannWhitney(control, treatment);
    expect(actual.u).toBe(expected.mwu.U);
    expectClose(actual.p, expected.mwu.p_cc);
    expectQuantiles(control, treatment, expected.quantiles);
    // The golden cap is that of the two arms compared, not of all three.
    const both = Float64Array.from([...control, ...treatment]);
    expectWinsor([control, treatment], both, 0.999, expected['winsor_0.999']);
  });

  it('cannot be capped at the 99th percentile, where everybody would have spent nothing', () => {
    const everybody = Float64Array.from(mail!.spend!, Number);
    expect(() => caps(everybody, { upper: 0.99 })).toThrow('cap-flattens');
  });

  it.each([
    ['mens', 'spend', 'history', 'spend_cuped_history'],
    ['mens', 'visit', 'history', 'visit_cuped_history'],
    ['mens', 'spend', 'recency', 'spend_cuped_recency'],
    ['womens', 'spend', 'history', 'spend_cuped_history'],
    ['womens', 'visit', 'history', 'visit_cuped_history'],
    ['womens', 'spend', 'recency', 'spend_cuped_recency'],
  ] as const)('adjust as golden CUPED does: %s %s by %s', (arm, metric, covariate, entry) => {
    const expected = hillstrom[arm][entry];
    const joint = (name: string) => jointMoments([column(metric, name), column(covariate, name)]);
    const actual = cuped(
      joint('No E-Mail'),
      joint(arm === 'mens' ? 'Mens E-Mail' : 'Womens E-Mail'),
      0.05,
      'pooled',
    );
    expectClose(actual.theta[0]!, expected.theta);
    expectClose(actual.comparison.difference.estimate, expected.diff);
    expectClose(actual.comparison.error, expected.se);
    expectClose(actual.comparison.statistic, expected.t);
    expectClose(actual.comparison.df!, expected.df);
    expectClose(actual.comparison.p, expected.p);
    expectClose(actual.comparison.difference.low, expected.ci[0]!);
    expectClose(actual.comparison.difference.high, expected.ci[1]!);
  });

  it('have the golden bootstrap interval', () => {
    expectBootstrap(spend('No E-Mail'), spend('Mens E-Mail'), hillstrom.mens.spend.bootstrap);
  });
});
