import type { TopLevelSpec } from 'vega-lite';

/** A score from 0 to 100. */
export interface ScoreBar {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What it was before; null where that is not known. */
  readonly before: number | null;
  /** Whether it reaches the line, in a word: the colour of the bar. */
  readonly state: string;
  /** The score as it is written beside the bar. */
  readonly text: string;
}

export interface ScoreWords {
  readonly axis: string;
  readonly before: string;
  /** What reaches the line, what may, what does not. */
  readonly states: readonly [string, string, string];
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

const ROW_HEIGHT = 34;

/** How strongly each state is filled, so that they can be told apart without colour. */
const FILLS = [0.85, 0.5, 0.25];

/** Lying bars from 0 to 100 against a line, with their intervals and a tick where they were before. */
export function scoreBars(
  bars: readonly ScoreBar[],
  line: number,
  { axis, before, states, description }: ScoreWords,
): TopLevelSpec {
  const x = {
    type: 'quantitative' as const,
    title: axis,
    scale: { domain: [0, 100] },
    axis: { format: ',~f', values: [0, 20, 40, 60, 80, 100] },
  };
  const y = {
    field: 'label',
    type: 'nominal',
    title: null,
    sort: null,
    axis: { labelLimit: 200 },
  } as const;
  const state = { field: 'state', type: 'nominal', title: null } as const;
  const number = { type: 'quantitative', format: ',.1f' } as const;
  const tooltip = [
    { field: 'label', type: 'nominal' as const },
    { field: 'value', title: axis, ...number },
    { field: 'low', ...number },
    { field: 'high', ...number },
    { field: 'before', title: before, ...number },
    state,
  ];
  return {
    description,
    data: { values: bars.map((bar) => ({ ...bar })) },
    width: 'container',
    height: ROW_HEIGHT * bars.length,
    layer: [
      {
        mark: { type: 'bar', height: 14 },
        encoding: {
          ...{ x: { field: 'value', ...x }, y, tooltip },
          fillOpacity: { ...state, scale: { type: 'ordinal', domain: [...states], range: FILLS } },
        },
      },
      {
        mark: { type: 'rule', color: 'gray' },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y, tooltip },
      },
      {
        transform: [{ filter: 'datum.before !== null' }],
        mark: { type: 'tick', thickness: 2, height: 22, color: 'gray' },
        encoding: { x: { field: 'before', ...x }, y, tooltip },
      },
      { mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { x: { datum: line, ...x } } },
      {
        mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 4, dy: -1 },
        encoding: { x: { field: 'value', ...x }, y, text: { field: 'text' } },
      },
    ],
  };
}
