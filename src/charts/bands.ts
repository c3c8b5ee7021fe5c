import type { TopLevelSpec } from 'vega-lite';
import { dateShown } from './date-shown';
import { seriesOrNone } from './series-channel';

/** A value over days with the band it lies in. All numbers share the unit of the axis. */
export interface BandPoint {
  /** A local date, `2026-03-02`. */
  readonly date: string;
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BandWords {
  readonly axis: string;
  readonly series: readonly string[];
  /** The value that the dashed line compares with; 0 where it is not given. */
  readonly level?: number;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

/** A band is shown so many usual widths from its line on: the wide ones of the first days leave the picture. */
const REACH = 1.5;

/**
 * Lines with their bands against a dashed line, one per series, told apart by colour and by dash. Bands
 * that are much wider than most run out of the picture; the tooltip tells their ends.
 *
 * @param format  of the axis, in d3's notation
 */
export function bands(
  points: readonly BandPoint[],
  { axis, series: names, level = 0, description }: BandWords,
  format: string,
): TopLevelSpec {
  const series = seriesOrNone(names);
  const x = {
    field: 'date',
    type: 'temporal',
    title: null,
    // A date without a time is read as UTC: elsewhere it would be the day before.
    scale: { type: 'utc' },
    axis: { format: '%-d %b' },
  } as const;
  const y = {
    type: 'quantitative',
    title: axis,
    axis: { format },
    ...shownRange(points, level),
  } as const;
  const number = { type: 'quantitative', format } as const;
  return {
    description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 180,
    layer: [
      { mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { y: { datum: level } } },
      {
        mark: { type: 'area', clip: true },
        encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' }, color: series },
      },
      {
        mark: { type: 'line', point: points.length < 40 },
        encoding: {
          x,
          y: { field: 'value', ...y },
          color: series,
          strokeDash: series,
          tooltip: [
            dateShown(points),
            { field: 'series', type: 'nominal' },
            { field: 'value', ...number },
            { field: 'low', ...number },
            { field: 'high', ...number },
          ],
        },
      },
    ],
  };
}

/** The scale that leaves out the far ends of bands much wider than most; the usual one where none is. */
function shownRange(points: readonly BandPoint[], level: number) {
  const widths = points.map(({ low, high }) => high - low).sort((a, b) => a - b);
  const reach = REACH * (widths[widths.length >> 1] ?? 0);
  const lows = points.map(({ low, value }) => Math.max(low, value - reach));
  const highs = points.map(({ high, value }) => Math.min(high, value + reach));
  const isWhole = points.every(({ low, high }, i) => low === lows[i] && high === highs[i]);
  if (isWhole) return {};
  const domain = [Math.min(level, ...lows), Math.max(level, ...highs)];
  return { scale: { domain, nice: true } };
}
