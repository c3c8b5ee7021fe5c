import type { Format } from '../../analyses/analysis';
import type { Numbers } from '../../locale/numbers';
import { type Value, cellText } from '../../share/cell-text';

/** A value of a data file as it stands there: numbers in full, instants with their time unless it is midnight in `zone`. */
export function rawText(value: Value, format: Format, numbers: Numbers, zone: string): string {
  if (typeof value !== 'number') return cellText(value, format, numbers, { zone });
  // Fifteen digits are all that a file can say; sums have a few more that mean nothing.
  if (format !== 'date') return String(Number(value.toPrecision(15)));
  return isMidnight(value, zone) ? numbers.date(value, zone) : numbers.dateTime(value, zone);
}

function isMidnight(instant: number, timeZone: string): boolean {
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en', { timeZone, ...time }).formatToParts(instant);
  return parts.every(({ type, value }) => type === 'literal' || Number(value) === 0);
}
