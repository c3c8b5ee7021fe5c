import type { TopLevelSpec } from 'vega-lite';

/** The share of a row that falls into a column. */
export interface ShareCell {
  readonly row: string;
  readonly column: string;
  readonly share: number;
}

const CELL = 30;
/** From this share on a cell is dark. */
const DARK = 0.75;

/** A matrix of shares, darker where they are larger, with the share written in each cell. */
export function shareMatrix(
  cells: readonly ShareCell[],
  words: {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly across: string;
    readonly down: string;
    readonly share: string;
    readonly description: string;
  },
): TopLevelSpec {
  const x = {
    field: 'column',
    type: 'nominal',
    title: words.across,
    sort: [...words.columns],
    axis: { orient: 'top', labelAngle: -35 },
  } as const;
  const y = { field: 'row', type: 'nominal', title: words.down, sort: [...words.rows] } as const;
  return {
    description: words.description,
    data: { values: cells.map((cell) => ({ ...cell })) },
    width: 'container',
    height: CELL * words.rows.length,
    encoding: { x, y },
    layer: [
      {
        mark: { type: 'rect' },
        encoding: {
          color: {
            field: 'share',
            type: 'quantitative',
            legend: null,
            scale: { domain: [0, 1], scheme: 'blues' },
          },
          tooltip: [
            { field: 'row', type: 'nominal', title: words.down },
            { field: 'column', type: 'nominal', title: words.across },
            { field: 'share', type: 'quantitative', format: '.1%', title: words.share },
          ],
        },
      },
      {
        transform: [{ filter: { field: 'share', gte: 0.005 } }],
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          text: { field: 'share', type: 'quantitative', format: '.0%' },
          color: {
            condition: { test: { field: 'share', gte: DARK }, value: 'white' },
            value: 'black',
          },
        },
      },
    ],
  };
}
