import { histogram } from '../../charts/histogram';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import type { ExperimentResult, MetricResult } from './result';

/** Metrics whose values are drawn; the tables have all of them. */
const MOST = 3;

/** How the values of the first amounts are spread, among users who have any. */
export function distributionCharts({ metrics }: ExperimentResult, language: Language): Chart[] {
  const those = metrics.filter(
    ({ distribution }) => distribution !== undefined && distribution.edges.length > 2,
  );
  return those.slice(0, MOST).map((metric, i) => {
    const name = i === 0 ? 'distribution' : `distribution-${i + 1}`;
    return { name, ...distributionChart(metric, language) };
  });
}

function distributionChart(
  { name, type, unit, distribution }: MetricResult,
  { words, numbers }: Language,
): Omit<Chart, 'name'> {
  const { edges, isLog, arms } = distribution!;
  const none = arms
    .filter(({ zeros }) => zeros > 0)
    .map((arm) => words.readout.noneOf(arm.name, numbers.pct(arm.zeros / arm.values, 1)));
  const description = words.readout.histogramDescription(name, none.join(' '));
  const bins = arms.flatMap(({ name: series, values, zeros, counts }) =>
    counts.flatMap((count, i) => {
      if (count === null) return [];
      const share = values === zeros ? 0 : count / (values - zeros);
      return { series, from: edges[i]!, to: edges[i + 1]!, share };
    }),
  );
  const spec = histogram(
    bins,
    {
      across: unit === null ? name : `${name}, ${unit}`,
      axis: type === 'quantile' ? words.readout.shareOfValues : words.readout.shareOfUsers,
      series: arms.map((arm) => arm.name),
      isLog,
      description,
    },
    '.3~s',
  );
  return { title: words.readout.histogramOf(name), description, spec };
}
