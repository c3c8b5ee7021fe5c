import type { Language } from '../../../locale/language';
import type { Chart } from '../../analysis';
import { liftChart } from '../lift-chart';
import type { TestsResult } from './tests-result';

const MOST_ROWS = 20;

/** The lifts that stand after the correction, the largest first. */
export function testsCharts({ tests }: TestsResult, language: Language): Chart[] {
  const { words } = language;
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
  return liftChart('effects', words.clearDifferences, rows, language);
}
