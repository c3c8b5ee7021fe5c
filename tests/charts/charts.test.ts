import { type TopLevelSpec, compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { type BandPoint, bands } from '../../src/charts/bands';
import { columns } from '../../src/charts/columns';
import { flowBands } from '../../src/charts/flow-bands';
import { type Interval, intervals } from '../../src/charts/intervals';
import { type LinePoint, lines } from '../../src/charts/lines';
import { stacks } from '../../src/charts/stacks';

/** What Vega-Lite has to say against a chart. */
function complaints(spec: TopLevelSpec): string[] {
  const said: string[] = [];
  const logger = {
    level: () => logger,
    error: (...args: unknown[]) => (said.push(args.join(' ')), logger),
    warn: (...args: unknown[]) => (said.push(args.join(' ')), logger),
    info: () => logger,
    debug: () => logger,
  };
  compile(spec, { logger: logger as never });
  return said;
}

const rows: Interval[] = [
  { label: 'bought', value: 0.1, low: 0.02, high: 0.2, state: 'Better' },
  { label: 'refund', value: -0.01, low: -0.05, high: 0.03, state: 'Same', mark: 0.05 },
];
const wide: Interval[] = rows.map((row) => ({ ...row, outerLow: -0.1, outerHigh: 0.3 }));

const points: BandPoint[] = ['2026-03-02', '2026-03-03'].flatMap((date) =>
  ['B', 'C'].map((series) => ({ date, series, value: 0.1, low: 0, high: 0.2 })),
);
/** Nothing is known yet. */
const FIRST_DAY: BandPoint = { date: '2026-03-01', series: 'B', value: 0.3, low: -1, high: 25 };
const counts: LinePoint[] = points.map(({ date, series }) => ({ date, series, value: 12 }));

const parts = [
  { at: '2 Mar', part: 'new', value: 5, isOpen: false },
  { at: '2 Mar', part: 'gone', value: -3, isOpen: false },
  { at: '9 Mar', part: 'so far', value: 2, isOpen: true },
];
const places = [
  { column: 0, name: 'view', value: 10, label: 'view 100 %', isEnd: false },
  { column: 1, name: 'pay', value: 6, label: 'pay 60 %', isEnd: false },
  { column: 1, name: '(end)', value: 4, label: '(end) 40 %', isEnd: true },
];
const links = [
  { column: 0, from: 'view', to: 'pay', value: 6 },
  { column: 0, from: 'view', to: '(end)', value: 4 },
];

const words = { axis: 'Lift', description: 'In words.', series: ['B', 'C'] };

const charts: [string, TopLevelSpec][] = [
  ['a forest', intervals(rows, words, '+.1%')],
  ['a forest with outer intervals', intervals(wide, words, '+.1%')],
  ['a forest of nothing', intervals([], words, '+.1%')],
  ['bands', bands(points, words, '+.1%')],
  ['bands of which one is cut', bands([...points, FIRST_DAY], words, '+.1%')],
  ['one band', bands(points.slice(0, 1), { ...words, series: ['B'] }, '+.1%')],
  ['lines', lines(counts, words, ',d')],
  ['bars in parts', stacks(parts, { ...words, parts: ['new', 'gone'] }, ',d')],
  ['columns', columns([{ at: 1, value: 3 }], { ...words, across: 'Days' }, ',d')],
  ['a flow', flowBands(places, links, { ...words, columns: ['Step 1', 'Step 2'] })],
];

describe.each(charts)('%s', (_, spec) => {
  it('compiles without a complaint', () => {
    expect(complaints(spec)).toEqual([]);
  });

  it('leaves colours to the theme', () => {
    expect(JSON.stringify(spec)).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|"(red|green|blue)"/i);
  });

  it('says in words what it shows', () => {
    expect(spec.description).toBe('In words.');
  });
});

describe('intervals', () => {
  it('draw outer intervals and margins only where there are some', () => {
    const layers = (spec: TopLevelSpec) => (spec as { layer: unknown[] }).layer.length;
    expect(layers(intervals(rows.slice(0, 1), words, '.1%'))).toBe(3);
    expect(layers(intervals(rows, words, '.1%'))).toBe(4);
    expect(layers(intervals(wide, words, '.1%'))).toBe(5);
  });

  it('reach zero on their axis', () => {
    const far = [{ label: 'x', value: 0.5, low: 0.4, high: 0.6, state: 'Better' }];
    expect(JSON.stringify(intervals(far, words, '.1%'))).toContain('"domain":[0,0.6]');
  });
});

describe('flowBands', () => {
  it('draws a band as wide as its link, from place to place', () => {
    const spec = flowBands(places, links, { ...words, columns: ['Step 1', 'Step 2'] });
    const { values } = (spec as { data: { values: Record<string, unknown>[] } }).data;
    const bands = values.filter(({ kind }) => kind === 'band');
    expect(bands).toMatchObject([
      { from: 'view', to: 'pay', from1: 0, from2: 6, to1: 0, to2: 6 },
      // Places of a column stand apart by 3 % of the largest column.
      { from: 'view', to: '(end)', from1: 6, from2: 10, to1: 6.3, to2: 10.3, part: 'end' },
    ]);
  });
});

describe('bands', () => {
  it('show all values and most bands whole, and cut those that would flatten the others', () => {
    const scaleOf = (shown: readonly BandPoint[]) => {
      const { layer } = bands(shown, words, '+.1%') as unknown as {
        layer: { encoding: { y: { scale?: { domain: readonly number[] } } } }[];
      };
      return layer[1]!.encoding.y.scale;
    };
    expect(scaleOf(points)).toBeUndefined();
    const [least, most] = scaleOf([...points, FIRST_DAY])!.domain;
    expect(least).toBeCloseTo(0);
    expect(most).toBeCloseTo(0.3 + 1.5 * 0.2);
  });
});
