import type { TopLevelSpec } from 'vega-lite';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface CurveWords {
  /** Titles of the axes. */
  readonly x: string;
  readonly y: string;
  /** Formats of the axes, in d3's notation. */
  readonly xFormat: string;
  readonly yFormat: string;
  /** A level to compare with, drawn dashed across. */
  readonly mark?: number;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

/** One number as it depends on another, from 0 on both axes. */
export function curve(
  points: readonly CurvePoint[],
  { x, y, xFormat, yFormat, mark, description }: CurveWords,
): TopLevelSpec {
  const across = { field: 'x', type: 'quantitative', title: x, axis: { format: xFormat } } as const;
  const up = { type: 'quantitative', title: y, axis: { format: yFormat } } as const;
  return {
    description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 180,
    layer: [
      ...(mark === undefined
        ? []
        : [
            {
              mark: { type: 'rule' as const, strokeDash: [4, 4] },
              encoding: { y: { datum: mark, ...up } },
            },
          ]),
      {
        mark: { type: 'line', point: points.length < 40 },
        encoding: {
          x: across,
          y: { field: 'y', ...up },
          tooltip: [
            { field: 'x', type: 'quantitative', title: x, format: ',d' },
            { field: 'y', type: 'quantitative', title: y, format: yFormat },
          ],
        },
      },
    ],
  };
}
