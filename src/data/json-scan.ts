import { JsonColumn } from './json-column';
import { LineLog } from './line-log';
import { readNumber } from './number-bytes';
import type { TimeReading } from './time-bytes';

const LF = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const COLON = 0x3a;
const ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const ARRAY_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
/** The record is broken, or not as simple as what is read here. */
const STOP = -1;
/** Deeper records are left to the reader of all JSON. */
const DEEPEST = 8;

/** The fields of an object, in the order of the record before: mostly the next one has the same. */
class Fields {
  readonly order: Field[] = [];
  readonly byName = new Map<string, Field>();
  constructor(readonly prefix: string) {}
}

interface Field {
  /** Its name as it is spelled, in quotes. */
  readonly key: Uint8Array;
  readonly name: string;
  /** The last record that had it, by its line. */
  line: number;
  column: JsonColumn | null;
  fields: Fields | null;
}

/**
 * Reads JSON records, one a line, into columns, without a string or an object on the way. What is
 * not as regular as logs are it does not read: a column of values of several kinds, integers beyond
 * 2^53, a name that comes twice.
 */
export class JsonScan {
  rows = 0;
  /** Records left out because they are broken or no objects, and the first one's line. */
  broken = 0;
  firstBroken = 0;
  /** Of the next record. */
  line = 1;
  readonly lineLog = new LineLog(1);
  /** In the order in which their names first appear. */
  readonly columns = new Map<string, JsonColumn>();
  readonly #fields = new Fields('');
  readonly #decoder = new TextDecoder();
  readonly #encoder = new TextEncoder();
  #room = 1024;

  constructor(private readonly times: TimeReading) {}

  /** Reads the lines in `[from, to)`, which ends after a line end; false when it cannot. */
  lines(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to; ++this.line) {
      const start = afterBlanks(bytes, at);
      at = bytes[start] === OBJECT ? this.#record(bytes, start + 1) : STOP;
      if (at === STOP) {
        at = bytes.indexOf(LF, start) + 1;
        if (!this.#isLeftOut(bytes.subarray(start, at))) return false;
      } else {
        this.lineLog.note(this.rows++, this.line);
      }
    }
    return true;
  }

  /** Gives the offset after the line end. */
  #record(bytes: Uint8Array, at: number): number {
    if (this.rows === this.#room) {
      this.#room *= 2;
      for (const column of this.columns.values()) column.reserve(this.#room);
    }
    const end = this.#object(this.#fields, bytes, at, 0);
    if (end === STOP) return STOP;
    const after = afterBlanks(bytes, end);
    return bytes[after] === LF ? after + 1 : STOP;
  }

  /** Whether a line that was not read is empty, or broken and has left nothing behind. */
  #isLeftOut(line: Uint8Array): boolean {
    const text = this.#decoder.decode(line);
    if (text.trim() === '') return true;
    // A first line that is no record tells that records are not lines.
    if (this.rows === 0 || isRecord(text)) return false;
    for (const column of this.columns.values()) {
      if (column.changed === this.rows) return false;
      column.clear(this.rows);
    }
    if (this.broken++ === 0) this.firstBroken = this.line;
    return true;
  }

  #object(fields: Fields, bytes: Uint8Array, from: number, depth: number): number {
    const { order } = fields;
    let at = afterBlanks(bytes, from);
    if (bytes[at] === OBJECT_END) return at + 1;
    for (let k = 0; ; ++k) {
      let field = order[k];
      if (field === undefined || !startsWith(bytes, at, field.key)) {
        const found = this.#field(fields, bytes, at);
        if (found === null) return STOP;
        order[k] = field = found;
      }
      if (field.line === this.line) return STOP;
      field.line = this.line;
      at += field.key.length;
      if (bytes[at] !== COLON) at = afterBlanks(bytes, at);
      if (bytes[at] !== COLON) return STOP;
      at = afterBlanks(bytes, at + 1);
      at = this.#value(fields, field, bytes, at, depth);
      if (at === STOP) return STOP;
      if (bytes[at] !== COMMA) at = afterBlanks(bytes, at);
      if (bytes[at] === OBJECT_END) return at + 1;
      if (bytes[at] !== COMMA) return STOP;
      at = afterBlanks(bytes, at + 1);
    }
  }

  /** Gives the offset after the value. */
  #value(fields: Fields, field: Field, bytes: Uint8Array, at: number, depth: number): number {
    const byte = bytes[at]!;
    if (byte === OBJECT) {
      if (depth === DEEPEST) return STOP;
      field.fields ??= new Fields(`${fields.prefix}${field.name}.`);
      return this.#object(field.fields, bytes, at + 1, depth + 1);
    }
    const column = (field.column ??= this.#column(fields.prefix + field.name));
    if (byte === QUOTE) return this.#text(column, bytes, at);
    if (byte === MINUS || (byte - 0x30) >>> 0 <= 9) return this.#number(column, bytes, at);
    if (byte === ARRAY) return this.#array(column, bytes, at);
    if (startsWith(bytes, at, NULL)) return at + 4;
    const isTrue = startsWith(bytes, at, TRUE);
    if (!isTrue && !startsWith(bytes, at, FALSE)) return STOP;
    if (!column.takes('flag', this.rows)) return STOP;
    column.flags[this.rows] = isTrue ? 1 : 0;
    return at + (isTrue ? 4 : 5);
  }

  #text(column: JsonColumn, bytes: Uint8Array, at: number): number {
    const from = at + 1;
    let to = from;
    for (; ; ++to) {
      const byte = bytes[to]!;
      if (byte === QUOTE) break;
      if (byte < 0x20) return STOP;
      if (byte === BACKSLASH) return this.#escapedText(column, bytes, at);
    }
    return column.text(this.rows, bytes, from, to) ? to + 1 : STOP;
  }

  #escapedText(column: JsonColumn, bytes: Uint8Array, at: number): number {
    const end = afterText(bytes, at);
    const text = end === STOP ? undefined : parsed(this.#decoder.decode(bytes.subarray(at, end)));
    if (typeof text !== 'string') return STOP;
    const plain = this.#encoder.encode(text);
    return column.text(this.rows, plain, 0, plain.length) ? end : STOP;
  }

  #number(column: JsonColumn, bytes: Uint8Array, at: number): number {
    if (!column.takes('number', this.rows)) return STOP;
    const end = readNumber(bytes, at, at + 400, column.numbers, this.rows);
    // JSON wants a digit before the point and behind it.
    const first = bytes[at] === MINUS ? bytes[at + 1]! : bytes[at]!;
    const isWhole = end > at && isDigit(first) && isDigit(bytes[end - 1]!);
    return isWhole ? end : STOP;
  }

  /** Arrays are kept as JSON text. */
  #array(column: JsonColumn, bytes: Uint8Array, at: number): number {
    const end = afterArray(bytes, at);
    const array = end === STOP ? undefined : parsed(this.#decoder.decode(bytes.subarray(at, end)));
    if (array === undefined) return STOP;
    const text = this.#encoder.encode(JSON.stringify(array));
    return column.text(this.rows, text, 0, text.length) ? end : STOP;
  }

  /** The field whose name is spelled at `at`; null when none is. */
  #field(fields: Fields, bytes: Uint8Array, at: number): Field | null {
    const end = bytes[at] === QUOTE ? afterText(bytes, at) : STOP;
    if (end === STOP) return null;
    const key = bytes.slice(at, end);
    const spelling = this.#decoder.decode(key);
    const known = fields.byName.get(spelling);
    if (known) return known;
    const name = parsed(spelling);
    // Another spelling of a name would be another field.
    if (typeof name !== 'string' || spelling.includes('\\')) return null;
    const field: Field = { key, name, line: 0, column: null, fields: null };
    fields.byName.set(spelling, field);
    return field;
  }

  #column(name: string): JsonColumn {
    let column = this.columns.get(name);
    if (!column) {
      column = new JsonColumn(name, this.#room, this.times);
      column.changed = this.rows;
      this.columns.set(name, column);
    }
    return column;
  }
}

const NULL = new TextEncoder().encode('null');
const TRUE = new TextEncoder().encode('true');
const FALSE = new TextEncoder().encode('false');

function startsWith(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; ++i) if (bytes[at + i] !== word[i]) return false;
  return true;
}

function isDigit(byte: number): boolean {
  return (byte - 0x30) >>> 0 <= 9;
}

/** The first offset from `at` that is no space, tab or CR. */
function afterBlanks(bytes: Uint8Array, at: number): number {
  let i = at;
  while (bytes[i] === 0x20 || bytes[i] === 0x09 || bytes[i] === 0x0d) ++i;
  return i;
}

/** The offset after the text that begins with the quote at `at`; `STOP` when its line ends before. */
function afterText(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; ; ++i) {
    const byte = bytes[i];
    if (byte === QUOTE) return i + 1;
    if (byte === BACKSLASH) ++i;
    if (byte === undefined || byte === LF) return STOP;
  }
}

/** The same of an array. */
function afterArray(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let i = at; ; ++i) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      i = afterText(bytes, i) - 1;
      if (i < at) return STOP;
    } else if (byte === ARRAY) ++depth;
    else if (byte === ARRAY_END) {
      if (--depth === 0) return i + 1;
    } else if (byte === undefined || byte === LF) return STOP;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a line is a record after all. */
function isRecord(text: string): boolean {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
