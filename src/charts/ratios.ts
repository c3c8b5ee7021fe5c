import type { TopLevelSpec } from 'vega-lite';

/** A ratio with its interval; 1 is "no difference". */
export interface Ratio {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether the interval excludes 1: it picks the shape of the centre. */
  readonly state: string;
}

const ROW_HEIGHT = 28;

/** Ratios in rows on a logarithmic axis against a line at 1. */
export function ratios(
  rows: readonly Ratio[],
  { axis, description }: { readonly axis: string; readonly description: string },
): TopLevelSpec {
  const x = {
    type: 'quantitative',
    title: axis,
    scale: { type: 'log', nice: false },
    axis: { format: '~g' },
  } as const;
  const y = {
    field: 'label',
    type: 'nominal',
    title: null,
    sort: null,
    axis: { labelLimit: 260 },
  } as const;
  const number = { type: 'quantitative', format: '.2~f' } as const;
  return {
    description,
    data: { values: rows.map((row) => ({ ...row })) },
    width: 'container',
    height: ROW_HEIGHT * Math.max(1, rows.length),
    layer: [
      { mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { x: { datum: 1, ...x } } },
      {
        mark: { type: 'bar', height: 5 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        mark: { type: 'point', filled: true, size: 80 },
        encoding: {
          ...{ x: { field: 'value', ...x }, y },
          shape: { field: 'state', type: 'nominal', title: null },
          tooltip: [
            { field: 'label', type: 'nominal' },
            { field: 'value', ...number },
            { field: 'low', ...number },
            { field: 'high', ...number },
            { field: 'state', type: 'nominal' },
          ],
        },
      },
    ],
  };
}
