import type { TopLevelSpec } from 'vega-lite';
import { seriesChannel } from './series-channel';

/** One bin of one series. */
export interface HistogramBin {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  /** Of the series' values. */
  readonly share: number;
}

/**
 * How values are spread: one stepped outline per series over the same bins, told apart by colour and
 * by dash.
 *
 * @param format  of the axis of values, in d3's notation
 */
export function histogram(
  bins: readonly HistogramBin[],
  words: {
    readonly across: string;
    readonly axis: string;
    readonly series: readonly string[];
    readonly isLog: boolean;
    readonly description: string;
  },
  format: string,
): TopLevelSpec {
  const series = seriesChannel(words.series);
  // A step lasts until the next point: the last bin needs one at its end.
  const ends = words.series.flatMap((name) => {
    const last = bins.filter((bin) => bin.series === name).at(-1);
    return last ? [{ ...last, from: last.to }] : [];
  });
  const number = { type: 'quantitative', format } as const;
  return {
    description: words.description,
    data: { values: [...bins, ...ends].map((bin) => ({ ...bin })) },
    width: 'container',
    height: 180,
    mark: { type: 'line', interpolate: 'step-after' },
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        title: words.across,
        scale: { type: words.isLog ? 'log' : 'linear', zero: false, nice: false },
        axis: { format, tickCount: 6, grid: false },
      },
      y: { field: 'share', type: 'quantitative', title: words.axis, axis: { format: '.0%' } },
      color: series,
      strokeDash: series,
      tooltip: [
        { field: 'series', type: 'nominal' },
        { field: 'from', ...number, title: words.across },
        { field: 'to', ...number, title: '' },
        { field: 'share', type: 'quantitative', format: '.1%', title: words.axis },
      ],
    },
  };
}
