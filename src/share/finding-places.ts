import type { Finding } from '../locale/finding';
import type { Language } from '../locale/language';

/** The findings of a result as they stand around its main table. */
export interface FindingPlaces {
  readonly checks: readonly Finding[];
  readonly answers: readonly Finding[];
  /** What belongs to the answer: its rule, what speaks against it. */
  readonly reasons: readonly Finding[];
  /** Behind the table, always to be seen. */
  readonly warnings: readonly Finding[];
  /** Behind the table and folded, under their headings. */
  readonly notes: readonly Noted[];
}

/** What else to know of one subject. */
export interface Noted {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Where each finding stands: checks, the answer and its reasons before the main table, the rest behind it. */
export function findingPlaces(findings: readonly Finding[], language: Language): FindingPlaces {
  const at = (level: Finding['level']) => findings.filter((each) => each.level === level);
  const notes = at('note').flatMap((each) => (each.about ? [{ ...each, about: each.about }] : []));
  const subjects = [...new Set(notes.map(({ about }) => about))];
  return {
    checks: at('check'),
    answers: at('answer'),
    reasons: findings.filter(
      ({ level, about }) => about === undefined && (level === 'note' || level === 'warning'),
    ),
    warnings: at('warning').filter(({ about }) => about !== undefined),
    notes: subjects.map((about) => ({
      title: language.interface.cells.subjects[about],
      findings: notes.filter((each) => each.about === about),
    })),
  };
}
