import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/json';
import { scrubSpec } from '../../src/share/scrub-spec';

const bars: Json = {
  data: { values: [{ arm: 'A', rate: 0.1 }] },
  mark: 'bar',
  encoding: { x: { field: 'arm', type: 'nominal' }, y: { field: 'rate', type: 'quantitative' } },
};

describe('scrubSpec', () => {
  it('leaves an ordinary chart as it is', () => {
    expect(scrubSpec(bars)).toEqual({ spec: bars, removed: [] });
  });

  it('gives a copy, so that the cell keeps what its author wrote', () => {
    const spec: Json = { ...bars, usermeta: { embedOptions: { ast: false } } };
    scrubSpec(spec);
    expect(spec).toHaveProperty('usermeta');
  });

  it.each<[string, Json, string]>([
    ['embedding options', { usermeta: { embedOptions: { ast: false } } }, 'usermeta'],
    ['embedding options of an inner view', { layer: [{ usermeta: {} }] }, 'layer[0].usermeta'],
    ['event settings', { config: { events: { defaults: {} } } }, 'config.events'],
    [
      'inputs bound to the page',
      { params: [{ bind: { element: '#pw' } }] },
      'params[0].bind.element',
    ],
    ['links', { encoding: { href: { value: 'https://evil.test' } } }, 'encoding.href'],
    ['links of a mark', { mark: { type: 'bar', href: 'https://evil.test' } }, 'mark.href'],
    [
      'the schema that switches to Vega',
      { $schema: 'https://vega.github.io/schema/vega/v6.json' },
      '$schema',
    ],
    ['an endless graticule', { data: { graticule: { step: [1e-6, 1e-6] } } }, 'data.graticule'],
  ])('removes %s and says where', (_, spec, path) => {
    const { spec: left, removed } = scrubSpec(spec);
    expect(removed).toEqual([path]);
    expect(JSON.stringify(left)).not.toMatch(/evil|embedOptions|#pw|schema/);
  });

  it.each([
    'url(https://evil.test/a.png)',
    'URL (//evil.test)',
    'u\\72l(//evil.test)',
    '\\75\\72\\6c(//evil.test)',
    'image-set("//evil.test" 1x)',
    'pointer, url(x), auto',
  ])('blanks %s, which a style would load', (text) => {
    const { spec, removed } = scrubSpec({ mark: { type: 'bar', cursor: text } });
    expect(spec).toEqual({ mark: { type: 'bar', cursor: '' } });
    expect(removed).toEqual(['mark.cursor']);
  });

  it('keeps words that only begin like an address', () => {
    const spec: Json = { title: 'Purls (and urls)', data: { values: [{ name: 'url' }] } };
    expect(scrubSpec({ title: 'Where curls go' }).removed).toEqual([]);
    expect(scrubSpec(spec).removed).toEqual([]);
  });

  it('drops a `__proto__` key instead of setting a prototype', () => {
    const spec = JSON.parse('{ "mark": "bar", "__proto__": { "polluted": true } }') as Json;
    const { spec: left } = scrubSpec(spec);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((left as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, Json]>([
    ['data', { data: { url: 'https://evil.test/data.json' } }],
    ['data of an inner view', { layer: [{ data: { url: 'data.csv' } }] }],
    ['a table to look up', { transform: [{ lookup: 'id', from: { data: { url: 'x.json' } } }] }],
    ['data with no address to speak of', { data: { url: '' } }],
  ])('refuses to load %s', (_, spec) => {
    expect(() => scrubSpec(spec)).toThrow('chart-loads-data');
  });

  it.each<[string, Json]>([
    ['rows', { data: { values: Array.from({ length: 20_001 }, () => ({})) } }],
    ['rows of a named set', { datasets: { a: Array.from({ length: 20_001 }, () => 1) } }],
    ['numbers of a sequence', { data: { sequence: { start: 0, stop: 1e9 } } }],
    ['numbers of a sequence with tiny steps', { data: { sequence: { stop: 1, step: 1e-9 } } }],
    ['numbers of a sequence with no step', { data: { sequence: { stop: 1, step: 0 } } }],
    ['imputed values', { transform: [{ impute: 'y', key: 'x', keyvals: { stop: 1e8 } }] }],
    ['ticks', { encoding: { x: { axis: { tickCount: 1e7 } } } }],
    ['bins', { encoding: { x: { bin: { maxbins: 1e8 } } } }],
    ['pixels', { width: 1e6 }],
    ['views', { repeat: { row: Array(20).fill('a'), column: Array(20).fill('b') }, spec: {} }],
    ['layers', { layer: Array.from({ length: 61 }, () => ({ mark: 'bar' })) }],
  ])('refuses too many %s', (_, spec) => {
    expect(() => scrubSpec(spec)).toThrow('chart-too-large');
  });

  it('leaves inputs of known kinds only, without attributes of the page', () => {
    const bind = (more: object) => scrubSpec({ params: [{ name: 'p', bind: more as Json }] });
    expect(bind({ input: 'range', min: 0, max: 9, name: 'Least' }).removed).toEqual([]);
    expect(bind({ a: { input: 'select', options: [1, 2] } }).removed).toEqual([]);
    expect(bind({ input: 'image', src: 'http://evil.test' }).removed).toEqual(['params[0].bind']);
    expect(bind({ input: 'text', onfocus: 'x' }).removed).toEqual(['params[0].bind']);
    expect(bind({ a: { input: 'text', formaction: 'x' } }).removed).toEqual(['params[0].bind']);
  });

  it('refuses a specification nested without end', () => {
    let spec: Json = {};
    for (let i = 0; i < 100; ++i) spec = { layer: [spec] };
    expect(() => scrubSpec(spec)).toThrow('chart-too-large');
  });
});
