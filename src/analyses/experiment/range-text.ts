import type { Language } from '../../locale/language';
import type { Format } from '../analysis';
import type { MaybeInterval } from './maybe-interval';

/** The interval in the unit and with the digits of its estimate: `−1.328 to −0.312`. */
export function rangeText(
  interval: MaybeInterval,
  format: Format,
  { words, numbers }: Language,
  unit: string | null = null,
) {
  if (interval.estimate === null) return null;
  const { low, high } = interval;
  if (format === 'lift') {
    return words.fromTo(numbers.num(100 * low, 1), `${numbers.num(100 * high, 1)} %`);
  }
  if (format === 'points') {
    return words.fromTo(numbers.num(100 * low, 3), numbers.num(100 * high, 3));
  }
  if (unit) return words.fromTo(numbers.money(low, unit), numbers.money(high, unit));
  const digits = digitsOf(Math.max(Math.abs(low), Math.abs(high)));
  return words.fromTo(numbers.num(low, digits), numbers.num(high, digits));
}

/** Decimals that show three significant digits of the larger end, at most 6. */
function digitsOf(value: number): number {
  if (value === 0) return 0;
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(value))));
}
