import type { TopLevelSpec } from 'vega-lite';

/** One horizontal interval with its centre. All numbers share the unit of the axis. */
export interface Interval {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The wider interval around it, where there is one. */
  readonly outerLow?: number;
  readonly outerHigh?: number;
  /** What the interval says in a word; picks shape and colour together. */
  readonly state: string;
}

/** Words that the chart shows. */
export interface IntervalWords {
  readonly axis: string;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
  /** Of `state`, in the order of their shapes. */
  readonly states: readonly string[];
}

/**
 * A forest plot: one interval per row against a line at zero. Colours come from the theme's
 * category range; shape says the same, so colour is never alone.
 *
 * @param format  of the axis, in d3's notation
 */
export function intervals(
  rows: readonly Interval[],
  { axis, description, states }: IntervalWords,
  format: string,
): TopLevelSpec {
  const y = { field: 'label', type: 'nominal', title: null, sort: null } as const;
  const state = {
    field: 'state',
    type: 'nominal',
    title: null,
    scale: { domain: [...states] },
  } as const;
  const x = {
    type: 'quantitative',
    title: axis,
    axis: { format },
    scale: { nice: false, zero: true },
  } as const;
  const tooltip = (['label', 'value', 'low', 'high'] as const).map((field) =>
    field === 'label'
      ? ({ field, type: 'nominal' } as const)
      : ({ field, type: 'quantitative', format } as const),
  );
  const hasOuter = rows.some(({ outerLow }) => outerLow !== undefined);
  return {
    description,
    data: { values: rows.map((row) => ({ ...row })) },
    width: 'container',
    height: { step: 32 },
    layer: [
      { mark: { type: 'rule', style: 'zero' }, encoding: { x: { datum: 0, ...x } } },
      ...(hasOuter
        ? [
            {
              mark: { type: 'rule', strokeWidth: 1 },
              encoding: {
                x: { field: 'outerLow', ...x },
                x2: { field: 'outerHigh' },
                y,
                color: state,
              },
            } as const,
          ]
        : []),
      {
        mark: { type: 'rule', strokeWidth: 3 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y, color: state },
      },
      {
        mark: { type: 'point', filled: true, size: 70 },
        encoding: {
          x: { field: 'value', ...x },
          y,
          color: state,
          shape: state,
          tooltip: [...tooltip],
        },
      },
    ],
  };
}
