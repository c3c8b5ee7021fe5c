import type { Comparison } from '../result';
import type { TestResult } from './tests-result';

/** More comparisons than this are not listed. */
export const MOST_ROWS = 200;

/** A test that has a result. */
export type ReadableTest = Extract<TestResult, { readonly control: string }>;

/** Every comparison, the most surprising first, those of tests that cannot be trusted last. */
export function ranked(
  tests: readonly TestResult[],
): { readonly test: ReadableTest; readonly comparison: Comparison }[] {
  return tests
    .flatMap((test) =>
      'problem' in test
        ? []
        : test.metrics[0]!.comparisons.map((comparison) => ({ test, comparison })),
    )
    .sort((a, b) => rank(a.test, a.comparison) - rank(b.test, b.comparison));
}

function rank({ verdict }: ReadableTest, { p }: Comparison): number {
  return (verdict.decision === 'not-trusted' ? 2 : 0) + (p ?? 1.5);
}
