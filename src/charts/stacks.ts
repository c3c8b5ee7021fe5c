import type { TopLevelSpec } from 'vega-lite';
import { FILLED_LEGEND, fillChannel } from './series-fill';

/** One part of a bar; below zero it hangs from the line. */
export interface StackPart {
  /** What stands below the bar; bars keep their order. */
  readonly at: string;
  readonly part: string;
  readonly value: number;
  /** Of a bar that is not finished: it gets a dashed outline only. */
  readonly isOpen: boolean;
}

export interface StackWords {
  readonly axis: string;
  /** The parts, from the zero line outwards. */
  readonly parts: readonly string[];
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

const HEIGHT = 220;

/** How strongly each part is filled, so that they can be told apart without colour. */
const FILLS = [0.2, 0.95, 0.55, 0.35, 0.75];

/**
 * Bars in parts, above and below a line at zero.
 *
 * @param format  of the axis, in d3's notation
 */
export function stacks(
  bars: readonly StackPart[],
  { axis, parts, description }: StackWords,
  format: string,
): TopLevelSpec {
  const x = {
    field: 'at',
    type: 'ordinal',
    title: null,
    sort: [...new Set(bars.map(({ at }) => at))],
    axis: { labelAngle: 0, labelOverlap: 'greedy' },
  } as const;
  const y = {
    field: 'value',
    type: 'quantitative',
    title: axis,
    stack: 'zero',
    axis: { format },
  } as const;
  const tooltip = [
    { field: 'at', type: 'nominal' },
    { field: 'part', type: 'nominal' },
    { field: 'value', type: 'quantitative', format },
  ] as const;
  const domain = [...parts];
  return {
    description,
    data: { values: bars.map((bar) => ({ ...bar, order: parts.indexOf(bar.part) })) },
    width: 'container',
    height: HEIGHT,
    layer: [
      {
        transform: [{ filter: { field: 'isOpen', equal: false } }],
        mark: { type: 'bar' },
        encoding: {
          ...{ x, y, tooltip: [...tooltip] },
          order: { field: 'order', type: 'quantitative' },
          color: {
            ...{ field: 'part', type: 'nominal', title: null, scale: { domain } },
            legend: FILLED_LEGEND,
          },
          fillOpacity: fillChannel('part', parts, FILLS),
        },
      },
      {
        transform: [{ filter: { field: 'isOpen', equal: true } }],
        mark: { type: 'bar', filled: false, strokeDash: [4, 3], strokeWidth: 1.5 },
        encoding: { x, y, tooltip: [...tooltip] },
      },
      { mark: { type: 'rule' }, encoding: { y: { datum: 0 } } },
    ],
  };
}
