import { Problem } from '../base/problem';
import { tameFormat } from './bounded-functions';
import { limitChart } from './chart-work';
import { isStyleAddress } from './style-address';

type Field = (datum: object) => unknown;

/** What transforms of Vega are told, as far as their work depends on it. */
export interface Params {
  readonly [name: string]: unknown;
}

export interface Pulse {
  readonly SOURCE: number;
  readonly ADD_MOD: number;
  readonly dataflow: object;
  visit(flags: number, visitor: (datum: { readonly [name: string]: unknown }) => void): void;
}

const MOST = {
  rows: 20_000,
  steps: 2_000,
  columns: 500,
  work: 1_000_000,
  windows: 400_000,
  resampled: 2_500,
  order: 10,
  letters: 200_000,
  text: 100_000,
  shape: 2_000,
  dashes: 100,
  lines: 50,
  trail: 1_000,
  ticks: 2_000,
  entries: 500,
  bends: 2,
  globe: 5_000,
  curve: 5_000_000,
  base: 100,
  fonts: 100,
  marks: 10_000,
};

/** What the items of some kinds of mark count, as far as they take longer to draw than others, or less. */
const WEIGHTS: Readonly<Record<string, number>> = { text: 2, line: 1 / 4, area: 1 / 4 };

/** Aggregates that look at all values of a group again each time they are asked for. */
const OF_ALL = ['median', 'q1', 'q3', 'distinct', 'values', 'min', 'max', 'argmin', 'argmax'];
const RESAMPLED = ['ci0', 'ci1'];

/**
 * What each of these transforms may be asked for, by its name in Vega.
 *
 * They throw the Problem `chart-too-large`.
 */
export const TRANSFORM_BOUNDS: Readonly<Record<string, (params: Params, pulse: Pulse) => void>> = {
  sequence: ({ start, stop, step }) =>
    limitChart('steps', (Number(stop) - Number(start)) / Number(step ?? 1), MOST.steps),
  scale: ({ base }) => limitChart('steps', Number(base ?? 1), MOST.base),
  flatten: (params, pulse) =>
    limitChart('rows', sum(pulse, (datum) => longest(params, datum)), MOST.rows), // prettier-ignore
  fold: ({ fields }, pulse) => limitChart('rows', rowCount(pulse) * list(fields).length, MOST.rows),
  pivot: ({ field, groupby, limit }, pulse) => {
    const found = groupSizes(pulse, [field as Field]).length;
    const columns = limit ? Math.min(found, Number(limit)) : found;
    limitChart('columns', columns, MOST.columns);
    limitChart('steps', columns * groupSizes(pulse, list(groupby)).length, MOST.rows * 10);
    limitChart('steps', columns * rowCount(pulse), MOST.work);
  },
  impute: ({ key, groupby, keyvals }, pulse) => {
    const keys = groupSizes(pulse, [key as Field]).length + list(keyvals).length;
    limitChart('rows', keys * groupSizes(pulse, list(groupby)).length, MOST.rows);
  },
  aggregate: ({ ops }, pulse) => limitResampled(list(ops), rowCount(pulse)),
  joinaggregate: ({ ops }, pulse) => limitResampled(list(ops), rowCount(pulse)),
  window: ({ ops, frame }, pulse) => {
    const rows = rowCount(pulse);
    const [from, to] = list(frame ?? [null, 0]) as [number | null, number | null];
    const width = from === null || to === null ? rows : Math.min(rows, Math.abs(to - from) + 1);
    const count = list(ops).filter((op) => [...OF_ALL, ...RESAMPLED].includes(String(op))).length;
    limitChart('steps', count * rows * width, MOST.windows);
    limitResampled(list(ops), rows * width);
  },
  kde: ({ groupby, steps, maxsteps }, pulse) => {
    const points = Number(steps ?? maxsteps ?? 200);
    limitChart('steps', points, MOST.steps);
    limitChart('rows', points * groupSizes(pulse, list(groupby)).length, MOST.rows);
    limitChart('steps', points * rowCount(pulse), MOST.curve);
  },
  loess: ({ groupby, bandwidth }, pulse) => {
    const share = Math.min(1, Number(bandwidth) || 0.3);
    const work = groupSizes(pulse, list(groupby)).reduce((all, n) => all + n * n * share, 0);
    limitChart('steps', work, MOST.curve);
  },
  regression: ({ groupby, order }, pulse) => {
    limitChart('order', Number(order ?? 1), MOST.order);
    limitChart('rows', 25 * groupSizes(pulse, list(groupby)).length, MOST.rows);
  },
  quantile: ({ groupby, probs, step }, pulse) => {
    const points = probs === undefined ? 1 / Number(step ?? 0.01) : list(probs).length;
    limitChart('steps', points, MOST.steps);
    limitChart('rows', points * groupSizes(pulse, list(groupby)).length, MOST.rows);
  },
  axisticks: limitTicks,
  legendentries: (params) => {
    limitTicks(params);
    const { scale, limit } = params;
    const entries = (scale as Scale | undefined)?.domain?.().length ?? 0;
    limitChart('entries', Math.min(entries, Number(limit) || entries), MOST.entries);
  },
  projection: ({ scale, precision }) => {
    limitChart('steps', 1 / Number(precision ?? 1), MOST.bends);
    limitChart('pixels', Number(scale ?? 1), MOST.globe);
  },
  bound: ({ mark }, pulse) => {
    limitMarks(pulse.dataflow, mark as Mark);
    const { marktype, items } = mark as Mark;
    if (marktype === 'trail') limitChart('points', items.length, MOST.trail);
    let letters = 0;
    const fonts = new Set<string>();
    pulse.visit(pulse.ADD_MOD, (item) => {
      letters += drawnLetters(item);
      refuseAddresses(item);
      if (marktype === 'text') fonts.add(fontOf(item));
    });
    limitChart('fonts', fonts.size, MOST.fonts);
    limitChart('letters', letters, marktype === 'text' ? MOST.text : MOST.letters);
  },
};

/** Averages are resampled a thousand times. */
function limitResampled(ops: readonly unknown[], rows: number): void {
  if (ops.some((op) => RESAMPLED.includes(String(op)))) limitChart('rows', rows, MOST.resampled);
}

interface Scale {
  domain?(): readonly unknown[];
}

/** Lengths of the intervals that ticks may stand at, in ms. */
const INTERVALS: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_628_000_000,
  year: 31_536_000_000,
};

function limitTicks(params: Params): void {
  const { count, scale, values } = params;
  tameFormat(params['formatSpecifier']);
  if (typeof count === 'number') limitChart('steps', count, MOST.steps);
  limitChart('steps', list(values).length, MOST.ticks);
  const domain = (scale as Scale | undefined)?.domain?.() ?? [];
  limitChart('steps', domain.length, MOST.ticks);
  const { interval, step = 1 } = (
    typeof count === 'string' ? { interval: count } : (count ?? {})
  ) as { readonly interval?: string; readonly step?: number };
  if (interval === undefined) return;
  const span = Math.abs(Number(domain.at(-1)) - Number(domain[0]));
  limitChart('steps', span / (step * (INTERVALS[interval] ?? 1)), MOST.steps);
}

/** What of an item stands in a style. */
const STYLES = ['fill', 'stroke', 'cursor', 'font', 'fontStyle', 'fontWeight', 'blend'] as const;

/** @throws {Problem} `chart-loads-data` when a style of an item, as it was computed, is an address */
function refuseAddresses(item: { readonly [style: string]: unknown }): void {
  for (const style of STYLES) {
    const value = item[style];
    if (typeof value === 'string' && value.length > SHORTEST_ADDRESS && isStyleAddress(value)) {
      throw new Problem('chart-loads-data', { url: value.slice(0, LONGEST_SHOWN) });
    }
  }
}

const SHORTEST_ADDRESS = 'url('.length;
const LONGEST_SHOWN = 80;

/** Texts of one font are measured together. */
function fontOf(item: { readonly [style: string]: unknown }): string {
  return [item['font'], item['fontSize'], item['fontStyle'], item['fontWeight']].join(' ');
}

/** What of an item takes long to draw by the letter. */
interface Item {
  readonly shape?: unknown;
  readonly path?: unknown;
  readonly text?: unknown;
  readonly strokeDash?: unknown;
}

function drawnLetters(item: object): number {
  const { shape, path, text, strokeDash } = item as Item;
  const outline = String(shape ?? '').length + String(path ?? '').length;
  limitChart('letters', outline, MOST.shape);
  const dashes = list(strokeDash).map(Number);
  limitChart('dashes', dashes.length, MOST.dashes);
  const period = dashes.reduce((all, dash) => all + dash, 0);
  if (dashes.length > 0) limitChart('dashes', dashes.length / period, MOST.dashes);
  const lines = list(text);
  limitChart('lines', lines.length, MOST.lines);
  return outline + (lines.length > 0 ? lines.join('').length : String(text ?? '').length);
}

interface Mark {
  readonly marktype: string;
  readonly items: readonly object[];
}

interface Marks {
  readonly counts: Map<Mark, number>;
  total: number;
}

const marksOf = new WeakMap<object, Marks>();

/** Everything that a chart draws, its views together. */
function limitMarks(dataflow: object, mark: Mark): void {
  const marks: Marks = marksOf.get(dataflow) ?? { counts: new Map(), total: 0 };
  marksOf.set(dataflow, marks);
  const count = mark.items.length * (WEIGHTS[mark.marktype] ?? 1);
  marks.total += count - (marks.counts.get(mark) ?? 0);
  marks.counts.set(mark, count);
  limitChart('marks', marks.total, MOST.marks);
}

function rowCount(pulse: Pulse): number {
  return sum(pulse, () => 1);
}

function sum(pulse: Pulse, rows: (datum: object) => number): number {
  let total = 0;
  pulse.visit(pulse.SOURCE, (datum) => (total += rows(datum)));
  return total;
}

/** How many rows each group has; all rows are one where there is nothing to divide them by. */
function groupSizes(pulse: Pulse, by: readonly unknown[]): readonly number[] {
  const sizes = new Map<string, number>();
  pulse.visit(pulse.SOURCE, (datum) => {
    const key = by.map((field) => String((field as Field)(datum))).join('|');
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  });
  return [...sizes.values()];
}

function longest({ fields }: Params, datum: object): number {
  return list(fields).reduce<number>((most, field) => {
    const found = (field as Field)(datum);
    return Math.max(most, Array.isArray(found) ? found.length : 0);
  }, 0);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
