import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import { bytesSource } from '../../src/data/byte-source';
import { readDataset } from '../../src/data/read';
import cookieCats from '../reference/golden-cookie-cats.json';
import hillstrom from '../reference/golden-hillstrom.json';
import { experimentOf } from './run';

const COOKIE_CATS = '../shared/data/cookie_cats/cookie_cats.csv.gz';
const HILLSTROM = '../shared/data/hillstrom/hillstrom.csv.gz';

function isMissing(file: string): boolean {
  if (existsSync(file)) return false;
  console.log(`skipped: ${file} is not here`);
  return true;
}

function read(file: string) {
  const name = file.split('/').at(-1)!;
  return readDataset(bytesSource(new Uint8Array(readFileSync(file))), { name });
}

function expectClose(actual: number | null | undefined, expected: number) {
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

interface Rates {
  readonly control: { n: number; conversions: number; rate: number; wilson: number[] };
  readonly treatment: { n: number; conversions: number; rate: number; wilson: number[] };
  readonly diff: number;
  readonly z: number;
  readonly p: number;
  readonly mee_ci: number[];
  readonly koopman_lift_ci: number[];
  readonly newcombe_ci: number[];
  readonly agresti_caffo_ci: number[];
  readonly fisher_p: number;
}

function expectRates(result: ExperimentResult, metric: string, arm: string, golden: Rates) {
  const { arms, comparisons } = result.metrics.find(({ name }) => name === metric)!;
  const control = arms.find(({ name }) => name === result.control)!;
  const treatment = arms.find(({ name }) => name === arm)!;
  for (const [actual, expected] of [
    [control, golden.control],
    [treatment, golden.treatment],
  ] as const) {
    expect([actual.users, actual.total]).toEqual([expected.n, expected.conversions]);
    expectClose(actual.value, expected.rate);
    expectClose(actual.low, expected.wilson[0]!);
    expectClose(actual.high, expected.wilson[1]!);
  }
  const comparison = comparisons.find((each) => each.arm === arm)!;
  expectClose(comparison.statistic, golden.z);
  expectClose(comparison.p, golden.p);
  expectClose(comparison.difference.estimate, golden.diff);
  expectClose(comparison.difference.low, golden.mee_ci[0]!);
  expectClose(comparison.difference.high, golden.mee_ci[1]!);
  expectClose(comparison.lift.low, golden.koopman_lift_ci[0]!);
  expectClose(comparison.lift.high, golden.koopman_lift_ci[1]!);
  const other = Object.fromEntries(comparison.alternatives!.map((each) => [each.name, each]));
  expectClose(other['newcombe']!.difference!.low, golden.newcombe_ci[0]!);
  expectClose(other['newcombe']!.difference!.high, golden.newcombe_ci[1]!);
  expectClose(other['agresti-caffo']!.difference!.low, golden.agresti_caffo_ci[0]!);
  expectClose(other['agresti-caffo']!.difference!.high, golden.agresti_caffo_ci[1]!);
  expectClose(other['fisher']!.p, golden.fisher_p);
}

interface Means {
  readonly control: { n: number; mean: number; sum: number };
  readonly treatment: { n: number; mean: number; sum: number };
  readonly welch: { diff: number; t: number; df: number; p: number; ci: number[] };
  readonly mwu: { p_cc: number; prob_superiority: number };
}

function expectMeans(result: ExperimentResult, metric: string, arm: string, golden: Means) {
  const { arms, comparisons } = result.metrics.find(({ name }) => name === metric)!;
  expectClose(arms.find(({ name }) => name === result.control)!.value, golden.control.mean);
  expectClose(arms.find(({ name }) => name === arm)!.value, golden.treatment.mean);
  const comparison = comparisons.find((each) => each.arm === arm)!;
  const { statistic, df, p, difference, alternatives } = comparison;
  const ranks = alternatives!.find(({ name }) => name === 'mann-whitney')!;
  expectClose(ranks.p, golden.mwu.p_cc);
  expectClose(ranks.probability, golden.mwu.prob_superiority);
  expectClose(statistic, golden.welch.t);
  expectClose(df, golden.welch.df);
  expectClose(p, golden.welch.p);
  expectClose(difference.estimate, golden.welch.diff);
  expectClose(difference.low, golden.welch.ci[0]!);
  expectClose(difference.high, golden.welch.ci[1]!);
}

describe.skipIf(isMissing(COOKIE_CATS))('the experiment on Cookie Cats', async () => {
  const dataset = await read(COOKIE_CATS);
  const { result } = experimentOf(
    dataset,
    { user: 'userid' },
    {
      variant: 'version',
      control: 'gate_30',
      correction: 'none',
      metrics: [
        { name: 'retention_7', type: 'proportion', column: 'retention_7' },
        { name: 'retention_1', type: 'proportion', column: 'retention_1' },
        { name: 'rounds', type: 'mean', column: 'sum_gamerounds' },
      ],
    },
  );

  it.each(['retention_1', 'retention_7'] as const)('finds the golden numbers of %s', (metric) => {
    expectRates(result, metric, 'gate_40', cookieCats[metric]);
  });

  it('finds the golden numbers of the rounds played', () => {
    expectMeans(result, 'rounds', 'gate_40', cookieCats.sum_gamerounds);
  });

  it('checks the split as the golden file does, and says that it assumed the plan', () => {
    const srm = result.checks[0]!;
    if (srm.name !== 'srm') throw new Error('the split is checked first');
    expectClose(srm.statistic, cookieCats.srm_50_50.chi2);
    expectClose(srm.p, cookieCats.srm_50_50.p);
    expect(srm).toMatchObject({ df: 1, status: 'pass', assumed: true });
  });

  const capped = (upper: number) =>
    experimentOf(
      dataset,
      { user: 'userid' },
      {
        variant: 'version',
        control: 'gate_30',
        metrics: [{ name: 'rounds', type: 'mean', column: 'sum_gamerounds', cap: { upper } }],
      },
    ).result.metrics[0]!;

  it.each([0.99, 0.999] as const)('caps rounds at the quantile %s of both arms', (upper) => {
    const golden = cookieCats.sum_gamerounds[`winsor_${upper}`];
    const { cap, arms, comparisons } = capped(upper);
    expectClose(cap!.high, golden.cap);
    expect(cap!.users).toBe(golden.n_capped);
    expectClose(arms[0]!.value, golden.control_mean);
    expectClose(arms[1]!.value, golden.treatment_mean);
    expectClose(comparisons[0]!.statistic, golden.t);
    expectClose(comparisons[0]!.df, golden.df);
    expectClose(comparisons[0]!.p, golden.p);
    expectClose(comparisons[0]!.difference.low, golden.ci[0]!);
  });

  it.each(['0.5', '0.75', '0.9', '0.99'] as const)('finds the quantile %s of rounds', (level) => {
    const { result: quantiles } = experimentOf(
      dataset,
      { user: 'userid' },
      {
        variant: 'version',
        control: 'gate_30',
        metrics: [
          { name: 'q', type: 'quantile', quantile: Number(level), column: 'sum_gamerounds' },
        ],
      },
    );
    const { arms, comparisons } = quantiles.metrics[0]!;
    const golden = cookieCats.sum_gamerounds.quantiles[level];
    expectClose(arms[0]!.value, golden.control);
    expectClose(arms[1]!.value, golden.treatment);
    expectClose(comparisons[0]!.difference.estimate, golden.diff);
  });

  it('names the one user who played more than anybody could', () => {
    const rounds = result.metrics[2]!;
    expectClose(rounds.arms[0]!.largest, 49854 / 2344795);
    expect(rounds.arms[0]!.active).toBe(44700 - cookieCats.never_played.control);
  });

  it('advises against the later gate', () => {
    expect(result.verdict).toMatchObject({
      decision: 'do-not-ship',
      rule: 'goal-worse',
      arm: 'gate_40',
    });
  });
});

describe.skipIf(isMissing(HILLSTROM))('the experiment on Hillstrom', async () => {
  const dataset = await read(HILLSTROM);
  const { result } = experimentOf(
    dataset,
    {},
    {
      variant: 'segment',
      control: 'No E-Mail',
      correction: 'none',
      metrics: [
        { name: 'visit', type: 'proportion', column: 'visit' },
        { name: 'conversion', type: 'proportion', column: 'conversion' },
        { name: 'spend', type: 'mean', column: 'spend' },
      ],
    },
  );
  const arms = [
    ['Mens E-Mail', 'mens'],
    ['Womens E-Mail', 'womens'],
  ] as const;

  it.each(arms)('finds the golden numbers of %s', (arm, key) => {
    expectRates(result, 'visit', arm, hillstrom[key].visit);
    expectRates(result, 'conversion', arm, hillstrom[key].conversion);
    expectMeans(result, 'spend', arm, hillstrom[key].spend);
  });

  it('corrects all six comparisons together as the golden file does', () => {
    const metrics = [
      { name: 'visit', type: 'proportion', column: 'visit', role: 'goal' },
      { name: 'conversion', type: 'proportion', column: 'conversion', role: 'goal' },
      { name: 'spend', type: 'mean', column: 'spend', role: 'goal' },
    ];
    for (const correction of ['holm', 'bonferroni', 'bh'] as const) {
      const given = { variant: 'segment', control: 'No E-Mail', correction, metrics };
      const { result: corrected } = experimentOf(dataset, {}, given);
      hillstrom.adjust_all_six.order.forEach((name, i) => {
        const [key, metric] = name.split('.');
        const arm = key === 'mens' ? 'Mens E-Mail' : 'Womens E-Mail';
        const comparison = corrected.metrics
          .find((each) => each.name === metric)!
          .comparisons.find((each) => each.arm === arm)!;
        expectClose(comparison.pAdjusted, hillstrom.adjust_all_six[correction][i]!);
      });
    }
  });

  it.each(['spend', 'visit'] as const)('adjusts %s by what was spent before', (column) => {
    const golden = hillstrom.mens[`${column}_cuped_history`];
    const type = column === 'visit' ? 'proportion' : 'mean';
    const { result: adjusted } = experimentOf(
      dataset,
      {},
      {
        variant: 'segment',
        control: 'No E-Mail',
        metrics: [{ name: column, type, column, covariate: 'history', theta: 'pooled' }],
        correction: 'none',
      },
    );
    const comparison = adjusted.metrics[0]!.comparisons.find(({ arm }) => arm === 'Mens E-Mail')!;
    expectClose(comparison.cuped!.theta, golden.theta);
    expectClose(comparison.difference.estimate, golden.diff);
    expectClose(comparison.statistic, golden.t);
    expectClose(comparison.df, golden.df);
    expectClose(comparison.p, golden.p);
    expectClose(comparison.difference.low, golden.ci[0]!);
    expectClose(comparison.raw!.difference.estimate, hillstrom.mens[column].diff);
  });

  it('finds the golden numbers of each kind of town', () => {
    const given = {
      variant: 'segment',
      control: 'No E-Mail',
      segments: ['zip_code'],
      metrics: [{ name: 'visit', type: 'proportion', column: 'visit' }],
    };
    const { groups } = experimentOf(dataset, {}, given).result.metrics[0]!.segments![0]!;
    expect(groups.map(({ value }) => value).sort()).toEqual(['Rural', 'Surburban', 'Urban']);
    for (const { value, comparisons } of groups) {
      const golden = hillstrom.segments.zip_code[value as 'Urban'];
      for (const [arm, key] of arms) {
        const comparison = comparisons.find((each) => each.arm === arm)!;
        expectClose(comparison.difference.estimate, golden[key].diff);
        expectClose(comparison.statistic, golden[key].z);
        expectClose(comparison.p, golden[key].p);
      }
    }
  });

  it('refuses a cap at which nobody would have spent anything', () => {
    const given = {
      variant: 'segment',
      control: 'No E-Mail',
      metrics: [{ name: 'spend', type: 'mean', column: 'spend', cap: { upper: 0.99 } }],
    };
    const { cap, comparisons } = experimentOf(dataset, {}, given).result.metrics[0]!;
    expect(cap!.problem).toMatchObject({ code: 'cap-flattens', args: { cap: 0 } });
    expect(comparisons[0]!.problem).toMatchObject({ code: 'cap-flattens' });
  });

  it('ships the arm with the higher lift of the first goal', () => {
    expect(result.verdict).toMatchObject({ decision: 'ship', arm: 'Mens E-Mail' });
  });
});
