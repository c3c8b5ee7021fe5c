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
    ['a simple pattern in a long text', said("test('a*a*b', pad('a', 1e9, 'a'))"), 'chart-too-large'],
    ['what is no expression', said('1 +* 2'), 'chart-broken'],
    ['what is no chart', { mark: undefined }, 'chart-broken'],
  ])('refuses %s', async (_, spec, code) => {
    await expect(drawn(spec)).rejects.toThrow(code);
  }); // prettier-ignore

  it.each<[string, object]>([
    ['folded and flattened', { transform: [{ fold: ['a', 'b'] }, { calculate: 'sequence(5)', as: 's' }, { flatten: ['s'] }] }],
    ['in bins', { encoding: { x: { ...Y, bin: { step: 5 } } } }],
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
