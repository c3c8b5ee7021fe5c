import { type Interval, intervals } from '../charts/intervals';
import { type Ratio, ratios } from '../charts/ratios';
import type { Language } from '../locale/language';
import type { Chart } from './analysis';

type Spoken = Pick<Language, 'words' | 'numbers'>;

/** How a chart of intervals is called and its numbers are said. */
interface Saying {
  readonly name: string;
  readonly title: string;
  readonly axis: string;
  /** An estimate in words. */
  readonly value: (value: number) => string;
  /** An end of an interval, where it is said otherwise. */
  readonly end?: (value: number) => string;
  /** How many rows are said, where not all are. */
  readonly most?: number;
}

/** Estimates with their intervals beside a line at 0, also said in words; null without rows. `format` is that of the axis. */
export function intervalChart(
  rows: readonly Interval[],
  saying: Saying,
  language: Spoken,
  format = '+.1%',
): Chart | null {
  if (rows.length === 0) return null;
  const { name, title, axis } = saying;
  const description = descriptionOf(rows, saying, language);
  return { name, title, description, spec: intervals(rows, { axis, description }, format) };
}

/** The same for ratios beside a line at 1. */
export function ratioChart(
  rows: readonly Ratio[],
  { name, title, axis }: Pick<Saying, 'name' | 'title' | 'axis'>,
  language: Spoken,
): Chart | null {
  if (rows.length === 0) return null;
  const value = (ratio: number): string => language.numbers.num(ratio, 2);
  const description = descriptionOf(rows, { value }, language);
  return { name, title, description, spec: ratios(rows, { axis, description }) };
}

function descriptionOf(
  rows: readonly (Interval | Ratio)[],
  { value: said, end = said, most = rows.length }: Pick<Saying, 'value' | 'end' | 'most'>,
  { words }: Spoken,
): string {
  return rows
    .slice(0, most)
    .map(({ label, value, low, high, state }) =>
      words.intervalDescription(label, said(value), words.fromTo(end(low), end(high)), state),
    )
    .join(' ');
}
