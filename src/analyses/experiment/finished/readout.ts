import type { Scope } from '../../analysis';
import { alternativesOf } from '../alternatives';
import { enoughDataCheck } from '../checks';
import type { Design } from '../design';
import { metricResults } from '../metric-result';
import type { ExperimentParams } from '../params';
import type { Comparison, ExperimentResult, MetricResult } from '../result';
import { verdictOf } from '../verdict';
import { type AnyExperimentParams, finishedDesign, paramsOfTest } from './finished-params';
import type { FinishedTest } from './finished-test';
import { type ReadTest, readTest } from './read-test';

/**
 * The result of one finished test: that of an experiment of one share, in full.
 *
 * @throws {Problem} what `finishedDesign` and `readTest` find
 */
export function readoutOf(
  test: FinishedTest,
  given: AnyExperimentParams,
  scope: Scope,
): ExperimentResult {
  const design = finishedDesign(given, scope);
  const params = paramsOfTest(given, test, 'holm');
  const read = readTest(test, params, design);
  const [metric] = metricResults([read.metric], design, params);
  const comparisons = metric!.comparisons.map((each, i): Comparison => {
    const alternatives = alternativesOf(read.metric.readings[i]!, undefined, design.alpha);
    return { ...each, alternatives };
  });
  return resultOf(read, { ...metric!, comparisons }, params, design);
}

/** The result of a test whose metric has been corrected. */
export function resultOf(
  { arms, checks }: ReadTest,
  metric: MetricResult,
  { control, alpha, metrics }: ExperimentParams,
  { scale }: Design,
): ExperimentResult {
  const users = arms.map((arm) => arm.users);
  const all = [...checks, enoughDataCheck(arms, users, [metric])];
  const { target } = metrics[0]!;
  return {
    control,
    alpha,
    alphaOfHalf: alpha,
    rho2: scale,
    arms: arms.map((arm) => ({
      name: arm.name,
      users: arm.users,
      expected: arm.share,
      late: 0,
    })),
    checks: all,
    metrics: [metric],
    traffic: [],
    days: null,
    verdict: verdictOf([metric], {
      checks: all,
      treatments: metric.comparisons.map(({ arm }) => arm),
      days: null,
      minimumDays: 0,
      isTooEarly: false,
      isRunning: false,
      targets: new Map(target === undefined ? [] : [[metric.name, target]]),
    }),
  };
}
