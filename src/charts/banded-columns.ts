import type { TopLevelSpec } from 'vega-lite';

/** A bar of a histogram, `[from, to)`. */
export interface BandedColumn {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface BandedWords {
  readonly across: string;
  readonly axis: string;
  /** Where one band ends and the next begins. */
  readonly edges: readonly number[];
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

/** A histogram with dashed lines between the bands. */
export function bandedColumns(
  bars: readonly BandedColumn[],
  { across, axis, edges, description }: BandedWords,
): TopLevelSpec {
  const x = { type: 'quantitative', title: across, axis: { tickCount: 10 } } as const;
  return {
    description,
    data: { values: bars.map((bar) => ({ ...bar, within: `${bar.from}–${bar.to}` })) },
    width: 'container',
    height: 180,
    layer: [
      {
        // Bars of given widths lose them where the look rounds their ends: rectangles keep theirs.
        mark: { type: 'rect', x2Offset: -1 },
        encoding: {
          x: { field: 'from', ...x },
          x2: { field: 'to' },
          y: { field: 'value', type: 'quantitative', title: axis, axis: { format: ',d' } },
          y2: { datum: 0 },
          tooltip: [
            { field: 'within', type: 'nominal', title: across },
            { field: 'value', type: 'quantitative', title: axis, format: ',d' },
          ],
        },
      },
      ...edges.map((edge) => ({
        mark: { type: 'rule' as const, strokeDash: [4, 4] },
        encoding: { x: { datum: edge, ...x } },
      })),
    ],
  };
}
