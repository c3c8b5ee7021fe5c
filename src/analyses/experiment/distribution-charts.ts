import { bandCurves } from '../../charts/band-curves';
import { cumulativeCurves } from '../../charts/cumulative-curves';
import { histogram } from '../../charts/histogram';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { cumulativeShares } from './cumulative-shares';
import { atLevel, plainLevel } from './interval-level';
import { changeText, differenceTitle, inPoints, axisFormat } from './shown-change';
import type { ExperimentResult, MetricResult } from './result';
import type { Distribution } from './result-details';

/** Metrics whose values are drawn; the tables have all of them. */
const MOST = 3;

/**
 * How the values of the first amounts are spread: a histogram among users who have any, the
 * distribution function of all users beside it, and of the first of them the effect on its quantiles.
 */
export function distributionCharts(result: ExperimentResult, language: Language): Chart[] {
  const those = result.metrics.flatMap((metric) => {
    const { distribution } = metric;
    return distribution && distribution.edges.length > 2 ? [{ metric, distribution }] : [];
  });
  return those.slice(0, MOST).flatMap((each, i) => {
    const charts = [
      { name: 'distribution', ...histogramChart(each, language) },
      { name: 'cumulative', ...cumulativeChart(each, language) },
      ...(i === 0 ? quantileEffects(each.metric, result, language) : []),
    ];
    return charts.map((chart) => (i === 0 ? chart : { ...chart, name: `${chart.name}-${i + 1}` }));
  });
}

/** A metric with how it is spread. */
interface Spread {
  readonly metric: MetricResult;
  readonly distribution: Distribution;
}

function histogramChart(
  { metric: { name, type, unit }, distribution: { edges, isLog, arms } }: Spread,
  { words, numbers }: Language,
): Omit<Chart, 'name'> {
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

function cumulativeChart(
  { metric: { name, type, unit }, distribution: { edges, isLog, arms } }: Spread,
  { words }: Language,
): Omit<Chart, 'name'> {
  const { readout } = words;
  const isOfValues = type === 'quantile';
  const description = readout.cumulativeDescription(name);
  const spec = cumulativeCurves(
    arms.flatMap((arm) =>
      cumulativeShares(edges, arm).map((point) => ({ series: arm.name, ...point })),
    ),
    {
      across: unit === null ? name : `${name}, ${unit}`,
      axis: isOfValues ? readout.shareOfValuesBelow : readout.shareOfUsersBelow,
      series: arms.map((arm) => arm.name),
      isLog,
      description,
    },
    '.3~s',
  );
  return { title: readout.cumulativeOf(name), description, spec };
}

/** What the treatments do to small values and to large ones; nothing without intervals. */
function quantileEffects(
  metric: MetricResult,
  result: ExperimentResult,
  language: Language,
): Chart[] {
  const { words, numbers } = language;
  const points = (metric.distribution?.quantiles ?? []).flatMap(({ level, arm, difference }) =>
    typeof difference?.estimate === 'number' ? [{ level, arm, ...difference }] : [],
  );
  if (points.length === 0) return [];
  const stepOf = (level: number): string => `P${Math.round(100 * level)}`;
  const last = points.at(-1)!;
  const description = words.readout.quantileEffectsDescription(
    metric.name,
    numbers.pct(last.level, 0),
    changeText(last.estimate, metric, language),
  );
  const spec = bandCurves(
    points.map(({ level, arm, estimate, low, high }) => ({
      step: stepOf(level),
      series: arm,
      ...inPoints({ value: estimate, low, high }, metric),
    })),
    {
      across: words.readout.level,
      axis: differenceTitle(metric, language),
      steps: [...new Set(points.map(({ level }) => stepOf(level)))],
      series: metric.comparisons.map(({ arm }) => arm),
      hasZero: true,
      description,
    },
    axisFormat(metric),
  );
  const title = atLevel(words.readout.quantileEffectsOf(metric.name), plainLevel(result), language);
  return [{ name: 'quantile-effects', title, description, spec }];
}
