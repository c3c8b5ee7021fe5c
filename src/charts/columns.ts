import type { TopLevelSpec } from 'vega-lite';

/** A bar of a histogram. */
export interface ColumnBar {
  readonly at: number;
  readonly value: number;
}

/**
 * Upright bars over whole numbers.
 *
 * @param format  of the upright axis, in d3's notation
 */
export function columns(
  bars: readonly ColumnBar[],
  words: { readonly across: string; readonly axis: string; readonly description: string },
  format: string,
): TopLevelSpec {
  return {
    description: words.description,
    data: { values: bars.map((bar) => ({ ...bar })) },
    width: 'container',
    height: 180,
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'at', type: 'ordinal', title: words.across, axis: { labelAngle: 0 } },
      y: { field: 'value', type: 'quantitative', title: words.axis, axis: { format } },
      tooltip: [
        { field: 'at', type: 'ordinal', title: words.across },
        { field: 'value', type: 'quantitative', format, title: words.axis },
      ],
    },
  };
}
