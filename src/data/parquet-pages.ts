import type { ColumnMetaData, Compressors, PageHeader, SchemaElement } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import type { PageValues } from './parquet-values';

/** One column of one row group, as it is stored. */
export interface ColumnChunk {
  /** All its pages. */
  readonly bytes: Uint8Array;
  readonly meta: ColumnMetaData;
  readonly element: SchemaElement;
  readonly rows: number;
}

/**
 * Reads the pages of a column that is not nested, and gives their values to `take` in the order of the rows;
 * false when a page is stored in a way that is not read here, or `take` gives false. Values that
 * are stored by number in a dictionary are looked at once each.
 *
 * @throws {Error} when the bytes are damaged
 */
export function readPages<T extends Int32Array | Float64Array | Int8Array>(
  { bytes, meta, element, rows }: ColumnChunk,
  values: PageValues<T>,
  compressors: Compressors,
  take: (row: number, values: T) => boolean,
): boolean {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
  const isOptional = element.repetition_type !== 'REQUIRED';
  let dictionary: T | null = null;
  for (let row = 0; row < rows;) {
    const header = parquetHeader(reader);
    const stored = bytes.subarray(reader.offset, (reader.offset += header.compressed_page_size));
    if (header.type === 'DICTIONARY_PAGE') {
      const page = decompressPage(stored, header.uncompressed_page_size, meta.codec, compressors);
      dictionary = values.plain(page, 0, header.dictionary_page_header!.num_values);
      if (dictionary === null) return false;
      continue;
    }
    const page = dataPage(header, stored, meta, compressors, isOptional);
    if (page === null) return false;
    const { count, present } = page;
    const filled = present === null ? count : sum(present);
    const found = pageValues(page, filled, dictionary, values);
    if (found === null) return false;
    if (row + count > rows) throw new Error('more values than rows');
    const own = present === null ? found : values.spread(found, present);
    if (!take(row, own)) return false;
    row += count;
  }
  return true;
}

interface DataPage {
  readonly count: number;
  /** 1 for each row with a value; null when all have one. */
  readonly present: Uint8Array | null;
  readonly encoding: string;
  /** Where the values are. */
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Null for a page of another type. */
function dataPage(
  { type, data_page_header: v1, data_page_header_v2: v2, uncompressed_page_size }: PageHeader,
  stored: Uint8Array,
  { codec }: ColumnMetaData,
  compressors: Compressors,
  isOptional: boolean,
): DataPage | null {
  if (type === 'DATA_PAGE' && v1) {
    const bytes = decompressPage(stored, uncompressed_page_size, codec, compressors);
    const reader = readerOf(bytes);
    const present = isOptional ? levels(reader, v1.num_values, undefined) : null;
    return { count: v1.num_values, present, encoding: v1.encoding, bytes, at: reader.offset };
  }
  if (type !== 'DATA_PAGE_V2' || !v2) return null;
  const ahead = v2.repetition_levels_byte_length + v2.definition_levels_byte_length;
  const reader = readerOf(stored);
  reader.offset = v2.repetition_levels_byte_length;
  const present = isOptional
    ? levels(reader, v2.num_values, v2.definition_levels_byte_length)
    : null;
  const rest = stored.subarray(ahead);
  const bytes =
    v2.is_compressed === false
      ? rest
      : decompressPage(rest, uncompressed_page_size - ahead, codec, compressors);
  return { count: v2.num_values, present, encoding: v2.encoding, bytes, at: 0 };
}

function readerOf(bytes: Uint8Array) {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
}

type Reader = ReturnType<typeof readerOf>;

/** 1 for each row with a value; null when all have one. */
function levels(reader: Reader, count: number, length: number | undefined): Uint8Array | null {
  const present = new Uint8Array(count);
  readRleBitPackedHybrid(reader, 1, present, length);
  return sum(present) === count ? null : present;
}

function sum(flags: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < flags.length; ++i) count += flags[i]!;
  return count;
}

/** Null for an encoding that is not read here. */
function pageValues<T extends Int32Array | Float64Array | Int8Array>(
  { bytes, at, encoding }: DataPage,
  count: number,
  dictionary: T | null,
  values: PageValues<T>,
): T | null {
  if (encoding === 'PLAIN') return values.plain(bytes, at, count);
  if (encoding !== 'PLAIN_DICTIONARY' && encoding !== 'RLE_DICTIONARY') return null;
  if (dictionary === null) throw new Error('no dictionary');
  const places = new Int32Array(count);
  const width = bytes[at]!;
  if (width > 0) {
    const reader = readerOf(bytes);
    reader.offset = at + 1;
    readRleBitPackedHybrid(reader, width, places, bytes.length - at - 1);
  }
  for (let i = 0; i < count; ++i) {
    if (places[i]! >>> 0 >= dictionary.length) throw new Error('not in the dictionary');
  }
  return values.at(dictionary, places);
}
