import {
  type Data,
  DataType,
  DateUnit,
  type Field,
  TimeUnit,
  type Timestamp,
  type Vector,
} from 'apache-arrow';
import { Dictionary } from './dictionary';
import { numbersInto } from './integers';
import type { RawColumn, RawValues } from './raw-table';
import { DATE, LOCAL, ZONED } from './time-bytes';
import { ValueColumns } from './value-columns';

/** The parts of one column, batch after batch. */
export interface Parts {
  readonly name: string;
  readonly field: Field;
  readonly rows: number;
  readonly data: readonly Data[];
  readonly vectors: readonly Vector[];
}

const DAY = 86_400_000;

/** Null for types without a quick way, and for integers that numbers do not hold. */
export function columnOf(parts: Parts, instant: (wall: number) => number): RawValues | null {
  const { type } = parts.field;
  if (DataType.isBool(type)) return flags(parts);
  if (DataType.isInt(type) || (DataType.isFloat(type) && type.precision > 0)) {
    const values = numbers(parts);
    return values && { kind: 'number', values };
  }
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return texts(parts);
  if (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)) return codedTexts(parts);
  if (DataType.isTimestamp(type)) return times(parts, type, instant);
  if (DataType.isDate(type)) {
    const unit = type.unit === DateUnit.DAY ? DAY : 1;
    const values = scaled(parts, (date) => instant(date * unit));
    return { kind: 'time', values, shapes: type.unit === DateUnit.DAY ? DATE : LOCAL };
  }
  return null;
}

function flags({ rows, data }: Parts): RawValues {
  const values = new Int8Array(rows).fill(-1);
  let row = 0;
  for (const part of data) {
    for (let i = 0; i < part.length; ++i, ++row) {
      const bit = part.offset + i;
      if (part.getValid(i)) values[row] = ((part.values as Uint8Array)[bit >> 3]! >> (bit & 7)) & 1;
    }
  }
  return { kind: 'flag', values };
}

function numbers({ rows, data }: Parts): Float64Array | null {
  const values = new Float64Array(rows);
  let row = 0;
  for (const part of data) {
    const found = part.values as Float64Array | BigInt64Array;
    if (!numbersInto(values, row, found.subarray(0, part.length))) return null;
    clearNulls(values, row, part);
    row += part.length;
  }
  return values;
}

/** Integers of any length as numbers, each changed by `scale`; the last of very many digits is rounded. */
function scaled({ rows, data }: Parts, scale: (value: number) => number): Float64Array {
  const values = new Float64Array(rows);
  let row = 0;
  for (const part of data) {
    const found = part.values as ArrayLike<number | bigint>;
    for (let i = 0; i < part.length; ++i) values[row + i] = scale(Number(found[i]));
    clearNulls(values, row, part);
    row += part.length;
  }
  return values;
}

function times(
  parts: Parts,
  { unit, timezone }: Timestamp,
  instant: (wall: number) => number,
): RawValues {
  const perMs = { [TimeUnit.SECOND]: 1e-3, [TimeUnit.MILLISECOND]: 1, [TimeUnit.MICROSECOND]: 1e3, [TimeUnit.NANOSECOND]: 1e6 }[unit]; // prettier-ignore
  const ms = (value: number) => Math.round((value / perMs) * 1e3) / 1e3;
  if (timezone) return { kind: 'time', values: scaled(parts, ms), shapes: ZONED };
  return { kind: 'time', values: scaled(parts, (value) => instant(ms(value))), shapes: LOCAL };
}

function clearNulls(values: Float64Array, row: number, part: Data): void {
  if (part.nullCount === 0) return;
  for (let i = 0; i < part.length; ++i) if (!part.getValid(i)) values[row + i] = NaN;
}

function texts({ rows, data }: Parts): RawValues {
  const dictionary = new Dictionary();
  const codes = new Int32Array(rows).fill(-1);
  let row = 0;
  for (const part of data) {
    codesInto(codes, row, part, dictionary);
    row += part.length;
  }
  return { kind: 'text', origin: 'typed', values: dictionary.values(), codes };
}

/** The dictionary of each batch is translated once; it may differ from batch to batch. */
function codedTexts({ rows, data }: Parts): RawValues {
  const dictionary = new Dictionary();
  const codes = new Int32Array(rows).fill(-1);
  const translations = new Map<Vector, Int32Array>();
  let row = 0;
  for (const part of data) {
    const keys = part.dictionary!;
    let codeOf = translations.get(keys);
    if (!codeOf) translations.set(keys, (codeOf = translation(keys, dictionary)));
    const indices = part.values as ArrayLike<number | bigint>;
    for (let i = 0; i < part.length; ++i, ++row) {
      if (part.getValid(i)) codes[row] = codeOf[Number(indices[i])]!;
    }
  }
  return { kind: 'text', origin: 'typed', values: dictionary.values(), codes };
}

function translation(keys: Vector, dictionary: Dictionary): Int32Array {
  const codes = new Int32Array(keys.length).fill(-1);
  let at = 0;
  for (const part of keys.data) {
    codesInto(codes, at, part, dictionary);
    at += part.length;
  }
  return codes;
}

function codesInto(codes: Int32Array, at: number, part: Data, dictionary: Dictionary): void {
  const bytes = part.values as Uint8Array;
  const offsets = part.valueOffsets as ArrayLike<number | bigint>;
  for (let i = 0; i < part.length; ++i) {
    if (!part.getValid(i)) continue;
    codes[at + i] = dictionary.code(bytes, Number(offsets[i]), Number(offsets[i + 1]));
  }
}

/** Any type, row by row. */
export function anyColumns({ name, field, rows, vectors }: Parts): RawColumn[] {
  const scale = DataType.isDecimal(field.type) ? field.type.scale : null;
  const columns = new ValueColumns();
  if (!DataType.isStruct(field.type)) columns.put(0, name, null);
  let row = 0;
  for (const vector of vectors) {
    for (let i = 0; i < vector.length; ++i)
      columns.putAny(row++, name, plain(vector.get(i), scale));
  }
  return columns.columns(rows);
}

/** Rows of structs and lists know how to become plain; decimals are limbs, lowest first. */
function plain(value: unknown, scale: number | null): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (scale !== null && value instanceof Uint32Array) return decimal(value, scale);
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value;
}

function decimal(limbs: Uint32Array, scale: number): number {
  let value = 0n;
  for (let k = limbs.length - 1; k >= 0; --k) value = (value << 32n) | BigInt(limbs[k]!);
  return Number(BigInt.asIntN(limbs.length * 32, value)) / 10 ** scale;
}
