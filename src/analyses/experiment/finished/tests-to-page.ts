import { clearComparisons } from './clear-comparisons';
import { MOST_ROWS, ranked } from './ranked-tests';
import type { TestsResult } from './tests-result';

/** What a page shows of a list of tests: those of the comparisons that its table lists, in their order. */
export function testsToPage(result: TestsResult): TestsResult {
  const { tests, alpha } = result;
  const listed = ranked(tests).slice(0, MOST_ROWS);
  const shown = new Set([
    ...listed.map(({ test }) => test.name),
    ...tests
      .filter((test) => 'problem' in test)
      .slice(0, MOST_ROWS)
      .map(({ name }) => name),
  ]);
  const others = tests.filter(({ name }) => !shown.has(name));
  if (others.length === 0) return result;
  return {
    ...result,
    tests: tests.filter(({ name }) => shown.has(name)),
    omitted: { tests: others.length, ...clearComparisons(others, alpha) },
  };
}
