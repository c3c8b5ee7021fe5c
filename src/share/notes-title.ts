import type { Language } from '../locale/language';
import type { Noted } from './finding-places';

/** What folded notes are called: how many there are, and about what. */
export function notesTitle(
  notes: readonly Noted[],
  { interface: words, numbers }: Language,
): string {
  const count = notes.reduce((sum, { findings }) => sum + findings.length, 0);
  const subjects = notes.map(({ title, findings }) => `${title} ${numbers.int(findings.length)}`);
  return words.cells.result.notes(numbers.int(count), count, subjects.join(' · '));
}
