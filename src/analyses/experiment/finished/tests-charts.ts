import { intervals } from '../../../charts/intervals';
import type { Language } from '../../../locale/language';
import type { Chart } from '../../analysis';
import type { TestsResult } from './tests-result';

const MOST_ROWS = 20;

/** The lifts that stand after the correction, the largest first. */
export function testsCharts({ tests }: TestsResult, { words, numbers }: Language): Chart[] {
  const rows = tests
    .flatMap((test) => ('problem' in test || test.verdict.decision === 'not-trusted' ? [] : [test]))
    .flatMap(({ name, metrics }) =>
      metrics[0]!.comparisons.flatMap(({ arm, lift, state }) =>
        lift.estimate === null || (state !== 'better' && state !== 'worse')
          ? []
          : [
              {
                label: metrics[0]!.comparisons.length === 1 ? name : `${name} · ${arm}`,
                value: lift.estimate,
                low: lift.low,
                high: lift.high,
                state: words[state],
              },
            ],
      ),
    )
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_ROWS);
  if (rows.length === 0) return [];
  const description = rows
    .map(({ label, value, low, high, state }) => {
      const range = words.fromTo(numbers.pct(low, 1), numbers.pct(high, 1));
      return words.intervalDescription(label, numbers.lift(value), range, state);
    })
    .join(' ');
  const spec = intervals(rows, { axis: words.lift, description }, '+.1%');
  return [{ name: 'effects', title: words.clearDifferences, description, spec }];
}
