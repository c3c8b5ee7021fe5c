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
}

/** The description names no more rows than this. */
const MOST_SAID = 10;

/** Estimates with their intervals beside a line at 0, also said in words; null without rows. `format` is that of the axis. */
export function intervalChart(
  rows: readonly Interval[],
  saying: Saying,
  language: Spoken,
  format = '+.1%',
): Chart | null {
  const description = descriptionOf(rows, saying, language);
  return chartOf(rows, saying, description, () =>
    intervals(rows, { axis: saying.axis, description }, format),
  );
}

/** The same for ratios beside a line at 1. */
export function ratioChart(
  rows: readonly Ratio[],
  saying: Omit<Saying, 'value' | 'end'>,
  language: Spoken,
): Chart | null {
  const value = (ratio: number): string => language.numbers.num(ratio, 2);
  const description = descriptionOf(rows, { ...saying, value }, language);
  return chartOf(rows, saying, description, () => ratios(rows, { axis: saying.axis, description }));
}

function chartOf(
  rows: readonly unknown[],
  { name, title }: Pick<Saying, 'name' | 'title'>,
  description: string,
  spec: () => Chart['spec'],
): Chart | null {
  return rows.length === 0 ? null : { name, title, description, spec: spec() };
}

function descriptionOf(
  rows: readonly (Interval | Ratio)[],
  { value: said, end = said }: Saying,
  { words }: Spoken,
): string {
  return rows
    .slice(0, MOST_SAID)
    .map(({ label, value, low, high, state }) =>
      words.intervalDescription(label, said(value), words.fromTo(end(low), end(high)), state),
    )
    .join(' ');
}
