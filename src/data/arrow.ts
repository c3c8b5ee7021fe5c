import {
  CompressionType,
  type Data,
  DataType,
  DateUnit,
  type Field,
  type RecordBatch,
  RecordBatchReader,
  TimeUnit,
  type Timestamp,
  type Vector,
  compressionRegistry,
} from 'apache-arrow';
import { Problem, type ProblemData } from '../base/problem';
import { renamed, uniqueNames } from './column-names';
import { Dictionary } from './dictionary';
import { type Fields, flatFields, isRecord, leaf } from './flat-fields';
import { numbersInto } from './integers';
import { unpackedLz4 } from './lz4';
import type { RawColumn, RawTable, RawValues } from './raw-table';
import { DATE, LOCAL, ZONED } from './time-bytes';
import { ValueColumn } from './value-column';

/** The parts of one column, batch after batch. */
interface Parts {
  readonly name: string;
  readonly field: Field;
  readonly rows: number;
  readonly data: readonly Data[];
  readonly vectors: readonly Vector[];
}

type Unzstd = (bytes: Uint8Array) => Uint8Array;

const DAY = 86_400_000;

/**
 * Reads an Arrow file or stream, from its buffers and not row by row. Dictionaries are taken over as
 * they are; fields of structs become columns `a.b`.
 *
 * @param codec  asked for when the bodies are packed with zstd
 * @throws {Problem} `damaged-file`
 */
export async function readArrow(
  bytes: Uint8Array,
  instant: (wall: number) => number,
  codec: () => Promise<Unzstd>,
): Promise<RawTable> {
  const batches = await batchesOf(bytes, codec);
  const fields = batches[0]?.schema.fields ?? [];
  const names = fields.map(({ name }) => name);
  const unique = uniqueNames(names);
  const rows = batches.reduce((sum, { numRows }) => sum + numRows, 0);
  const warnings: ProblemData[] = [];
  if (unique.some((name, k) => name !== names[k])) warnings.push(renamed(names, unique));
  const columns = fields.flatMap((field, k) => {
    const parts: Parts = {
      name: unique[k]!,
      field,
      rows,
      data: batches.map((batch) => batch.data.children[k]!),
      vectors: batches.map((batch) => batch.getChildAt(k)!),
    };
    const values = columnOf(parts, instant);
    if (values) return [{ name: parts.name, ...values }];
    if (DataType.isInt(field.type)) {
      warnings.push({ code: 'integers-as-text', args: { column: parts.name } });
    }
    return anyColumns(parts);
  });
  return { rows, columns, warnings, lineOf: () => undefined };
}

/** @throws {Problem} `damaged-file` with what the library has to say about the file */
async function batchesOf(bytes: Uint8Array, codec: () => Promise<Unzstd>): Promise<RecordBatch[]> {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackedLz4 });
  try {
    return allBatches(bytes);
  } catch (error) {
    if (!/codec not found/.test(reasonOf(error))) throw damaged(error);
  }
  const unzstd = await codec();
  // The library reads numbers in place, so their bytes must begin where a number may: in a copy.
  compressionRegistry.set(CompressionType.ZSTD, { decode: (packed) => unzstd(packed).slice() });
  try {
    return allBatches(bytes);
  } catch (error) {
    throw damaged(error);
  }
}

function allBatches(bytes: Uint8Array): RecordBatch[] {
  return [...(RecordBatchReader.from(bytes) as Iterable<RecordBatch>)];
}

function damaged(error: unknown): Problem {
  return new Problem('damaged-file', { format: 'arrow', reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Null for types without a quick way, and for integers that numbers do not hold. */
function columnOf(parts: Parts, instant: (wall: number) => number): RawValues | null {
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
function anyColumns({ name, field, rows, vectors }: Parts): RawColumn[] {
  const columns = new Map<string, ValueColumn>([[name, new ValueColumn()]]);
  const scale = DataType.isDecimal(field.type) ? field.type.scale : null;
  const fields: Fields = [];
  let row = 0;
  for (const vector of vectors) {
    for (let i = 0; i < vector.length; ++i, ++row) {
      const value = plain(vector.get(i), scale);
      fields.length = 0;
      if (isRecord(value)) flatFields(value, `${name}.`, fields);
      else fields.push([name, leaf(value)]);
      for (const [name, value] of fields) {
        let column = columns.get(name);
        if (!column) columns.set(name, (column = new ValueColumn()));
        column.put(row, value);
      }
    }
  }
  if (columns.size > 1) columns.delete(name);
  return Array.from(columns, ([name, column]) => ({ name, ...column.values(rows) }));
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
