import type { TopLevelSpec } from 'vega-lite';
import { seriesChannel } from './series-channel';

/** How much of a series lies below a value. */
export interface CumulativePoint {
  readonly series: string;
  readonly below: number;
  /** Of all values of the series. */
  readonly share: number;
}

/**
 * Empirical distribution functions: a line per series, told apart by colour and by dash. The axis of
 * shares begins where the lines do: of amounts that most users do not have it would be flat otherwise.
 *
 * @param format  of the axis of values, in d3's notation
 */
export function cumulativeCurves(
  points: readonly CumulativePoint[],
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
  return {
    description: words.description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 180,
    mark: { type: 'line' },
    encoding: {
      x: {
        field: 'below',
        type: 'quantitative',
        title: words.across,
        scale: { type: words.isLog ? 'log' : 'linear', zero: false, nice: false },
        axis: { format, tickCount: 6, grid: false },
      },
      y: {
        field: 'share',
        type: 'quantitative',
        title: words.axis,
        scale: { zero: false },
        axis: { format: '.0~%' },
      },
      color: series,
      strokeDash: series,
      tooltip: [
        { field: 'series', type: 'nominal' },
        { field: 'below', type: 'quantitative', format, title: words.across },
        { field: 'share', type: 'quantitative', format: '.2%', title: words.axis },
      ],
    },
  };
}
