import type { Language } from '../../locale/language';
import type { CellState } from '../../session/cell-state';
import { outputOf } from './cell-output';

const HASH_DIGITS = 6;

/** What stands behind a result: how many users, from which day to which, and on which data. */
export function factsOf(state: CellState, language: Language, zone: string): readonly string[] {
  const output = outputOf(state);
  if (!output) return [];
  const { foot } = language.interface.cells;
  const { sha256, users, from, to } = output.type === 'analysis' ? output.data : output;
  const facts = [
    users === null ? null : foot.users(language.numbers.int(users)),
    from === null || to === null ? null : daysText(from, to, language, zone),
    sha256 === '' ? null : foot.data(sha256.slice(0, HASH_DIGITS)),
  ];
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
