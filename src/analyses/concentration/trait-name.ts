import type { Language } from '../../locale/language';
import type { Distinction } from '../distinguishing';

/** What a trait is called. */
export function traitName(
  { kind, column, value }: Pick<Distinction, 'kind' | 'column' | 'value'>,
  measured: string,
  { words, numbers }: Pick<Language, 'words' | 'numbers'>,
): string {
  return words.concentration.traitOf(kind, column, textOf(value, numbers), measured);
}

function textOf(value: string | number, numbers: Language['numbers']): string {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? numbers.int(value) : numbers.num(value);
}
