import type { SchemaElement } from 'hyparquet';
import type { Dictionary } from './dictionary';
import type { Reading } from './parquet-sinks';

/** Reads the values of one type: texts as numbers of a dictionary, times as epoch milliseconds. */
export interface PageValues<T extends Int32Array | Float64Array | Int8Array> {
  /** `count` values that stand behind one another from `from` on; null when one of them is not for a number. */
  plain(bytes: Uint8Array, from: number, count: number): T | null;
  /** The values at places. */
  at(values: T, places: Int32Array): T;
  /** The values in the rows that have one, the others missing. */
  spread(values: T, present: Uint8Array): T;
}

const DAY = 86_400_000;
const TWO_32 = 2 ** 32;

/** How the values of a column are read; null for one that is stored in a rarer way. */
export function pageValues(
  element: SchemaElement,
  reading: Reading,
  dictionary: Dictionary,
): PageValues<Int32Array> | PageValues<Float64Array> | PageValues<Int8Array> | null {
  if (reading === 'text') return isText(element) ? texts(dictionary) : null;
  if (reading === 'flag') return flags;
  const number = numberReader(element, reading);
  return number && numbers(number);
}

function isText({ type, converted_type: converted, logical_type: logical }: SchemaElement) {
  return (
    type === 'BYTE_ARRAY' &&
    (converted === undefined || ['UTF8', 'JSON', 'ENUM'].includes(converted)) &&
    (logical === undefined || ['STRING', 'JSON', 'ENUM'].includes(logical.type))
  );
}

function texts(dictionary: Dictionary): PageValues<Int32Array> {
  return {
    plain(bytes, from, count) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const codes = new Int32Array(count);
      let at = from;
      for (let i = 0; i < count; ++i) {
        const start = at + 4;
        at = start + view.getUint32(at, true);
        if (at > bytes.length) throw new RangeError('a text goes beyond its page');
        codes[i] = dictionary.code(bytes, start, at);
      }
      return codes;
    },
    at(values, places) {
      const codes = new Int32Array(places.length);
      for (let i = 0; i < codes.length; ++i) codes[i] = values[places[i]!]!;
      return codes;
    },
    spread(values, present) {
      const codes = new Int32Array(present.length);
      let next = 0;
      for (let i = 0; i < codes.length; ++i) codes[i] = present[i] === 1 ? values[next++]! : -1;
      return codes;
    },
  };
}

const flags: PageValues<Int8Array> = {
  plain(bytes, from, count) {
    if (from + Math.ceil(count / 8) > bytes.length)
      throw new RangeError('flags go beyond their page');
    return Int8Array.from({ length: count }, (_, i) => (bytes[from + (i >> 3)]! >> (i & 7)) & 1);
  },
  at: (values, places) => Int8Array.from(places, (place) => values[place]!),
  spread(values, present) {
    let next = 0;
    return Int8Array.from(present, (is) => (is === 1 ? values[next++]! : -1));
  },
};

type NumberReader = (view: DataView, at: number) => number;

function numbers(size: {
  readonly bytes: 4 | 8;
  readonly read: NumberReader;
}): PageValues<Float64Array> {
  return {
    plain(bytes, from, count) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const values = new Float64Array(count);
      for (let i = 0, at = from; i < count; ++i, at += size.bytes) {
        values[i] = size.read(view, at);
        // The reader of whole numbers gives an infinite one for what a number would not keep.
        if (values[i] === Infinity && size.read === wholeLong) return null;
      }
      return values;
    },
    at(values, places) {
      const own = new Float64Array(places.length);
      for (let i = 0; i < own.length; ++i) own[i] = values[places[i]!]!;
      return own;
    },
    spread(values, present) {
      const own = new Float64Array(present.length);
      let next = 0;
      for (let i = 0; i < own.length; ++i) own[i] = present[i] === 1 ? values[next++]! : NaN;
      return own;
    },
  };
}

const SIGNED = ['INT_8', 'INT_16', 'INT_32', 'INT_64'];

function numberReader(
  { type, converted_type: converted, logical_type: logical }: SchemaElement,
  reading: Reading,
): { readonly bytes: 4 | 8; readonly read: NumberReader } | null {
  if (reading === 'date') {
    return type === 'INT32'
      ? { bytes: 4, read: (view, at) => view.getInt32(at, true) * DAY }
      : null;
  }
  if (reading === 'time' || reading === 'local-time') {
    if (type !== 'INT64') return null;
    const unit =
      logical?.type === 'TIMESTAMP' ? logical.unit : converted?.replace('TIMESTAMP_', '');
    if (unit === 'MILLIS') return { bytes: 8, read: long };
    if (unit === 'MICROS') return { bytes: 8, read: (view, at) => long(view, at) / 1e3 };
    return unit === 'NANOS' ? { bytes: 8, read: nanoseconds } : null;
  }
  const isPlain =
    (converted === undefined || SIGNED.includes(converted)) &&
    (logical === undefined || (logical.type === 'INTEGER' && logical.isSigned));
  if (reading !== 'number' || !isPlain) return null;
  switch (type) {
    case 'INT32':
      return { bytes: 4, read: (view, at) => view.getInt32(at, true) };
    case 'INT64':
      return { bytes: 8, read: wholeLong };
    case 'FLOAT':
      return { bytes: 4, read: (view, at) => view.getFloat32(at, true) };
    case 'DOUBLE':
      return { bytes: 8, read: (view, at) => view.getFloat64(at, true) };
    default:
      return null;
  }
}

/** Two halves are read instead of one BigInt, which would be an object each. */
function long(view: DataView, at: number): number {
  return view.getInt32(at + 4, true) * TWO_32 + view.getUint32(at, true);
}

/** Infinity beyond 2^53. */
function wholeLong(view: DataView, at: number): number {
  const value = long(view, at);
  return Number.isSafeInteger(value) ? value : Infinity;
}

/** Milliseconds to the microsecond: the nanoseconds of a day of our time are more than 2^53. */
function nanoseconds(view: DataView, at: number): number {
  const high = view.getInt32(at + 4, true);
  const thousands = Math.floor(high / 1000);
  const rest = (high - thousands * 1000) * TWO_32 + view.getUint32(at, true);
  return (thousands * TWO_32 + Math.floor(rest / 1000)) / 1e3;
}
