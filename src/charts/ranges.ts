import type { TopLevelSpec } from 'vega-lite';
import { seriesChannel } from './series-channel';

/** What one series says of one row. */
export interface RangePoint {
  readonly row: string;
  readonly series: string;
  readonly value: number;
}

const ROW_HEIGHT = 34;

/**
 * Dumbbells: a line from the least to the greatest value of each row, the series as points of
 * different shapes on it.
 *
 * @param format  of the axis, in d3's notation
 */
export function ranges(
  points: readonly RangePoint[],
  words: {
    readonly axis: string;
    readonly series: readonly string[];
    readonly description: string;
  },
  format: string,
): TopLevelSpec {
  const y = { field: 'row', type: 'nominal', title: null, sort: null } as const;
  const x = { type: 'quantitative', title: words.axis, axis: { format } } as const;
  const series = seriesChannel(words.series);
  return {
    description: words.description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: ROW_HEIGHT * Math.max(1, new Set(points.map(({ row }) => row)).size),
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.35 },
        encoding: {
          y,
          x: { field: 'value', aggregate: 'min', ...x },
          x2: { field: 'value', aggregate: 'max' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 80 },
        encoding: {
          y,
          x: { field: 'value', ...x },
          color: series,
          shape: series,
          tooltip: [
            { field: 'row', type: 'nominal' },
            { field: 'series', type: 'nominal' },
            { field: 'value', type: 'quantitative', format },
          ],
        },
      },
    ],
  };
}
