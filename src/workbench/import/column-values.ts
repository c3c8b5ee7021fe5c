import type { ColumnProfile } from '../../data/profile';
import type { Language } from '../../locale/language';

const SHOWN = 4;

/** What a column holds, in a line: its range, or its most frequent values. */
export function columnValues(column: ColumnProfile, language: Language, zone: string): string {
  const { numbers, interface: words } = language;
  const { top, min, max, distinct } = column;
  if (min !== null && max !== null && top === null) {
    const from = rangeEnd(min, language, zone);
    const to = rangeEnd(max, language, zone);
    return from === to ? from : `${from} – ${to}`;
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

function rangeEnd(end: number | string, { numbers, locale }: Language, zone: string): string {
  if (typeof end === 'number') return numbers.num(end, Number.isInteger(end) ? 0 : undefined);
  // A date without a time is the same day in every zone.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(end);
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: isDay ? 'UTC' : zone,
  }).format(Date.parse(end));
}
