import type { Language } from '../../locale/language';
import type { CellState } from '../../session/cell-state';
import { outputOf } from './cell-output';

const HASH_DIGITS = 6;

/** What stands behind a result: how many users, from which day to which, on which data. A source tells the first two itself. */
export function factsOf(state: CellState, language: Language, zone: string): readonly string[] {
  const output = outputOf(state);
  if (!output) return [];
  const { foot } = language.interface.cells;
  const hash = (sha256: string) => (sha256 === '' ? null : foot.data(sha256.slice(0, HASH_DIGITS)));
  if (output.type === 'source') return present([hash(output.sha256)]);
  if (output.type !== 'analysis' || !output.data) return [];
  const { sha256, users, from, to } = output.data;
  const days = from === null || to === null ? null : daysText(from, to, language, zone);
  const people = users === null ? null : foot.users(language.numbers.int(users));
  return present([people, days, hash(sha256)]);
}

function present(facts: readonly (string | null)[]): readonly string[] {
  return facts.filter((fact) => fact !== null);
}

/** `2 Mar – 15 Mar 2026`, in the notebook's zone. */
export function daysText(from: string, to: string, { locale }: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return format.formatRange(Date.parse(from), Date.parse(to));
}
