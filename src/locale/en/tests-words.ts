/** Titles of a list of finished tests and of the calculator, in English. */
export const testsWords = {
  test: 'Test',
  why: 'Why',
  comparisons: 'Comparisons',
  firstComparisons: (shown: string, all: string): string =>
    `The ${shown} clearest of ${all} comparisons`,
  unreadableTests: 'Tests that cannot be read',
  clearDifferences: 'Clear differences',
  'not-trusted': 'Cannot be trusted',
};
