import type { TestResult } from './tests-result';

/** Comparisons below alpha, before and after the correction. */
export function clearComparisons(
  tests: readonly TestResult[],
  alpha: number,
): { readonly plain: number; readonly corrected: number } {
  let plain = 0;
  let corrected = 0;
  for (const test of tests) {
    if ('problem' in test) continue;
    for (const { p, pAdjusted } of test.metrics[0]!.comparisons) {
      if (p !== null && p < alpha) ++plain;
      if (pAdjusted !== null && pAdjusted < alpha) ++corrected;
    }
  }
  return { plain, corrected };
}
