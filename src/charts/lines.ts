import type { TopLevelSpec } from 'vega-lite';
import { dateShown } from './date-shown';
import { seriesChannel } from './series-channel';

/** One point of a line. */
export interface LinePoint {
  /** A local date, `2026-03-02`. */
  readonly date: string;
  readonly series: string;
  readonly value: number;
}

/** Lines over days, one per series, told apart by colour and by dash. */
export function lines(
  points: readonly LinePoint[],
  words: {
    readonly axis: string;
    readonly series: readonly string[];
    readonly description: string;
  },
  format: string,
): TopLevelSpec {
  const series = seriesChannel(words.series);
  return {
    description: words.description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 160,
    mark: { type: 'line', point: points.length < 60 },
    encoding: {
      // A date without a time is read as UTC: elsewhere it would be the day before.
      x: {
        field: 'date',
        type: 'temporal',
        title: null,
        scale: { type: 'utc' },
        axis: { format: '%-d %b' },
      },
      y: { field: 'value', type: 'quantitative', title: words.axis, axis: { format } },
      color: series,
      strokeDash: series,
      tooltip: [
        dateShown(points),
        { field: 'series', type: 'nominal' },
        { field: 'value', type: 'quantitative', format },
      ],
    },
  };
}
