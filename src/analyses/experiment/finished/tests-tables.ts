import { type Language, problemSentence } from '../../../locale/language';
import { formatPath } from '../../../notebook/path';
import type { Table } from '../../analysis';
import { comparisonCells } from '../comparison-cells';
import { atLevel } from '../interval-level';
import { MOST_ROWS, ranked } from './ranked-tests';
import type { TestsResult } from './tests-result';

/** The comparisons with the smallest p, and the tests that could not be read. */
export function testsTables(result: TestsResult, language: Language): Table[] {
  return [comparisonsTable(result, language), unreadableTable(result, language)].filter(
    ({ rows }) => rows.length > 0,
  );
}

function comparisonsTable({ tests, comparisons, alpha }: TestsResult, language: Language): Table {
  const { words, numbers } = language;
  const value = { by: 'valueFormat' };
  const title = atLevel(words.lift, 1 - alpha, language);
  const lift = { key: 'lift', title, format: 'lift', tone: 'tone' } as const;
  const listed = ranked(tests).slice(0, MOST_ROWS);
  return {
    name: 'tests',
    title:
      comparisons > MOST_ROWS
        ? words.firstComparisons(numbers.int(MOST_ROWS), numbers.int(comparisons))
        : words.comparisons,
    columns: [
      { key: 'testName', title: words.test, format: 'text' },
      { key: 'arm', title: words.arm, format: 'text' },
      { key: 'control', title: words.control, format: value, caption: 'controlOf' },
      { key: 'treatment', title: words.treatment, format: value, caption: 'treatmentOf' },
      { ...lift, caption: 'liftRange', path: 'lift' },
      { key: 'pAdjusted', title: words.p, format: 'p', caption: 'stateWord', path: 'p' },
      { ...lift, interval: { low: 'liftLow', high: 'liftHigh' } },
    ],
    rows: listed.map(({ test, comparison }) => {
      const metric = test.metrics[0]!;
      const cells = comparisonCells(metric, metric.arms, comparison, test, language);
      const { decision } = test.verdict;
      const isTrusted = decision !== 'not-trusted';
      return {
        testName: test.name,
        decision,
        ...cells,
        ...(isTrusted ? {} : { tone: 'neutral', stateWord: words['not-trusted'] }),
        path: formatPath([
          'tests',
          test.name,
          'metrics',
          metric.name,
          'comparisons',
          comparison.arm,
        ]),
      };
    }),
  };
}

function unreadableTable({ tests }: TestsResult, language: Language): Table {
  const { words } = language;
  return {
    name: 'unreadable',
    title: words.unreadableTests,
    columns: [
      { key: 'test', title: words.test, format: 'text' },
      { key: 'why', title: words.why, format: 'text' },
    ],
    rows: tests
      .flatMap((test) =>
        'problem' in test
          ? [{ test: test.name, why: problemSentence(test.problem, language).message }]
          : [],
      )
      .slice(0, MOST_ROWS),
  };
}
