import type { TopLevelSpec } from 'vega-lite';

/** Shares from 0 to 1. */
export interface LorenzMark {
  readonly population: number;
  readonly value: number;
}

/** A curve of shares that hangs below the dashed line on which all would have the same. */
export function lorenzChart(
  points: readonly LorenzMark[],
  words: {
    /** Titles of the axes. */
    readonly across: string;
    readonly axis: string;
    readonly description: string;
  },
): TopLevelSpec {
  const scale = { domain: [0, 1], nice: false };
  const x = {
    field: 'population',
    type: 'quantitative',
    title: words.across,
    scale,
    axis: { format: '.0%', grid: false },
  } as const;
  const y = { type: 'quantitative', title: words.axis, scale, axis: { format: '.0%' } } as const;
  const share = { type: 'quantitative', format: '.1%' } as const;
  return {
    description: words.description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 260,
    layer: [
      {
        mark: { type: 'line', strokeDash: [4, 4], strokeWidth: 1, opacity: 0.6 },
        encoding: { x, y: { field: 'population', ...y } },
      },
      { mark: { type: 'area' }, encoding: { x, y: { field: 'value', ...y } } },
      {
        mark: { type: 'line' },
        encoding: {
          x,
          y: { field: 'value', ...y },
          tooltip: [
            { field: 'population', ...share, title: words.across },
            { field: 'value', ...share, title: words.axis },
          ],
        },
      },
    ],
  };
}
