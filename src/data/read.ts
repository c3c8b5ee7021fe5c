import { Problem, type ProblemData } from '../base/problem';
import { timeZone } from '../base/time-zone';
import { type ByteSource, bytesSource } from './byte-source';
import {
  type Chunks,
  type Watch,
  allBytes,
  firstChunk,
  memoryChunks,
  sourceChunks,
} from './chunks';
import { readCsv } from './csv';
import { UNIT_SEPARATOR } from './csv-cells';
import type { Dataset } from './dataset';
import { fingerprintOf } from './fingerprint';
import {
  type FileFormat,
  type FormatOptions,
  encodingOf,
  formatOf,
  packingOf,
  promisedFormat,
} from './format';
import { readJson } from './json';
import type { RawTable } from './raw-table';
import { settled } from './settle';
import { utf8 } from './transcode';
import { gunzipped, unzstdFile } from './unpack';

export interface ReadOptions extends Watch {
  /** File name as the user knows it. */
  readonly name: string;
  readonly format?: FormatOptions;
  /** Zone of times without one, an IANA name; UTC when absent. */
  readonly timezone?: string;
}

/** Files up to this size are read in one piece; it is faster than slices. */
const WHOLE = 2 ** 28;
/** Bytes that tell a format. */
const HEAD = 2 ** 16;

/**
 * Reads a table: delimited text, JSON records, Parquet, Arrow or the first sheet of a workbook, plain or packed with gzip or zstd. What
 * the bytes are is told by the bytes; a name that says otherwise is a warning. Tasks of others run
 * every few megabytes.
 *
 * @throws {Problem} `empty-file`, `not-a-table`, `damaged-file`, `unpacks-too-large`, `unterminated-quote`,
 *   `record-too-long`, `unknown-encoding`, `not-a-time-zone`, each with the file's name in its place
 * @throws the reason of `signal` when it is aborted
 */
export async function readDataset(source: ByteSource, options: ReadOptions): Promise<Dataset> {
  const { name, signal } = options;
  try {
    if (source.size === 0) throw new Problem('empty-file');
    const file = await opened(source, options);
    // Beside the reading where it is all in memory; a large file would be there twice.
    const fingerprint = fingerprintOf(file.source, signal);
    if (file.source === source) await fingerprint;
    const [sha256, table] = await Promise.all([fingerprint, readTable(file, options)]);
    return { name, fingerprint: sha256, ...table };
  } catch (error) {
    throw error instanceof Problem ? error.within({ file: name }) : error;
  }
}

/** A file as it is stored. */
interface File {
  readonly source: ByteSource;
  readonly watch: Watch;
  chunks(): Chunks;
}

async function opened(source: ByteSource, options: ReadOptions): Promise<File> {
  const watch = { ...options, onProgress: forward(options) };
  if (source.size > WHOLE) return { source, watch, chunks: () => sourceChunks(source, watch) };
  const bytes = new Uint8Array(await source.slice(0, source.size));
  return { source: bytesSource(bytes), watch, chunks: () => memoryChunks(bytes, watch) };
}

async function readTable(
  file: File,
  options: ReadOptions,
): Promise<Pick<Dataset, 'rows' | 'columns' | 'warnings'>> {
  const { name, format = {}, timezone = 'UTC' } = options;
  const zone = timeZone(timezone);
  const instant = timezone === 'UTC' ? (wall: number) => wall : zone.instant;
  const input = await unpacked(file);
  const found = formatOf(input.head, name);
  const raw = await readRaw(found, input, options, instant);
  const { columns, warnings } = settled(raw, { format, instant });
  return {
    rows: raw.rows,
    columns,
    warnings: [...promiseKept(name, found), ...warnings, ...anyRows(raw)].map((warning) => ({
      ...warning,
      at: { file: name, ...warning.at },
    })),
  };
}

/** A file as it is when it is not packed. */
interface Input extends Pick<File, 'chunks' | 'watch'> {
  /** The first bytes. */
  readonly head: Uint8Array;
  /** The file itself, if it was not packed. */
  readonly plain: ByteSource | null;
}

async function unpacked({ source, watch, chunks }: File): Promise<Input> {
  const packing = packingOf(await firstChunk(chunks()));
  if (packing === null) return input(chunks, source);
  if (packing === 'gzip') return input(() => gunzipped(chunks, watch.signal), null);
  const { unzstd } = await import('./parquet');
  const bytes = unzstdFile(await allBytes(chunks()), unzstd);
  return input(() => memoryChunks(bytes, watch), null);

  async function input(chunks: () => Chunks, plain: ByteSource | null): Promise<Input> {
    const head = (await firstChunk(chunks())).subarray(0, HEAD);
    if (head.length === 0) throw new Problem('empty-file');
    return { head, plain, watch, chunks };
  }
}

async function readRaw(
  found: FileFormat,
  { head, plain, watch, chunks }: Input,
  { format = {} }: ReadOptions,
  instant: (wall: number) => number,
): Promise<RawTable> {
  const text = () => utf8(chunks(), format.encoding ?? encodingOf(head));
  switch (found) {
    case 'csv':
      return readCsv({ text, size: plain?.size ?? null, format, instant });
    case 'json':
      return readJson(text, instant);
    case 'parquet': {
      const { readParquet } = await import('./parquet');
      return readParquet(plain ?? bytesSource(await allBytes(chunks())), watch, instant);
    }
    case 'excel': {
      const { excelText } = await import('./excel');
      const text = await excelText(await allBytes(chunks()));
      const sheet = { text: () => memoryChunks(text, {}), size: text.length, instant };
      return readCsv({ ...sheet, format: { ...format, delimiter: UNIT_SEPARATOR } });
    }
    case 'arrow': {
      const { readArrow } = await import('./arrow');
      const bytes = await allBytes(chunks());
      return readArrow(bytes, instant, async () => (await import('./parquet')).unzstd);
    }
  }
}

/** A second pass over the file does not count backwards. */
function forward({ onProgress }: ReadOptions): (done: number, total: number) => void {
  let furthest = 0;
  return (done, total) => {
    if (done > furthest) onProgress?.((furthest = done), total);
  };
}

function promiseKept(name: string, found: FileFormat): ProblemData[] {
  const promised = promisedFormat(name);
  if (promised === null || promised === found) return [];
  return [{ code: 'named-otherwise', args: { promised, found } }];
}

function anyRows({ rows, columns }: RawTable): ProblemData[] {
  return rows > 0 ? [] : [{ code: 'no-rows', args: { columns: columns.length } }];
}
