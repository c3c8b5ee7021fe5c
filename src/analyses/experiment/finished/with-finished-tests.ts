import type { Finding } from '../../../locale/finding';
import { formatPath, parsePath } from '../../../notebook/path';
import { type Analysis, defineAnalysis } from '../../analysis';
import type { Cohort } from '../cohort';
import type { ExperimentParams } from '../params';
import type { ExperimentResult } from '../result';
import { countedRows, holdsCounts } from './counted-rows';
import { type AnyExperimentParams, params, paramsOfTest, paramsOfUsers } from './finished-params';
import { type CountedRow, testsIn } from './finished-test';
import { readoutOf } from './readout';
import { testsCharts } from './tests-charts';
import { testsFindings } from './tests-findings';
import type { TestsResult } from './tests-result';
import { testsResultOf } from './tests-result-of';
import { testsTables } from './tests-tables';
import { testsToPage } from './tests-to-page';

/** Users, or rows of counts. */
type Seen =
  | { readonly of: 'users'; readonly cohorts: readonly Cohort[] }
  | { readonly of: 'counts'; readonly rows: readonly CountedRow[] };

type AnyResult = ExperimentResult | TestsResult;

/**
 * An experiment on users that reads counts of finished tests as well: one test gives the same
 * result, several give a list of them.
 */
export function withFinishedTests(
  ofUsers: Analysis<ExperimentParams, readonly Cohort[], ExperimentResult>,
): Analysis<AnyExperimentParams, Seen, AnyResult> {
  return defineAnalysis<AnyExperimentParams, Seen, AnyResult>({
    ...ofUsers,
    params,
    aggregate(input, given) {
      return holdsCounts(input.roles)
        ? { of: 'counts', rows: countedRows(input) }
        : { of: 'users', cohorts: ofUsers.aggregate(input, paramsOfUsers(given)) };
    },
    merge(a, b) {
      if (a.of === 'counts' && b.of === 'counts') return { ...a, rows: [...a.rows, ...b.rows] };
      if (a.of === 'counts' || b.of === 'counts') throw new RangeError('merge: users and counts');
      return { ...a, cohorts: ofUsers.merge(a.cohorts, b.cohorts) };
    },
    infer(seen, given, scope) {
      if (seen.of === 'users') return ofUsers.infer(seen.cohorts, paramsOfUsers(given), scope);
      const tests = testsIn(seen.rows);
      return tests.length === 1
        ? readoutOf(tests[0]!, given, scope)
        : testsResultOf(tests, given, scope);
    },
    findings: (result, given): readonly Finding[] =>
      isList(result) ? testsFindings(result) : ofUsers.findings(result, shownParams(result, given)),
    tables: (result, language) =>
      isList(result) ? testsTables(result, language) : ofUsers.tables(result, language),
    charts: (result, language) =>
      isList(result) ? testsCharts(result, language) : ofUsers.charts(result, language),
    toPage: (result) => (isList(result) ? testsToPage(result) : result),
    working(result, path) {
      if (!isList(result)) return ofUsers.working(result, path);
      const [list, name, ...rest] = parsePath(path);
      const test = result.tests.find((each) => each.name === String(name));
      if (list !== 'tests' || !test || 'problem' in test) return null;
      return ofUsers.working(test, formatPath(rest));
    },
    members: (input, given, path) => ofUsers.members!(input, paramsOfUsers(given), path),
  });
}

function isList(result: AnyResult): result is TestsResult {
  return 'tests' in result;
}

/** What stands in a result and was not asked for is taken from it: a finished test names neither. */
function shownParams({ control }: ExperimentResult, given: AnyExperimentParams): ExperimentParams {
  return paramsOfTest({ ...given, control }, { name: null, arms: [] }, 'holm');
}
