import type { TopLevelSpec } from 'vega-lite';
import { dateShown } from './date-shown';
import { seriesOrNone } from './series-channel';

/** A watched value on a date. */
export interface AlarmPoint {
  /** A local date or an ISO instant. */
  readonly date: string;
  readonly series: string;
  /** Null leaves a gap. */
  readonly value: number | null;
  /** Where it was expected; null where nothing was. */
  readonly low: number | null;
  readonly high: number | null;
  readonly isAlarm: boolean;
  /** Of a period that has not ended: drawn hollow. */
  readonly isOpen: boolean;
}

export interface AlarmWords {
  readonly axis: string;
  readonly series: readonly string[];
  /** The value that must not be passed, drawn dashed; null for none. */
  readonly limit: number | null;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/**
 * A value over time in the band where it was expected, the dates on which an alarm went off marked by
 * triangles, which need no colour to be seen.
 *
 * @param format  of the upright axis, in d3's notation
 */
export function alarmLine(
  points: readonly AlarmPoint[],
  { axis, series: names, limit, description }: AlarmWords,
  format: string,
): TopLevelSpec {
  const x = {
    field: 'date',
    type: 'temporal',
    title: null,
    // A date without a time is read as UTC: elsewhere it would be the day before.
    scale: { type: 'utc' },
    axis: { format: '%-d %b' },
  } as const;
  const up = { type: 'quantitative', title: axis, axis: { format } } as const;
  const y = { field: 'value', ...up } as const;
  const number = { type: 'quantitative', format } as const;
  const series = seriesOrNone(names);
  const hasBand = points.some(({ low }) => low !== null);
  const tooltip = [
    dateShown(points),
    { field: 'value', ...number },
    ...(hasBand
      ? [
          { field: 'low', ...number },
          { field: 'high', ...number },
        ]
      : []),
  ];
  const band: Layer = {
    transform: [{ filter: 'datum.low !== null' }],
    mark: { type: 'area' },
    encoding: { x, y: { field: 'low', ...up }, y2: { field: 'high' } },
  };
  const rule: Layer = {
    mark: { type: 'rule', strokeDash: [4, 4] },
    encoding: { y: { datum: limit ?? 0, ...up } },
  };
  return {
    description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 180,
    layer: [
      ...(hasBand ? [band] : []),
      ...(limit === null ? [] : [rule]),
      {
        transform: [{ filter: '!datum.isOpen' }],
        mark: { type: 'line' },
        encoding: { x, y, color: series, strokeDash: series, tooltip },
      },
      {
        transform: [{ filter: 'datum.isOpen && datum.value !== null' }],
        mark: { type: 'point', filled: false, size: 36 },
        encoding: { x, y, tooltip },
      },
      {
        transform: [{ filter: 'datum.isAlarm' }],
        mark: { type: 'point', shape: 'triangle-down', filled: true, size: 120, yOffset: -8 },
        encoding: { x, y, tooltip },
      },
    ],
  };
}
