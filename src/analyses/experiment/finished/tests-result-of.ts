import { Problem } from '../../../base/problem';
import type { Scope } from '../../analysis';
import { orProblem } from '../../or-problem';
import { coreResults } from '../metric-result';
import { type AnyExperimentParams, finishedDesign, paramsOfTest } from './finished-params';
import type { FinishedTest } from './finished-test';
import { readTest } from './read-test';
import { resultOf } from './readout';
import type { TestResult, TestsResult } from './tests-result';

const NONE: TestsResult['decisions'] = {
  ship: 0,
  'do-not-ship': 0,
  'keep-running': 0,
  'not-trusted': 0,
  'no-effect': 0,
  inconclusive: 0,
  unreadable: 0,
};

/**
 * The results of many finished tests: the p-values of all their comparisons are corrected as one
 * family, by Benjamini and Hochberg's false discovery rate unless another correction is chosen.
 *
 * @throws {Problem} what `finishedDesign` finds; what is wrong with one test stands in its place
 */
export function testsResultOf(
  tests: readonly FinishedTest[],
  given: AnyExperimentParams,
  scope: Scope,
): TestsResult {
  const design = finishedDesign(given, scope);
  const correction = given.correction ?? 'bh';
  const read = tests.map((test) => {
    const params = paramsOfTest(given, test, correction);
    return { test, params, read: orProblem(() => readTest(test, params, design)) };
  });
  const readable = read.flatMap(({ read }) => (read instanceof Problem ? [] : [read.metric]));
  const family = paramsOfTest(given, { name: null, arms: [] }, correction);
  const cores = coreResults(readable, design, family).values();
  const results = read.map(({ test, params, read }): TestResult => {
    const name = test.name ?? '';
    if (read instanceof Problem) return { name, problem: read.toJSON() };
    return { name, ...resultOf(read, cores.next().value!, params, design) };
  });
  return {
    alpha: given.alpha,
    correction: typeof correction === 'string' ? correction : 'preferred',
    comparisons: readable
      .flatMap(({ readings }) => readings)
      .filter(({ deciding }) => !(deciding instanceof Problem)).length,
    decisions: results.reduce((sum, each) => {
      const decision = 'problem' in each ? 'unreadable' : each.verdict.decision;
      return { ...sum, [decision]: sum[decision] + 1 };
    }, NONE),
    tests: results,
  };
}
