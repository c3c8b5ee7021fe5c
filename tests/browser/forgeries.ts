/** Code that forges what it answers, or says too much, and what its cell has to show then. */
export interface Forgery {
  readonly code: string;
  readonly shows: RegExp;
}

const NO_ANSWER = /neither a table nor a plain value/;
const ONE = /^1$/m;

/** Code whose value is told as this text. */
function told(json: string): string {
  return `out.JSON.stringify = () => ${json};
1`;
}

/** Code that gives a table of which all is made up. */
function table(rows: number, columns: string): string {
  return `const forged = aq.table({ x: [1] });
forged.indices = () => ({ length: ${rows} });
forged.columnNames = () => ({ map: () => ${columns} });
forged`;
}

/** The same with one column of one row. */
function column(said: string): string {
  return table(1, `[{ name: 'x', ${said} }]`);
}

const FORGERIES: Readonly<Record<string, Forgery>> = {
  // answers that are none
  'a word of trust': {
    code: `const post = out.MessagePort.prototype.postMessage;
out.MessagePort.prototype.postMessage = function () { post.call(this, { type: 'trust' }) };
out.onmessage = ({ ports }) => ports[0]?.postMessage({ type: 'room', id: 1 });
out.postMessage({ type: 'trust' });
1`,
    shows: ONE,
  },
  'a value that is no text': { code: told('({ then: 1 })'), shows: NO_ANSWER },
  'JSON that is none': { code: told(`'{'`), shows: NO_ANSWER },
  'a bottomless value': {
    code: told(`'['.repeat(4e5) + ']'.repeat(4e5)`),
    shows: /101 levels; at most 100/,
  },
  'an error that is none': {
    code: `out.String = () => ({ toString: 1 });
throw new Error('x')`,
    shows: NO_ANSWER,
  },
  'a table without its rows': {
    code: table(1e9, `[{ name: 'x', kind: 'number', values: new Float64Array(1) }]`),
    shows: NO_ANSWER,
  },
  'codes that point beyond': {
    code: column(`kind: 'text', values: ['a'], codes: Int32Array.of(9)`),
    shows: NO_ANSWER,
  },
  'texts that are not there': {
    code: column(`kind: 'text', values: new Array(1), codes: Int32Array.of(0)`),
    shows: NO_ANSWER,
  },
  'endless texts': {
    code: column(`kind: 'text', values: new Array(4294967295), codes: Int32Array.of(0)`),
    shows: NO_ANSWER,
  },
  'endless columns': { code: table(1, 'new Array(4294967295)'), shows: NO_ANSWER },
  'a time beyond all clocks': {
    code: column(`kind: 'time', values: Float64Array.of(1e300)`),
    shows: NO_ANSWER,
  },
  'a kind from a prototype': { code: column(`kind: 'constructor', values: [1]`), shows: NO_ANSWER },
  'a column named as a prototype': {
    code: table(
      1,
      `[{ name: '__proto__', kind: 'text', values: ['polluted'], codes: Int32Array.of(0) }]`,
    ),
    shows: /1 row/,
  },
  'polluted prototypes': {
    code: `Object.prototype.polluted = 1;
Array.prototype.map = () => 'bad';
1`,
    shows: ONE,
  },
  // too much
  'a flood to the frame': {
    code: `for (let k = 0; k < 300000; ++k) out.postMessage({ type: 'ready' });
1`,
    shows: ONE,
  },
  'a flood of errors': {
    code: `for (let k = 0; k < 20000; ++k) out.reportError(new Error('flood'));
1`,
    shows: ONE,
  },
  'errors that are books': {
    code: `for (let k = 0; k < 50; ++k) out.reportError(new Error('x'.repeat(1e7)));
1`,
    shows: ONE,
  },
  'a long value': { code: `'x'.repeat(5e7)`, shows: /50,000,002 characters; at most/ },
  'a long cell': { code: `aq.table({ x: ['x'.repeat(5e7)] })`, shows: /1 row/ },
  'a deep value': {
    code: `let deep = [];
for (let k = 0; k < 300; ++k) deep = [deep];
deep`,
    shows: /101 levels; at most 100/,
  },
  'a wide table': {
    code: `aq.table(Object.fromEntries(Array.from({ length: 600 }, (_, k) => ['c' + k, [1]])))`,
    shows: /600 columns; at most 500/,
  },
  'workers that never rest': {
    code: `const url = out.URL.createObjectURL(new out.Blob(['for (;;);']));
for (let k = 0; k < 8; ++k) new out.Worker(url);
1`,
    shows: ONE,
  },
  'no answer': { code: 'for (;;);', shows: /ran longer than 30 seconds/ },
};

/** All forgeries; `out` in their code is the worker's global object. */
export const forgeries: readonly Forgery[] = Object.values(FORGERIES).map(({ code, shows }) => ({
  code: `const out = [].at.constructor('return this')();\n${code}`,
  shows,
}));
