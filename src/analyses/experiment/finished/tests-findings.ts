import type { Finding, FindingCode, Tone } from '../../../locale/finding';
import type { FindingArgs } from '../../../locale/sentence';
import { clearComparisons } from './clear-comparisons';
import type { TestsResult } from './tests-result';

/** What is said of a list of finished tests: what was found, how far it can be trusted, and what else to know. */
export function testsFindings(result: TestsResult): Finding[] {
  return [...checks(result), answer(result), ...notes(result)];
}

function checks(result: TestsResult): Finding[] {
  const { decisions } = result;
  const distrusted = decisions['not-trusted'];
  const of = countOf(result);
  const scarce = decisions['keep-running'];
  return [
    distrusted === 0
      ? chip('good', 'tests.all-split', {})
      : chip('warn', 'tests.some-split-off', { tests: distrusted, of }),
    ...(scarce === 0 ? [] : [chip('warn', 'tests.some-too-few', { tests: scarce, of })]),
    ...(decisions.unreadable === 0
      ? []
      : [chip('warn', 'tests.some-unreadable', { tests: decisions.unreadable, of })]),
  ];
}

function answer(result: TestsResult): Finding {
  const { decisions, comparisons, correction, alpha } = result;
  const args = {
    tests: countOf(result),
    winners: decisions.ship,
    losers: decisions['do-not-ship'],
    comparisons,
    correction,
    alpha,
  };
  return { level: 'answer', tone: 'neutral', code: 'tests.found', args };
}

function notes(result: TestsResult): Finding[] {
  const { comparisons, alpha, correction, decisions } = result;
  const { plain, corrected } = significant(result);
  const isAssumed = result.tests.some(
    (test) =>
      !('problem' in test) && test.checks.some((check) => check.name === 'srm' && check.assumed),
  );
  return [
    note('tests.corrected', { comparisons, alpha, correction, plain, corrected }),
    ...(decisions['not-trusted'] === 0
      ? []
      : [warning('tests.split-explained', { tests: decisions['not-trusted'], isAssumed })]),
    ...(isAssumed ? [note('experiment.split-not-given', {})] : []),
    ...(result.omitted
      ? [note('tests.omitted', { tests: result.omitted.tests, of: countOf(result) })]
      : []),
  ];
}

/** Comparisons below alpha, before and after the correction, of all tests. */
function significant({ tests, alpha, omitted }: TestsResult) {
  const { plain, corrected } = clearComparisons(tests, alpha);
  return {
    plain: plain + (omitted?.plain ?? 0),
    corrected: corrected + (omitted?.corrected ?? 0),
  };
}

function countOf({ tests, omitted }: TestsResult): number {
  return tests.length + (omitted?.tests ?? 0);
}

function chip(tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level: 'check', tone, code, args };
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
