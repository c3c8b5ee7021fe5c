import type { TopLevelSpec } from 'vega-lite';
import { seriesChannel } from './series-channel';

/** What one series gives one group, with its interval where there is one. */
export interface CreditBar {
  readonly group: string;
  readonly series: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

const BAR = 15;
/** Of the axis beyond the longest bar: room for the names at the ends. */
const ROOM = 0.2;

/**
 * Bars side by side in groups, each with its interval and its series named at its end, so that they
 * are told apart without colour.
 *
 * @param format  of the axis, in d3's notation
 */
export function creditBars(
  bars: readonly CreditBar[],
  words: {
    readonly axis: string;
    readonly series: readonly string[];
    readonly description: string;
  },
  format: string,
): TopLevelSpec {
  const groups = new Set(bars.map(({ group }) => group)).size;
  const y = { field: 'group', type: 'nominal', title: null, sort: null } as const;
  const yOffset = { field: 'series', type: 'nominal', sort: [...words.series] } as const;
  const most = Math.max(0, ...bars.map(({ value, high }) => high ?? value));
  const least = Math.min(0, ...bars.map(({ value, low }) => low ?? value));
  const x = {
    type: 'quantitative' as const,
    title: words.axis,
    axis: { format },
    scale: { nice: false, domain: [least, most * (1 + ROOM)] },
  };
  const color = { ...seriesChannel(words.series), legend: null };
  const number = { type: 'quantitative', format } as const;
  return {
    description: words.description,
    data: { values: bars.map((bar) => ({ ...bar, end: bar.high ?? bar.value })) },
    width: 'container',
    height: groups * (words.series.length * BAR + 14),
    encoding: { y, yOffset },
    layer: [
      {
        mark: { type: 'bar', height: BAR - 4, opacity: 0.45 },
        encoding: {
          x: { field: 'value', ...x },
          color,
          tooltip: [
            { field: 'group', type: 'nominal' },
            { field: 'series', type: 'nominal' },
            { field: 'value', ...number },
            { field: 'low', ...number },
            { field: 'high', ...number },
          ],
        },
      },
      {
        mark: { type: 'bar', height: 3 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, color },
      },
      {
        mark: { type: 'text', align: 'left', dx: 5, fontSize: 10 },
        encoding: { x: { field: 'end', ...x }, text: { field: 'series', type: 'nominal' } },
      },
    ],
  };
}
