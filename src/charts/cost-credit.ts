import type { TopLevelSpec } from 'vega-lite';

/** What something cost and what it is credited with. */
export interface CostPoint {
  readonly label: string;
  readonly cost: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

const ROOM = 0.2;

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/**
 * Points over their cost with their intervals, each named.
 *
 * @param isMoney  both axes are of one currency: a dashed line shows where the credit equals the cost
 */
export function costCredit(
  points: readonly CostPoint[],
  words: { readonly across: string; readonly up: string; readonly description: string },
  isMoney: boolean,
): TopLevelSpec {
  const most = Math.max(0, ...points.map(({ cost }) => cost));
  const axis = { format: ',.0f' };
  // Beyond the last point there is room for its name.
  const scale = { nice: false, domain: [0, most * (1 + ROOM)] };
  const x = { type: 'quantitative' as const, title: words.across, axis, scale };
  const y = { type: 'quantitative', title: words.up, axis, scale: { zero: true } } as const;
  const number = { type: 'quantitative', format: ',.2f' } as const;
  const even = [
    { cost: 0, value: 0 },
    { cost: most, value: most },
  ];
  const evenLine: Layer = {
    data: { values: even },
    mark: { type: 'line', strokeDash: [4, 4], opacity: 0.6 },
    encoding: { x: { field: 'cost', ...x }, y: { field: 'value', ...y } },
  };
  return {
    description: words.description,
    data: { values: points.map((point) => ({ ...point })) },
    width: 'container',
    height: 260,
    layer: [
      ...(isMoney ? [evenLine] : []),
      {
        mark: { type: 'bar', width: 3 },
        encoding: {
          x: { field: 'cost', ...x },
          y: { field: 'low', ...y },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 90 },
        encoding: {
          x: { field: 'cost', ...x },
          y: { field: 'value', ...y },
          tooltip: [
            { field: 'label', type: 'nominal' },
            { field: 'cost', ...number },
            { field: 'value', ...number },
            { field: 'low', ...number },
            { field: 'high', ...number },
          ],
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 8 },
        encoding: {
          x: { field: 'cost', ...x },
          y: { field: 'value', ...y },
          text: { field: 'label', type: 'nominal' },
        },
      },
    ],
  };
}
