import type { TopLevelSpec } from 'vega-lite';

/** One cell of a table that is read by its tint. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** `tinted` by its value, `unknown` (hatched), or `plain` text. */
  readonly kind: 'tinted' | 'unknown' | 'plain';
  /** From 0, the least tint, to 1; 0 where the cell has none. */
  readonly tint: number;
  readonly text: string;
  /** What the tooltip adds. */
  readonly detail: string;
}

export interface HeatWords {
  /** Titles of the axes. */
  readonly across: string;
  readonly down: string;
  /** In the order in which they are drawn. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const ROW_HEIGHT = 26;
/** With more columns than fit on a page each has room for its number, and the chart scrolls. */
const FITTING_COLUMNS = 13;
const COLUMN_WIDTH = 46;

/** Opacity of the least and the strongest tint: the grey text on it keeps its contrast. */
const TINTS = [0.03, 0.24];

/** Strokes from the lower left to the upper right, as far as a symbol reaches. */
const HATCH = 'M-1,1L1,-1M-1,0.1L0.1,-1M-0.1,1L1,-0.1';

/**
 * A table whose cells are tinted by their values. Every cell has its number as text, and one that is
 * not known is empty, dashed and hatched, so that nothing is said by colour alone.
 */
export function heatMap(cells: readonly HeatCell[], words: HeatWords): TopLevelSpec {
  const { across, down, rows, columns, description } = words;
  const [xDomain, yDomain] = [[...columns], [...rows]];
  const x = {
    field: 'column',
    type: 'nominal',
    title: across,
    sort: null,
    scale: { domain: xDomain },
    axis: { orient: 'top', labelAngle: 0, ticks: false, domain: false },
  } as const;
  const y = {
    field: 'row',
    type: 'nominal',
    title: down,
    sort: null,
    scale: { domain: yDomain },
    axis: { ticks: false, domain: false },
  } as const;
  const tooltip = [
    { field: 'row', type: 'nominal', title: down },
    { field: 'column', type: 'nominal', title: across },
    { field: 'text', type: 'nominal', title: ' ' },
    { field: 'detail', type: 'nominal', title: '  ' },
  ] as const;
  const only = (kind: HeatCell['kind']) => [{ filter: { field: 'kind', equal: kind } }];
  const tint = { field: 'tint', type: 'quantitative', legend: null } as const;
  const layers: Layer[] = [
    {
      transform: only('tinted'),
      mark: { type: 'rect', cornerRadius: 2 },
      encoding: {
        x,
        y,
        opacity: { ...tint, scale: { domain: [0, 1], range: TINTS } },
        tooltip: [...tooltip],
      },
    },
    {
      transform: only('unknown'),
      mark: { type: 'rect', filled: false, strokeDash: [3, 3], strokeWidth: 1, opacity: 0.4 },
      encoding: { x, y, tooltip: [...tooltip] },
    },
    {
      transform: only('unknown'),
      mark: {
        type: 'point',
        shape: HATCH,
        filled: false,
        size: 280,
        strokeWidth: 1,
        opacity: 0.35,
      },
      encoding: { x, y },
    },
    { mark: { type: 'text' }, encoding: { x, y, text: { field: 'text', type: 'nominal' } } },
  ];
  return {
    description,
    data: { values: cells.map((cell) => ({ ...cell })) },
    width: columns.length > FITTING_COLUMNS ? { step: COLUMN_WIDTH } : 'container',
    height: ROW_HEIGHT * Math.max(1, rows.length),
    layer: layers,
  };
}
