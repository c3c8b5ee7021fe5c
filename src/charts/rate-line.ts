import type { TopLevelSpec } from 'vega-lite';
import { dateShown } from './date-shown';

/** A rate on a date. */
export interface RatePoint {
  /** A local date or an ISO instant. */
  readonly date: string;
  /** Null leaves a gap. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** It may still rise: drawn dashed and hollow. */
  readonly isOpen: boolean;
}

/** A rate over time with its band; from the first point that may still change on dashed, with hollow points. */
export function rateLine(
  points: readonly RatePoint[],
  { axis, description }: { readonly axis: string; readonly description: string },
): TopLevelSpec {
  const x = {
    field: 'date',
    type: 'temporal',
    title: null,
    // A date without a time is read as UTC: elsewhere it would be the day before.
    scale: { type: 'utc' },
    axis: { format: '%-d %b' },
  } as const;
  const up = { type: 'quantitative', title: axis, axis: { format: '.0%' } } as const;
  const share = { type: 'quantitative', format: '.1%' } as const;
  const tooltip = [
    dateShown(points),
    { field: 'value', ...share },
    { field: 'low', ...share },
    { field: 'high', ...share },
  ];
  const y = { field: 'value', ...up } as const;
  const firstOpen = points.findIndex(({ isOpen }) => isOpen);
  // The dashed line starts at the last finished point, so that the two meet.
  const joint = firstOpen < 0 ? points.length : firstOpen - 1;
  const isFinished = { filter: 'datum.isOpen === false' };
  return {
    description,
    data: { values: points.map((point, i) => ({ ...point, isDashed: i >= joint })) },
    width: 'container',
    height: 180,
    layer: [
      {
        transform: [isFinished],
        mark: { type: 'area' },
        encoding: { x, y: { field: 'low', ...up }, y2: { field: 'high' } },
      },
      { transform: [isFinished], mark: { type: 'line' }, encoding: { x, y, tooltip } },
      {
        transform: [{ filter: 'datum.isDashed' }],
        mark: { type: 'line', strokeDash: [4, 3] },
        encoding: { x, y, tooltip },
      },
      {
        transform: [{ filter: 'datum.isOpen && datum.value !== null' }],
        mark: { type: 'point', filled: false, size: 36 },
        encoding: { x, y, tooltip },
      },
    ],
  };
}
