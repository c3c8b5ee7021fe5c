import { Problem, type ProblemData } from '../base/problem';
import { type Chunks, joined } from './chunks';
import {
  type ColumnBuilder,
  FlagBuilder,
  NoBuilder,
  NumberBuilder,
  TextBuilder,
  TimeBuilder,
  larger,
} from './column-builder';
import { type CsvLayout, type Guess, csvLayout } from './csv-layout';
import { CsvScan } from './csv-scan';
import { Dictionary, type Oddity } from './dictionary';
import type { FormatOptions } from './format';
import type { RawColumn, RawTable, RawValues } from './raw-table';
import { timeReading } from './time-bytes';

/** A text file to be read as a table. */
export interface TextFile {
  /** The text in UTF-8 from its start; asked for again when a second pass is needed. */
  text(): Chunks;
  /** In bytes, where it is known beforehand. */
  readonly size: number | null;
  readonly format: FormatOptions;
  /** The instant of a wall time of the file's zone. */
  instant(wall: number): number;
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SAMPLE = 2 ** 18;
/** A quoted cell longer than this is a quote that somebody forgot to close. */
const LONGEST_QUOTE = 2 ** 26;
const LONGEST_RECORD = 2 ** 29;

/**
 * Reads a delimited file: RFC 4180, and what is met in the wild. The kinds of the columns are
 * guessed from the first records; a column in which too many cells turn out to be of another kind
 * is read once more, as text.
 *
 * @throws {Problem} `empty-file`, `unterminated-quote`, `record-too-long`
 */
export async function readCsv(file: TextFile): Promise<RawTable> {
  const { bytes, whole } = await beginning(file.text());
  const layout = csvLayout(bytes, whole, file.format, timeReading(file.instant));
  if (!layout)
    throw bytes.includes(QUOTE)
      ? new Problem('unterminated-quote', {}, { line: 1 })
      : new Problem('empty-file');
  const newline = bytes.includes(LF) || !bytes.includes(CR) ? LF : CR;

  const first = await pass(
    file,
    layout,
    newline,
    layout.guesses.map(({ kind }) => kind),
  );
  const failed = first.builders.map((builder) => !stands(builder, first.scan.rows));
  const second = failed.includes(true)
    ? await pass(
        file,
        layout,
        newline,
        failed.map((fails) => (fails ? 'text' : 'none')),
      )
    : first;
  const columns = layout.names.map((name, k): RawColumn => {
    const before = failed[k] ? first.builders[k] : undefined;
    const builder = failed[k] ? second.builders[k]! : first.builders[k]!;
    return {
      name,
      ...rawValues(builder, first.scan.rows, almost(before) ?? layout.guesses[k]!.almost),
    };
  });
  const { rows, lines } = first.scan;
  return {
    rows,
    columns,
    warnings: [
      ...layout.warnings,
      ...ragged(first.scan, layout),
      ...first.oddities,
      ...second.oddities,
    ],
    lineOf: (row) => lines.lineOf(row),
  };
}

interface Pass {
  readonly scan: CsvScan;
  readonly builders: readonly ColumnBuilder[];
  readonly oddities: readonly ProblemData[];
}

async function pass(
  file: TextFile,
  layout: CsvLayout,
  newline: number,
  kinds: readonly (Guess['kind'] | 'none')[],
): Promise<Pass> {
  const oddities = new Map<Oddity, { line: number; count: number }>();
  const odd = (oddity: Oddity) => {
    const seen = oddities.get(oddity);
    if (seen) ++seen.count;
    else oddities.set(oddity, { line: scan.line, count: 1 });
  };
  const builders = kinds.map((kind) => builderOf(kind, file, odd));
  const scan = new CsvScan(builders, layout.delimiter, layout.line);
  if (file.size !== null && layout.recordSize > 0) {
    scan.reserve(Math.ceil((file.size / layout.recordSize) * 1.02) + 64);
  }
  await scanAll(file.text(), scan, newline, layout.start);
  return {
    scan,
    builders,
    oddities: Array.from(oddities, ([code, { line, count }]) => ({
      code,
      args: { count },
      at: { line },
    })),
  };
}

/** Feeds the scan chunk by chunk; only a record that is split over two chunks is copied. */
async function scanAll(
  chunks: Chunks,
  scan: CsvScan,
  newline: number,
  start: number,
): Promise<void> {
  let skip = start;
  let carry: Uint8Array = new Uint8Array();
  for await (const bytes of chunks) {
    let from = Math.min(skip, bytes.length);
    skip -= from;
    while (carry.length > 0 && from < bytes.length) {
      const end = lineEnd(bytes, newline, from, from + carry.length);
      const complete = bytes[end - 1] === newline;
      const record = joined([carry, bytes.subarray(from, end)]);
      carry = record.subarray(complete ? scan.records(record, 0, record.length) : 0);
      from = end;
      checkLength(carry.length, scan);
    }
    const to = bytes.lastIndexOf(newline) + 1;
    if (to > from) from = scan.records(bytes, from, to);
    if (from < bytes.length) carry = bytes.slice(from);
  }
  if (carry.length === 0) return;
  const last = joined([carry, Uint8Array.of(newline)]);
  if (scan.records(last, 0, last.length) < last.length) throw unterminated(scan);
}

/** The offset after the first line end at or after `near`, else after the last one before it, else the end. */
function lineEnd(bytes: Uint8Array, newline: number, from: number, near: number): number {
  const next = bytes.indexOf(newline, Math.min(near, bytes.length));
  if (next >= 0) return next + 1;
  const last = bytes.lastIndexOf(newline) + 1;
  return last > from ? last : bytes.length;
}

function checkLength(length: number, scan: CsvScan): void {
  if (scan.openQuote && length > LONGEST_QUOTE) throw unterminated(scan);
  if (length > LONGEST_RECORD) throw new Problem('record-too-long', {}, { line: scan.line });
}

function unterminated({ openQuote }: CsvScan): Problem {
  return new Problem(
    'unterminated-quote',
    {},
    openQuote ? { line: openQuote.line, column: openQuote.field + 1 } : {},
  );
}

/** The first bytes of the text, always the same ones however it is cut: the first record at least. */
async function beginning(chunks: Chunks): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    size += chunk.length;
    ended ||= chunk.includes(LF) || chunk.includes(CR);
    if (size > SAMPLE && ended) {
      const bytes = joined(pieces);
      const first = bytes.findIndex((byte) => byte === LF || byte === CR);
      return { bytes: bytes.subarray(0, Math.max(SAMPLE, first + 2)), whole: false };
    }
  }
  return { bytes: joined(pieces), whole: true };
}

function builderOf(
  kind: Guess['kind'] | 'none',
  file: TextFile,
  odd: (oddity: Oddity) => void,
): ColumnBuilder {
  switch (kind) {
    case 'number':
      return new NumberBuilder();
    case 'time':
      return new TimeBuilder(timeReading(file.instant));
    case 'flag':
      return new FlagBuilder();
    case 'text':
      return new TextBuilder(new Dictionary(odd));
    case 'none':
      return new NoBuilder();
  }
}

/** Whether a column is of its builder's kind, a few unreadable cells apart. */
function stands(builder: ColumnBuilder, rows: number): boolean {
  if (!('misfits' in builder) || builder.misfits.count === 0) return true;
  if (builder.kind === 'flag') return false;
  let filled = builder.misfits.count;
  for (let row = 0; row < rows; ++row) if (!Number.isNaN(builder.values[row])) ++filled;
  return builder.misfits.areFew(filled);
}

function almost(failed: ColumnBuilder | undefined): Guess['almost'] {
  if (failed?.kind !== 'number' && failed?.kind !== 'time') return undefined;
  const { onlyText, row, spellings } = failed.misfits;
  return onlyText ? undefined : { kind: failed.kind, row, found: spellings[0]! };
}

function rawValues(builder: ColumnBuilder, rows: number, almost: Guess['almost']): RawValues {
  switch (builder.kind) {
    case 'number':
      return { kind: 'number', values: larger(builder.values, rows), misfits: builder.misfits };
    case 'time': {
      const { shapes, misfits } = builder;
      return { kind: 'time', values: larger(builder.values, rows), shapes, misfits };
    }
    case 'flag':
      return { kind: 'flag', values: larger(builder.values, rows) };
    case 'text': {
      const text = { values: builder.dictionary.values(), codes: larger(builder.codes, rows) };
      return { kind: 'text', origin: 'spelled', ...text, ...(almost && { almost }) };
    }
    case 'none':
      throw new RangeError('rawValues: this pass did not read the column');
  }
}

function ragged({ ragged, lines }: CsvScan, { names }: CsvLayout): ProblemData[] {
  const { short, long, row, found } = ragged;
  if (row < 0) return [];
  const line = lines.lineOf(row);
  const args = { count: short + long, short, long, found, expected: names.length };
  return [{ code: 'ragged-rows', args, at: line === undefined ? {} : { line } }];
}
