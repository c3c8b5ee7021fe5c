import type { Language } from '../../locale/language';
import type { Band } from './result';

/** A band of waits as people write it: 2 sec to 5 sec. */
export function bandName(
  { fromMs, toMs }: Pick<Band, 'fromMs' | 'toMs'>,
  { words, numbers }: Language,
): string {
  const from = fromMs === 0 ? null : numbers.duration(fromMs);
  return words.friction.bandOf(from, toMs === null ? null : numbers.duration(toMs));
}
