import type { TopLevelSpec } from 'vega-lite';

/** A bar and what it and those before it come to; shares of the whole. */
export interface ParetoBar {
  readonly at: string;
  readonly part: number;
  readonly cumulative: number;
}

/** Bars from the greatest to the least, and a line of their running sum. */
export function pareto(
  bars: readonly ParetoBar[],
  words: {
    readonly across: string;
    readonly axis: string;
    readonly cumulative: string;
    readonly description: string;
  },
): TopLevelSpec {
  const x = {
    field: 'at',
    type: 'ordinal',
    title: words.across,
    sort: null,
    axis: { labelAngle: 0 },
  } as const;
  const y = { type: 'quantitative', title: words.axis, axis: { format: '.0%' } } as const;
  const share = { type: 'quantitative', format: '.1%' } as const;
  const tooltip = [
    { field: 'at', type: 'nominal' as const, title: words.across },
    { field: 'part', ...share, title: words.axis },
    { field: 'cumulative', ...share, title: words.cumulative },
  ];
  return {
    description: words.description,
    data: { values: bars.map((bar) => ({ ...bar })) },
    width: 'container',
    height: 220,
    layer: [
      { mark: { type: 'bar' }, encoding: { x, y: { field: 'part', ...y }, tooltip } },
      {
        mark: { type: 'line', point: true, strokeDash: [4, 3] },
        encoding: { x, y: { field: 'cumulative', ...y }, tooltip },
      },
    ],
  };
}
