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
  /** A line to compare with, such as a margin. */
  readonly mark?: number;
  /** What the interval says in a word: it picks the shape of the centre. */
  readonly state: string;
}

/** Words that the chart shows. */
export interface IntervalWords {
  readonly axis: string;
  /** One paragraph for those who cannot see it. */
  readonly description: string;
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const ROWS = { field: 'label', type: 'nominal', title: null, sort: null } as const;

const ROW_HEIGHT = 32;

/** Beyond this share of all ends an axis does not reach: what lies farther is cut. */
const REACH = 0.98;

/**
 * A forest plot: one interval per row against a line at zero, an outer one thin around it. All in
 * one colour; the shape of the centre says what the interval says.
 *
 * @param format  of the axis, in d3's notation
 */
export function intervals(
  rows: readonly Interval[],
  { axis, description }: IntervalWords,
  format: string,
): TopLevelSpec {
  const x = xAxis(rows, axis, format);
  const number = { type: 'quantitative', format } as const;
  return {
    description,
    data: { values: rows.map((row) => ({ ...row })) },
    width: 'container',
    height: ROW_HEIGHT * Math.max(1, new Set(rows.map(({ label }) => label)).size),
    layer: [
      { mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { x: { datum: 0, ...x } } },
      ...outer(rows, x),
      ...marks(rows, x),
      {
        mark: { type: 'bar', height: 5, clip: true },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y: ROWS },
      },
      {
        mark: { type: 'point', filled: true, size: 90, clip: true },
        encoding: {
          x: { field: 'value', ...x },
          y: ROWS,
          shape: { field: 'state', type: 'nominal', title: null },
          tooltip: [
            { field: 'label', type: 'nominal' },
            { field: 'value', ...number },
            { field: 'low', ...number },
            { field: 'high', ...number },
            { field: 'state', type: 'nominal' },
          ],
        },
      },
    ],
  };
}

function xAxis(rows: readonly Interval[], title: string, format: string) {
  const scale = { nice: false, domain: domainOf(rows) };
  return { type: 'quantitative' as const, title, axis: { format }, scale };
}

/** Zero and nearly all ends. */
function domainOf(rows: readonly Interval[]): [number, number] {
  const ends = rows
    .flatMap(({ low, high, outerLow = low, outerHigh = high }) => [low, high, outerLow, outerHigh])
    .sort((a, b) => a - b);
  const at = (share: number) => ends[Math.round(share * (ends.length - 1))] ?? 0;
  return [Math.min(0, at(1 - REACH)), Math.max(0, at(REACH))];
}

function outer(rows: readonly Interval[], x: ReturnType<typeof xAxis>): Layer[] {
  if (rows.every(({ outerLow }) => outerLow === undefined)) return [];
  const encoding = { x: { field: 'outerLow', ...x }, x2: { field: 'outerHigh' }, y: ROWS };
  return [{ mark: { type: 'rule', clip: true }, encoding }];
}

function marks(rows: readonly Interval[], x: ReturnType<typeof xAxis>): Layer[] {
  if (rows.every(({ mark }) => mark === undefined)) return [];
  const encoding = { x: { field: 'mark', ...x }, y: ROWS };
  return [{ mark: { type: 'tick', strokeDash: [2, 2], thickness: 1, clip: true }, encoding }];
}
