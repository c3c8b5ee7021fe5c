import type { TopLevelSpec } from 'vega-lite';
import { seriesOrNone } from './series-channel';

/** A share that changes at certain times and stays in between, with its band. */
export interface StepCurvePoint {
  readonly x: number;
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface StepCurveWords {
  /** Titles of the axes. */
  readonly x: string;
  readonly y: string;
  readonly series: readonly string[];
  /** The axis across is logarithmic: points at 0 or below are left out. */
  readonly isLog: boolean;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

/** Stairs from zero with their bands, one per series, told apart by colour and by dash. */
export function stepCurves(
  points: readonly StepCurvePoint[],
  { x, y, series: names, isLog, description }: StepCurveWords,
): TopLevelSpec {
  const series = seriesOrNone(names);
  const across = {
    field: 'x',
    type: 'quantitative',
    title: x,
    axis: { format: '~g' },
    scale: { type: isLog ? ('log' as const) : ('linear' as const), nice: !isLog },
  } as const;
  const up = { type: 'quantitative', title: y, axis: { format: '.0%' } } as const;
  const share = { type: 'quantitative', format: '.1%' } as const;
  return {
    description,
    data: {
      values: points.filter((point) => !isLog || point.x > 0).map((point) => ({ ...point })),
    },
    width: 'container',
    height: 200,
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after' },
        encoding: {
          ...{ x: across, y: { field: 'low', ...up }, y2: { field: 'high' } },
          color: series,
        },
      },
      {
        mark: { type: 'line', interpolate: 'step-after' },
        encoding: {
          ...{ x: across, y: { field: 'value', ...up }, color: series, strokeDash: series },
          tooltip: [
            { field: 'series', type: 'nominal' },
            { field: 'x', type: 'quantitative', title: x, format: '.3~g' },
            { field: 'value', ...share },
            { field: 'low', ...share },
            { field: 'high', ...share },
          ],
        },
      },
    ],
  };
}
