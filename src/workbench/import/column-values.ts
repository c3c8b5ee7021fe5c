import type { ColumnProfile } from '../../data/profile';
import type { Language } from '../../locale/language';

const SHOWN = 4;

/** What a column holds, in a line: its range, or its most frequent values. */
export function columnValues(column: ColumnProfile, language: Language, zone: string): string {
  const { numbers, interface: words } = language;
  const { top, min, max, distinct } = column;
  if (min !== null && max !== null && top === null) {
    return range(min, max, language, zone);
  }
  const values = (top ?? []).slice(0, SHOWN).map(({ value }) => value);
  if (column.kind === 'text' && isAllDifferent(column)) {
    return words.import.different(numbers.int(distinct ?? 0), values[0] ?? '');
  }
  const more = (distinct ?? 0) - values.length;
  return values.join(', ') + (more > 0 ? ` ${words.import.more(numbers.int(more))}` : '');
}

/** Ids and free text: knowing which of them are the most frequent tells nothing. */
function isAllDifferent({ top, distinct }: ColumnProfile): boolean {
  return (distinct ?? 0) > 20 && (top?.[0]?.rows ?? 0) < 5;
}

function range(
  min: number | string,
  max: number | string,
  { numbers, locale }: Language,
  zone: string,
): string {
  if (typeof min === 'number' || typeof max === 'number') {
    const [from, to] = [min, max].map((end) => numbers.num(Number(end), digits(Number(end))));
    return from === to ? from! : `${from} – ${to}`;
  }
  // A date without a time is the same day in every zone.
  const timeZone = /^\d{4}-\d{2}-\d{2}$/.test(min) ? 'UTC' : zone;
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  return days.formatRange(Date.parse(min), Date.parse(max));
}

function digits(value: number): number | undefined {
  return Number.isInteger(value) ? 0 : undefined;
}
