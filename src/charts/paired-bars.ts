import type { TopLevelSpec } from 'vega-lite';
import { seriesChannel } from './series-channel';
import { FILLED_LEGEND, fillChannel } from './series-fill';

/** What one series says of one row. */
export interface PairedBar {
  readonly row: string;
  readonly series: string;
  readonly value: number;
}

const BAR = 11;
const GAP = 10;
/** How strongly each series is filled, so that they can be told apart without colour. */
const FILLS = [0.35, 0.95, 0.6];

/**
 * Horizontal bars, the series of a row below one another. Rows keep their order.
 *
 * @param format  of the axis, in d3's notation
 */
export function pairedBars(
  bars: readonly PairedBar[],
  words: {
    readonly axis: string;
    readonly series: readonly string[];
    readonly description: string;
  },
  format: string,
): TopLevelSpec {
  const rows = new Set(bars.map(({ row }) => row)).size;
  const domain = [...words.series];
  return {
    description: words.description,
    data: { values: bars.map((bar) => ({ ...bar })) },
    width: 'container',
    height: Math.max(1, rows) * (BAR * domain.length + GAP),
    mark: { type: 'bar' },
    encoding: {
      y: { field: 'row', type: 'nominal', title: null, sort: null, axis: { labelLimit: 200 } },
      yOffset: { field: 'series', sort: domain },
      x: { field: 'value', type: 'quantitative', title: words.axis, axis: { format } },
      color: { ...seriesChannel(words.series), legend: FILLED_LEGEND },
      fillOpacity: fillChannel('series', domain, FILLS),
      tooltip: [
        { field: 'row', type: 'nominal' },
        { field: 'series', type: 'nominal' },
        { field: 'value', type: 'quantitative', format: '.1%' },
      ],
    },
  };
}
