import type { ColumnProfile } from '../../data/profile';
import type { Language } from '../../locale/language';
import { cellText } from '../../share/cell-text';

const SHOWN = 3;

/** What a column holds, in a line: its range, or its most frequent values and that there are more. */
export function profileText(
  { kind, min, max, top, distinct }: ColumnProfile,
  { numbers, interface: words }: Language,
  zone: string,
): string {
  if (min !== null && max !== null) {
    const format = kind === 'time' ? 'date' : 'number';
    const text = (end: number | string) => cellText(end, format, numbers, { zone });
    return min === max ? text(min) : words.cells.foot.days(text(min), text(max));
  }
  const values = (top ?? []).slice(0, SHOWN).map(({ value }) => value);
  const more = distinct === null || distinct > values.length;
  return values.join(', ') + (more && values.length > 0 ? ' …' : '');
}

/** Bars for what a column holds, as shares of the tallest: its histogram, or its most frequent values. */
export function profileBars({ histogram, top }: ColumnProfile): readonly number[] {
  const counts = histogram ?? top?.map(({ rows }) => rows) ?? [];
  const most = Math.max(...counts, 1);
  return counts.map((count) => count / most);
}
