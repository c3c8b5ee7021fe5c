import type { TopLevelSpec } from 'vega-lite';
import { seriesOrNone } from './series-channel';

/** A value at one step with the band it lies in. All numbers share the unit of the axis. */
export interface StepPoint {
  readonly step: string;
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface StepWords {
  /** Titles of the axes. */
  readonly across: string;
  readonly axis: string;
  /** In the order in which they are drawn. */
  readonly steps: readonly string[];
  readonly series: readonly string[];
  /** Whether a line at zero is drawn to compare with. */
  readonly hasZero: boolean;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

/** With more series than this their bands would hide one another. */
const MOST_BANDS = 3;

/**
 * Lines with their bands over steps that have names, one per series, told apart by colour and by dash.
 *
 * @param format  of the axis, in d3's notation
 */
export function bandCurves(
  points: readonly StepPoint[],
  { across, axis, steps, series: names, hasZero, description }: StepWords,
  format: string,
): TopLevelSpec {
  const series = seriesOrNone(names);
  const domain = [...steps];
  const x = {
    field: 'step',
    type: 'ordinal',
    title: across,
    sort: null,
    scale: { domain },
    axis: { labelAngle: 0 },
  } as const;
  const y = { type: 'quantitative', title: axis, axis: { format } } as const;
  const number = { type: 'quantitative', format } as const;
  const zero = {
    mark: { type: 'rule' as const, strokeDash: [4, 4] },
    encoding: { y: { datum: 0 } },
  };
  const band = {
    mark: { type: 'area' },
    encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' }, color: series },
  } as const;
  return {
    description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 200,
    layer: [
      ...(hasZero ? [zero] : []),
      ...(names.length > MOST_BANDS ? [] : [band]),
      {
        mark: { type: 'line', point: steps.length < 40 },
        encoding: {
          x,
          y: { field: 'value', ...y },
          color: series,
          strokeDash: series,
          tooltip: [
            { field: 'step', type: 'nominal', title: across },
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
