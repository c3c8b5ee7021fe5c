import type { TopLevelSpec } from 'vega-lite';
import { FILLED_LEGEND, fillChannel } from './series-fill';

/** One bar: those of a series who got to a step. */
export interface StepBar {
  /** What stands below the bar; steps keep their order. */
  readonly step: string;
  readonly series: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Where the pale part ends, of those who may still go on; `value` where there is none. */
  readonly openTo: number;
  /** A small text above the bar and its interval. */
  readonly label: string;
}

export interface StepBarWords {
  readonly axis: string;
  readonly series: readonly string[];
  /** What the pale part is. */
  readonly open: string;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

/** How strongly each series is filled, so that they can be told apart without colour. */
const FILLS = [0.9, 0.45, 0.7, 0.25, 0.8, 0.35, 0.6, 0.2, 0.5, 0.3, 0.4];
const PALE = 0.12;

/** More bars than this leave no room for texts on them. */
const MOST_LABELS = 24;

/**
 * Bars step by step, one per series, with error bars, and a pale part for those who may still go on.
 *
 * @param format  of the upright axis, in d3's notation
 */
export function stepBars(
  bars: readonly StepBar[],
  { axis, series, open, description }: StepBarWords,
  format: string,
): TopLevelSpec {
  const domain = [...series];
  const isSingle = series.length === 1;
  const x = {
    field: 'step',
    type: 'nominal',
    title: null,
    sort: null,
    axis: { labelAngle: 0, labelLimit: 140 },
  } as const;
  const offset = isSingle ? {} : { xOffset: { field: 'series', sort: domain } };
  const y = { type: 'quantitative', title: axis, axis: { format } } as const;
  const color = {
    field: 'series',
    type: 'nominal',
    title: null,
    scale: { domain },
    legend: isSingle ? null : FILLED_LEGEND,
  } as const;
  const number = { type: 'quantitative', format } as const;
  const tooltip = [
    { field: 'step', type: 'nominal' as const },
    ...(isSingle ? [] : [{ field: 'series', type: 'nominal' as const }]),
    { field: 'value', ...number },
    { field: 'low', ...number },
    { field: 'high', ...number },
    { field: 'openTo', ...number, title: open },
  ];
  return {
    description,
    data: { values: bars.map((bar) => ({ ...bar, top: Math.max(bar.openTo, bar.high) })) },
    width: 'container',
    height: 220,
    layer: [
      {
        mark: {
          type: 'bar',
          fillOpacity: PALE,
          stroke: 'gray',
          strokeDash: [3, 3],
          strokeWidth: 1,
        },
        transform: [{ filter: 'datum.openTo > datum.value' }],
        encoding: {
          ...{ x, ...offset, color, tooltip },
          y: { field: 'value', ...y },
          y2: { field: 'openTo' },
        },
      },
      {
        mark: { type: 'bar' },
        encoding: {
          x,
          ...offset,
          color,
          fillOpacity: fillChannel('series', series, FILLS),
          tooltip,
          y: { field: 'value', ...y },
        },
      },
      {
        mark: { type: 'rule', color: 'gray' },
        encoding: { x, ...offset, y: { field: 'low', ...y }, y2: { field: 'high' } },
      },
      ...(bars.length > MOST_LABELS
        ? []
        : [
            {
              mark: { type: 'text' as const, dy: -4, baseline: 'bottom' as const },
              encoding: {
                ...{ x, ...offset },
                y: { field: 'top', ...y },
                text: { field: 'label' },
              },
            },
          ]),
    ],
  };
}
