import type { Finding, FindingCode, Tone } from '../../../locale/finding';
import type { FindingArgs } from '../../../locale/sentence';
import type { TestsResult } from './tests-result';

/** What is said of a list of finished tests: what was found, how far it can be trusted, and what else to know. */
export function testsFindings(result: TestsResult): Finding[] {
  return [...checks(result), answer(result), ...notes(result)];
}

function checks({ decisions, tests }: TestsResult): Finding[] {
  const distrusted = decisions['not-trusted'];
  const of = tests.length;
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

function answer({ decisions, tests, comparisons, correction, alpha }: TestsResult): Finding {
  const args = {
    tests: tests.length,
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
  ];
}

/** Comparisons below alpha, before and after the correction. */
function significant({ tests, alpha }: TestsResult) {
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

function chip(tone: Tone, code: FindingCode, args: FindingArgs): Finding {
  return { level: 'check', tone, code, args };
}

function note(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'note', tone: 'neutral', code, args };
}

function warning(code: FindingCode, args: FindingArgs): Finding {
  return { level: 'warning', tone: 'warn', code, args };
}
