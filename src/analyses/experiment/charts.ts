import type { Interval } from '../../charts/intervals';
import type { Language } from '../../locale/language';
import type { Chart } from '../analysis';
import { liftChart } from './lift-chart';
import { marginLine } from './margin-line';
import { distributionCharts } from './distribution-charts';
import { overTimeCharts } from './over-time-charts';
import type { Comparison, ExperimentResult } from './result';

/** The first goal over time, its segments, how amounts are spread, and the effects of all metrics. */
export function charts(result: ExperimentResult, language: Language): Chart[] {
  const { readout } = language.words;
  const { panels } = readout;
  return [
    ...under(panels.overTime, overTimeCharts(result, language)),
    ...under(panels.segments, segments(result, language)),
    ...under(panels.distribution, distributionCharts(result, language)),
    ...under(panels.certainty, effects(result, language)),
  ];
}

function under(panel: string, those: readonly Chart[]): Chart[] {
  return those.map((chart) => ({ ...chart, panel }));
}

function effects({ metrics }: ExperimentResult, language: Language): Chart[] {
  const rows = metrics.flatMap((metric) =>
    metric.comparisons.flatMap((comparison) => {
      const { name, comparisons } = metric;
      const label = comparisons.length === 1 ? name : `${name} · ${comparison.arm}`;
      return interval(label, comparison, marginLine(comparison, metric), language);
    }),
  );
  return liftChart('effects', language.words.effects, rows, language);
}

/** One forest for each segment of the first goal. */
function segments({ metrics }: ExperimentResult, language: Language): Chart[] {
  const metric = metrics.find(({ role }) => role === 'goal') ?? metrics[0];
  return (metric?.segments ?? []).flatMap(({ column, groups }, i) => {
    const rows = groups.flatMap(({ value, comparisons }) =>
      comparisons.flatMap((comparison) => {
        const label = comparisons.length === 1 ? value : `${value} · ${comparison.arm}`;
        return interval(label, comparison, undefined, language);
      }),
    );
    const name = i === 0 ? 'by-segment' : `by-segment-${i + 1}`;
    return liftChart(name, language.words.bySegment(metric!.name, column), rows, language);
  });
}

function interval(
  label: string,
  { lift, alwaysValid, state }: Comparison,
  mark: number | undefined,
  { words }: Language,
): Interval[] {
  if (lift.estimate === null) return [];
  const { estimate: value, low, high } = lift;
  const wide = alwaysValid?.lift;
  const outer =
    wide === undefined || wide.estimate === null
      ? {}
      : { outerLow: wide.low, outerHigh: wide.high };
  const line = mark === undefined ? {} : { mark };
  return [{ label, value, low, high, ...outer, ...line, state: words[state] }];
}
