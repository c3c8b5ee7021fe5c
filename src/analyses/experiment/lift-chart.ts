import type { Interval } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { intervalChart } from '../interval-chart';

/** Lifts in rows; none without rows. */
export function liftChart(
  name: string,
  title: string,
  rows: readonly Interval[],
  language: Language,
): Chart[] {
  const { words, numbers } = language;
  const saying = {
    name,
    title,
    axis: words.lift,
    value: (lift: number) => numbers.lift(lift),
    end: (lift: number) => numbers.pct(lift, 1),
  };
  const chart = intervalChart(rows, saying, language);
  return chart ? [chart] : [];
}
