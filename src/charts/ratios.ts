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

const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 50, 100];

/** Of an axis so wide that labels of the others would push each other, and that of 1, away. */
const WIDE_TICKS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000];
const WIDE = 20;

/** Ratios in rows on a logarithmic axis against a line at 1. */
export function ratios(
  rows: readonly Ratio[],
  { axis, description }: { readonly axis: string; readonly description: string },
): TopLevelSpec {
  const [least, most] = [
    Math.min(1, ...rows.map(({ low }) => low)),
    Math.max(1, ...rows.map(({ high }) => high)),
  ];
  const ticks = most / least > WIDE ? WIDE_TICKS : TICKS;
  const x = {
    type: 'quantitative' as const,
    title: axis,
    scale: { type: 'log' as const, nice: false },
    axis: { format: '~g', values: ticks.filter((tick) => tick >= least && tick <= most) },
  };
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
