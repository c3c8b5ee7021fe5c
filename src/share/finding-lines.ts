import type { Finding } from '../locale/finding';
import { type Language, findingSentence } from '../locale/language';
import { CHECK_SYMBOLS } from './tone-symbol';

/** What a result found, as lines of text. */
export interface FindingLines {
  /** The verdict comes first. */
  readonly answers: readonly string[];
  /** Each with its sign. */
  readonly checks: readonly string[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

/** The findings of a result in the reader's language, by what they are. */
export function findingLines(findings: readonly Finding[], language: Language): FindingLines {
  const of = (level: Finding['level']): readonly Finding[] =>
    findings.filter((finding) => finding.level === level);
  const say = (finding: Finding): string => findingSentence(finding, language);
  return {
    answers: of('answer').map(say),
    checks: of('check').map((check) => `${CHECK_SYMBOLS[check.tone]} ${say(check)}`),
    warnings: of('warning').map(say),
    notes: of('note').map(say),
  };
}
