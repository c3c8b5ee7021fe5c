import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  type ParquetParsers,
  type SchemaTree,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { compressors, decompressZstd } from 'hyparquet-compressors';
import { Problem, type ProblemData } from '../base/problem';
import type { ByteSource } from './byte-source';
import type { Watch } from './chunks';
import { Dictionary } from './dictionary';
import { nextTask } from './next-task';
import { readPages } from './parquet-pages';
import { type Reading, type Sink, sinkOf } from './parquet-sinks';
import { type PageValues, pageValues } from './parquet-values';
import type { RawColumn, RawTable } from './raw-table';

/** Unpacks a zstd file; here because the codec is part of this chunk of code. */
export const unzstd: (bytes: Uint8Array) => Uint8Array = (bytes) => decompressZstd(bytes);

interface ParquetFile {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly rows: number;
  readonly watch: Watch;
  readonly instant: (wall: number) => number;
}

const DAY = 86_400_000;

/**
 * Reads a Parquet file, column by column and row group by row group. Repeated texts are numbered as
 * they are decoded, so no string is made of each. Fields of nested columns become columns `a.b`.
 *
 * @throws {Problem} `damaged-file`
 */
export async function readParquet(
  source: ByteSource,
  watch: Watch,
  instant: (wall: number) => number,
): Promise<RawTable> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: (from, to = source.size) => source.slice(from, to),
  };
  const metadata = await library(() => parquetMetadataAsync(file));
  const rows = Number(metadata.num_rows);
  const parquet: ParquetFile = { file, metadata, rows, watch, instant };
  const fields = parquetSchema(metadata).children;
  const columns: RawColumn[] = [];
  const warnings: ProblemData[] = [];
  for (const [done, field] of fields.entries()) {
    const reading = readingOf(field);
    let sink =
      (await readFlat(parquet, field, reading)) ?? (await readField(parquet, field, reading));
    if (!sink) {
      warnings.push({ code: 'integers-as-text', args: { column: field.element.name } });
      sink = (await readField(parquet, field, 'value'))!;
    }
    columns.push(...sink.columns());
    watch.onProgress?.((source.size * (done + 1)) / fields.length, source.size);
  }
  return { rows, columns, warnings, lineOf: () => undefined };
}

/** A column as most files store it, page by page; null for any other one. */
async function readFlat(
  { file, metadata, rows, watch, instant }: ParquetFile,
  { element, children }: SchemaTree,
  reading: Reading,
): Promise<Sink | null> {
  const dictionary = new Dictionary();
  const values = children.length > 0 ? null : pageValues(element, reading, dictionary);
  if (values === null || element.repetition_type === 'REPEATED') return null;
  const sink = sinkOf(reading, element.name, rows, dictionary, instant);
  let start = 0;
  for (const group of metadata.row_groups) {
    const meta = group.columns.find(
      ({ meta_data: meta }) =>
        meta?.path_in_schema.length === 1 && meta.path_in_schema[0] === element.name,
    )?.meta_data;
    if (!meta) return null;
    const from = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
    const size = Number(meta.total_compressed_size);
    const count = Number(group.num_rows);
    const isRead = await library(async () => {
      const bytes = new Uint8Array(await file.slice(from, from + size));
      const chunk = { bytes, meta, element, rows: count };
      // Which values they are is the reading's business; a column has one.
      return readPages(chunk, values as PageValues<Float64Array>, compressors, (row, found) =>
        sink.add(start + row, found),
      );
    });
    if (!isRead) return null;
    start += count;
    await nextTask();
    watch.signal?.throwIfAborted();
  }
  return sink;
}

/** Null when the values are not of this reading after all. */
async function readField(
  { file, metadata, rows, watch, instant }: ParquetFile,
  field: SchemaTree,
  reading: Reading,
): Promise<Sink | null> {
  const { name } = field.element;
  const dictionary = new Dictionary();
  const intern = (bytes: Uint8Array) => dictionary.code(bytes, 0, bytes.length);
  const sink = sinkOf(reading, name, rows, dictionary, instant);
  const parsers: Partial<ParquetParsers> = {
    timestampFromMilliseconds: Number,
    timestampFromMicroseconds: (micros) => Number(micros) / 1e3,
    timestampFromNanoseconds: (nanos) => Number(nanos / 1000n) / 1e3,
    dateFromDays: (days) => days * DAY,
    ...(reading === 'text' && { stringFromBytes: intern, jsonFromBytes: intern }),
    ...(reading === 'value' && TEXTUAL),
  };
  let start = 0;
  let fits = true;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    const onChunk = ({ columnData, rowStart }: { columnData: DecodedArray; rowStart: number }) => {
      fits &&= sink.add(rowStart, columnData);
    };
    const range = { rowStart: start, rowEnd: end };
    await library(() => parquetRead({ file, metadata, columns: [name], compressors, parsers, onChunk, ...range })); // prettier-ignore
    if (!fits) return null;
    start = end;
    await nextTask();
    watch.signal?.throwIfAborted();
  }
  return sink;
}

/** Times of nested fields become text that can be told for a time. */
const TEXTUAL: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => new Date(Number(millis)),
  timestampFromMicroseconds: (micros) => new Date(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos) => new Date(Number(nanos / 1_000_000n)),
  dateFromDays: (days) => new Date(days * DAY).toISOString().slice(0, 10),
};

function readingOf({ element, children }: SchemaTree): Reading {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0 || element.repetition_type === 'REPEATED') return 'value';
  if (type === 'BOOLEAN') return 'flag';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'date';
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC ? 'time' : 'local-time';
  if (converted?.startsWith('TIMESTAMP') || type === 'INT96') return 'time';
  if (converted === 'DECIMAL' || logical?.type === 'FLOAT16') return 'number';
  if (type === 'BYTE_ARRAY') return 'text';
  return type === 'FIXED_LEN_BYTE_ARRAY' ? 'value' : 'number';
}

/** What the library throws is about the file. */
async function library<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('damaged-file', { format: 'parquet' });
  }
}
