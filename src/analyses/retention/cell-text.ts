import type { Language } from '../../locale/language';
import type { Numbers } from '../../locale/numbers';
import type { Cell, Rule } from './result';

/** A share or an amount as charts show it: short. */
export function cellText(value: number, { sum, unit }: Rule, numbers: Numbers): string {
  if (sum === undefined) return numbers.pct(value, Math.abs(value) < 0.9995 ? 1 : 0);
  return unit ? numbers.money(value, unit) : numbers.num(value);
}

/** The interval of a cell; empty where there is none, or no doubt. */
export function cellRange(
  { low, high }: Cell,
  { sum, unit }: Rule,
  { words, numbers }: Pick<Language, 'words' | 'numbers'>,
): string {
  if (low === null || high === null || low === high) return '';
  if (sum === undefined) {
    return words.fromTo(numbers.num(100 * low, 1), `${numbers.num(100 * high, 1)} %`);
  }
  const write = (value: number): string => (unit ? numbers.money(value, unit) : numbers.num(value));
  return words.fromTo(write(low), write(high));
}
